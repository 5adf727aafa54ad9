import { cp, rm } from 'node:fs/promises';
import { type BrowserContext, test as base, type Locator, type Page } from '@playwright/test';
import { type Browser, newProfile, openBrowser } from '../helpers/browser.ts';
import { credentials, type Sandbox, startSandbox, type WorldOptions, world } from '../sandbox/index.ts';
import { Kundebro } from './pages/kundebro.ts';

interface Fixtures {
  /** The sandbox's world and the browser's language for one test. */
  worldOptions: WorldOptions;
  language: string;
  colour: 'light' | 'dark';
  /** Saved before the test begins, unless it is to start without a connection. */
  connected: boolean;
  browserWithExtension: Browser;
  extension: BrowserContext;
  app: Kundebro;
  /** Connected to a hand-made world, and nothing read yet. */
  connectTo: (parts: Parameters<typeof world>[0]) => Promise<Kundebro>;
}

interface WorkerFixtures {
  sandbox: Sandbox;
  /** The profile of a user who has connected through the settings page and done nothing else. */
  connectedProfile: string;
}

/** One sandbox a worker, one fresh browser profile a test: an empty one, or a copy of the connected user's. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sandbox: [
    async ({ browserName: _ }, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  connectedProfile: [
    async ({ sandbox }, use) => {
      sandbox.reset({ world: world(), limits: false });
      const { context, origin, profile } = await openBrowser({ sandbox });
      await new Kundebro(context, origin).connect(credentials.nordisk);
      await context.close();
      await use(profile);
      await rm(profile, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  worldOptions: [{ size: 'small', limits: false }, { option: true }],
  language: ['da-DK', { option: true }],
  colour: ['light', { option: true }],
  connected: [true, { option: true }],
  browserWithExtension: async (
    { sandbox, connectedProfile, connected, worldOptions, language, colour },
    use,
  ) => {
    sandbox.reset(worldOptions);
    const profile = await newProfile();
    if (connected) await cp(connectedProfile, profile, { recursive: true });
    const browser = await openBrowser({ sandbox, profile, locale: language, colorScheme: colour });
    await use(browser);
    await browser.context.close();
    await rm(browser.profile, { recursive: true, force: true });
  },
  extension: async ({ browserWithExtension }, use) => use(browserWithExtension.context),
  app: async ({ browserWithExtension: { context, origin } }, use) => use(new Kundebro(context, origin)),
  connectTo: async ({ app, sandbox }, use) => {
    await use(async (parts) => {
      sandbox.reset({ world: world(parts), limits: false });
      return app;
    });
  },
});

export { expect } from '@playwright/test';
export type { Locator, Page };

import { rm } from 'node:fs/promises';
import { type BrowserContext, test as base, type Locator, type Page } from '@playwright/test';
import { type Browser, openBrowser } from '../helpers/browser.ts';
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

/** One sandbox a worker, one fresh browser profile a test. */
export const test = base.extend<Fixtures, { sandbox: Sandbox }>({
  sandbox: [
    async ({ browserName: _ }, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  worldOptions: [{ size: 'small', limits: false }, { option: true }],
  language: ['da-DK', { option: true }],
  colour: ['light', { option: true }],
  connected: [true, { option: true }],
  browserWithExtension: async ({ sandbox, worldOptions, language, colour }, use) => {
    sandbox.reset(worldOptions);
    const browser = await openBrowser({ sandbox, locale: language, colorScheme: colour });
    await use(browser);
    await browser.context.close();
    await rm(browser.profile, { recursive: true, force: true });
  },
  extension: async ({ browserWithExtension }, use) => use(browserWithExtension.context),
  app: async ({ browserWithExtension, connected }, use) => {
    const { context, origin } = browserWithExtension;
    const app = new Kundebro(context, origin);
    if (connected) await app.connect(credentials.nordisk);
    await use(app);
  },
  connectTo: async ({ browserWithExtension, sandbox }, use) => {
    const app = new Kundebro(browserWithExtension.context, browserWithExtension.origin);
    await use(async (parts) => {
      sandbox.reset({ world: world(parts), limits: false });
      await app.connect(credentials.nordisk);
      return app;
    });
  },
});

export { expect } from '@playwright/test';
export type { Locator, Page };

import { type BrowserContext, test as base, type Locator, type Page } from '@playwright/test';
import type { Browser } from '../helpers/browser.ts';
import { emptyBrowser, startAs } from '../helpers/fresh-user.ts';
import { Browsers, throwAway } from '../helpers/shared-browser.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { type Sandbox, startSandbox, type WorldOptions, world } from '../sandbox/index.ts';

interface Fixtures {
  /** The sandbox's world and the browser's language for one test. */
  worldOptions: WorldOptions;
  language: string;
  colour: 'light' | 'dark';
  /** Saved before the test begins, unless it is to start without a connection. */
  connected: boolean;
  /** A browser that no other test uses: for one that closes it, or changes what only a new one has. */
  ownBrowser: boolean;
  browserWithExtension: Browser;
  extension: BrowserContext;
  app: Kundebro;
  /** Connected to a hand-made world, and nothing read yet. */
  connectTo: (parts: Parameters<typeof world>[0]) => Promise<Kundebro>;
}

interface WorkerFixtures {
  sandbox: Sandbox;
  browsers: Browsers;
}

/**
 * One sandbox and one browser a worker. Each test finds it as a fresh user would: with nothing, or with what connecting
 * leaves. A worker ends with a test that fails, and its browser with it.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sandbox: [
    async ({ browserName: _ }, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  browsers: [
    async ({ sandbox, browserName }, use) => {
      const browsers = new Browsers(sandbox, browserName);
      await use(browsers);
      await browsers.discard();
    },
    { scope: 'worker' },
  ],
  worldOptions: [{ size: 'small', limits: false }, { option: true }],
  language: ['da-DK', { option: true }],
  colour: ['light', { option: true }],
  connected: [true, { option: true }],
  ownBrowser: [false, { option: true }],
  browserWithExtension: async (
    { sandbox, browsers, connected, ownBrowser, worldOptions, language, colour },
    use,
    info,
  ) => {
    const launch = { locale: language, colorScheme: colour };
    const user = connected ? await browsers.connected() : undefined;
    const browser = ownBrowser ? await browsers.open(launch) : await browsers.empty(launch);
    if (ownBrowser) await emptyBrowser(browser);
    sandbox.reset(worldOptions);
    await startAs(browser, user);
    await use(browser);
    if (ownBrowser) await throwAway(browser);
    else if (info.status !== info.expectedStatus) await browsers.discard();
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

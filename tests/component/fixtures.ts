/**
 * The extension's pages in a plain Chromium, without an extension: what they ask is answered in the test's own process by
 * the real use cases, over the sandbox and without a network or a wait. The same fixtures as in the browser tier.
 */
import { type Browser, type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { test as inBrowser } from '../browser/fixtures.ts';
import type { Office } from '../helpers/office.ts';
import { QUIET } from '../helpers/stop-worker.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { showPanelAlone } from '../pages/panel.ts';
import { credentials, type Sandbox, startSandbox, type WorldOptions, world } from '../sandbox/index.ts';
import { Background } from './background/background.ts';
import { installBrowserApi, type ViewSetup } from './background/in-page.ts';

interface Fixtures {
  /** The sandbox's world and the browser's language for one test. */
  worldOptions: WorldOptions;
  language: string;
  colour: 'light' | 'dark';
  /** Saved before the test begins, unless it is to start without a connection. */
  connected: boolean;
  extension: BrowserContext;
  office: Office;
  app: Kundebro;
  /** Connected to a hand-made world, and nothing read yet. */
  connectTo: (parts: Parameters<typeof world>[0]) => Promise<Kundebro>;
}

interface WorkerFixtures {
  sandbox: Sandbox;
  background: Background;
  chromium_: Browser;
  /** One for each language and colour: what a context has loaded once it need not load again. */
  contexts: Map<string, Promise<BrowserContext>>;
}

/** What a view sends before it is closed arrives: a browser sees to that, a socket does not. */
function deliverAll(page: Page, { origin }: ViewSetup): void {
  const close = page.close.bind(page);
  const delivered = () =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome?: { delivered?(): Promise<unknown> } };
      await chrome?.delivered?.();
    });
  page.close = async (options) => {
    if (!page.isClosed() && page.url().startsWith(origin)) await delivered();
    await close(options);
  };
}

async function newContext(
  browser: Browser,
  setup: ViewSetup,
  locale: string,
  colorScheme: 'light' | 'dark',
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale, colorScheme, viewport: { width: 780, height: 600 } });
  // A page of the extension may copy without being asked.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: setup.origin });
  const quiet = await context.newPage();
  await quiet.goto(setup.origin + QUIET);
  await context.addInitScript(installBrowserApi, setup);
  context.on('page', (page) => deliverAll(page, setup));
  return context;
}

const inChromium = base.extend<Fixtures, WorkerFixtures>({
  sandbox: [
    async ({ browserName: _ }, use) => {
      const sandbox = await startSandbox();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  background: [
    async ({ browserName: _ }, use) => {
      const background = await Background.start();
      await use(background);
      await background.close();
    },
    { scope: 'worker' },
  ],
  chromium_: [
    async ({ sandbox }, use) => {
      const browser = await chromium.launch({
        executablePath: process.env.HEADLESS_SHELL_PATH ?? process.env.CHROMIUM_PATH,
        args: [
          `--host-resolver-rules=${sandbox.hostRules}`,
          '--ignore-certificate-errors',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          // Pages share a process, which the quiet one keeps: starting one for each would take longer than most tests.
          '--process-per-site',
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  contexts: [
    async ({ browserName: _ }, use) => {
      await use(new Map());
    },
    { scope: 'worker' },
  ],
  worldOptions: [{ size: 'small', limits: false }, { option: true }],
  language: ['da-DK', { option: true }],
  colour: ['light', { option: true }],
  connected: [true, { option: true }],
  extension: async (
    { chromium_, contexts, background, sandbox, language, colour },
    use,
    { testId, retry },
  ) => {
    const key = `${language} ${colour}`;
    const made = contexts.get(key) ?? newContext(chromium_, background.setup, language, colour);
    contexts.set(key, made);
    const context = await made;
    // The first page of the test empties what the last one's have left.
    await context.addCookies([{ name: 'test', value: `${testId}-${retry}`, url: background.setup.origin }]);
    showPanelAlone(context, background.panelAlone(sandbox));
    await use(context);
    await Promise.all(
      context
        .pages()
        .slice(1)
        .map((page) => page.close()),
    );
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  },
  office: async ({ background, sandbox, extension, worldOptions, connected }, use) => {
    sandbox.reset(worldOptions);
    const office = background.install(sandbox, extension);
    if (connected) await office.connect(credentials.nordisk);
    sandbox.requests.length = 0;
    await use(office);
    sandbox.faults.clear();
  },
  app: async ({ extension, office, background }, use) =>
    use(new Kundebro(extension, background.setup.origin, office)),
  connectTo: async ({ app, sandbox }, use) => {
    await use(async (parts) => {
      sandbox.reset({ world: world(parts), limits: false });
      return app;
    });
  },
});

const NOT_IN_THIS_PROCESS = 'Needs the background in this process';

/** In Firefox the real extension takes its place, whose background is not in this process. */
const inFirefox = inBrowser.extend<Pick<Fixtures, 'office'> & Pick<WorkerFixtures, 'background'>>({
  office: async ({ browserName: _ }, _use, info) => info.skip(true, NOT_IN_THIS_PROCESS),
  background: async ({ browserName: _ }, _use, info) => info.skip(true, NOT_IN_THIS_PROCESS),
});

export const test = process.env.IN_FIREFOX ? (inFirefox as unknown as typeof inChromium) : inChromium;

export type { Locator, Page } from '@playwright/test';
export { expect } from '@playwright/test';

/** A real Firefox with the production build in it, as `openBrowser` opens a Chromium. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, firefox as playwright } from '@playwright/test';
import type { Browser, BrowserOptions } from '../browser.ts';
import { proxyTo } from './proxy.ts';
import { packFolder } from './xpi.ts';

export const FIREFOX_BUILD = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));
const RELAY = fileURLToPath(new URL('relay.ts', import.meta.url));
const ID = '{8a1f3c52-6b0d-4e9a-9d57-2f6f0c1b7e44}';
/** Firefox gives every profile another host name for an extension; this one is set beforehand. */
const HOST = '5b3c1f0e-7a9d-4c52-8e61-2d4f9b0a6c73';
export const FIREFOX_ORIGIN = `moz-extension://${HOST}`;

/** What Playwright has no word for. */
export interface Firefox {
  pid: number;
  /** Where downloads land: their events do not come for an extension's pages. */
  downloads: string;
  /** A command of WebDriver BiDi. */
  bidi(method: string, params?: object): Promise<unknown>;
  /** Runs a function with the browser's own rights. @returns what it gives, as JSON */
  privileged<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
}

const opened = new WeakMap<BrowserContext, Firefox>();

/** @throws Error when the context is another browser's */
export function firefoxOf(context: BrowserContext): Firefox {
  const found = opened.get(context);
  if (!found) throw new Error('Not a Firefox');
  return found;
}

export const isFirefox = (context: BrowserContext): boolean => opened.has(context);

export async function openFirefox(options: BrowserOptions): Promise<Browser> {
  const { sandbox, locale = 'da-DK', headless = true } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'kundebro-')));
  const isInstalled = existsSync(join(profile, 'extensions', `${ID}.xpi`));
  const proxy = await proxyTo(sandbox.httpsPort);
  const context = await playwright.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: RELAY,
    headless,
    locale,
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 780, height: 600 },
    ignoreHTTPSErrors: true,
    // The relay needs the Node that these tests run on.
    env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
    args: ['--remote-allow-system-access'],
    firefoxUserPrefs: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      'xpinstall.signatures.required': false,
      'security.notification_enable_delay': 0,
      // Processes in store only cost time here.
      'dom.ipc.processPrelaunch.enabled': false,
      'intl.accept_languages': `${locale}, ${locale.slice(0, 2)}`,
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.no_proxies_on': '127.0.0.1',
    },
  });
  context.once('close', () => proxy.close());
  const firefox = await controlOf(profile);
  opened.set(context, firefox);
  await mkdir(firefox.downloads, { recursive: true });
  await firefox.bidi('browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder: firefox.downloads },
    userContexts: ['default'],
  });
  if (options.extension === null) return { context, profile, origin: '' };
  if (!isInstalled) {
    const path = join(profile, 'kundebro.xpi');
    await packFolder(FIREFOX_BUILD, path);
    const comes = context.waitForEvent('page');
    const extensionData = { type: 'archivePath', path };
    await firefox.bidi('webExtension.install', { extensionData, 'moz:permanent': true });
    const welcome = await comes;
    await welcome.waitForURL('**/welcome.html');
    // A tab behind another does not paint.
    if (!options.welcome) await welcome.close();
  }
  return { context, profile, origin: FIREFOX_ORIGIN };
}

interface Answer {
  type: string;
  error?: string;
  message?: string;
  result?: unknown;
}

async function controlOf(profile: string): Promise<Firefox> {
  const { url, pid } = JSON.parse(await readFile(join(profile, 'relay.json'), 'utf8'));
  const bidi: Firefox['bidi'] = async (method, params = {}) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ method, params }) });
    const answer = (await response.json()) as Answer;
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error} ${answer.message}`);
    return answer.result;
  };
  return {
    pid,
    downloads: join(profile, 'downloads'),
    bidi,
    async privileged(run, ...args) {
      const tree = await bidi('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
      const { contexts } = tree as { contexts: { context: string }[] };
      const call = `(${run})(...${JSON.stringify(args)})`;
      const told = await bidi('script.evaluate', {
        expression: `(async () => JSON.stringify((await ${call}) ?? null))()`,
        target: { context: contexts[0]?.context },
        awaitPromise: true,
      });
      const { result, exceptionDetails } = told as {
        result?: { value: string };
        exceptionDetails?: { text: string };
      };
      if (!result) throw new Error(exceptionDetails?.text ?? 'No result');
      return JSON.parse(result.value);
    },
  };
}

/** The part of Firefox's own interface that is used here. */
interface Own {
  ChromeUtils: {
    importESModule(path: string): {
      ExtensionParent: {
        apiManager: {
          global: {
            browserActionFor(extension: object): {
              openPopup(window: object, withoutClick: boolean): Promise<void>;
            };
          };
        };
      };
    };
  };
  WebExtensionPolicy: {
    getByID(id: string):
      | {
          extension: {
            backgroundState: string;
            terminateBackground(options: object): Promise<void>;
          };
        }
      | undefined;
  };
  Services: {
    wm: {
      getMostRecentWindow(type: string): Window;
    };
    cookies: { removeAll(): void };
    cache2: { clear(): void };
    clearData: {
      deleteDataFromHost(host: string, isUser: boolean, flags: number, callback: object): void;
    };
  };
  Ci: { nsIClearDataService: { CLEAR_ALL: number } };
}

/** Ends the background page as Firefox does after 30 idle seconds. */
export const endBackground = (context: BrowserContext): Promise<void> =>
  firefoxOf(context).privileged(async (id) => {
    const { WebExtensionPolicy } = globalThis as unknown as Own;
    const options = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
    await WebExtensionPolicy.getByID(id)?.extension.terminateBackground(options);
  }, ID);

/** What Firefox says of the background page: `running`, `stopped` and what lies between. */
export const backgroundState = (context: BrowserContext): Promise<string | undefined> =>
  firefoxOf(context).privileged((id) => {
    const { WebExtensionPolicy } = globalThis as unknown as Own;
    return WebExtensionPolicy.getByID(id)?.extension.backgroundState;
  }, ID);

/** Takes away what the sites have left. */
export const clearSites = (context: BrowserContext, hosts: string[]): Promise<void> =>
  firefoxOf(context).privileged(async (all) => {
    const { Services, Ci } = globalThis as unknown as Own;
    Services.cookies.removeAll();
    Services.cache2.clear();
    for (const host of all)
      await new Promise<void>((onDataDeleted) => {
        const flags = Ci.nsIClearDataService.CLEAR_ALL;
        Services.clearData.deleteDataFromHost(host, true, flags, { onDataDeleted });
      });
  }, hosts);

/** What a click on the toolbar button does. */
export const openToolbarPopup = (context: BrowserContext): Promise<void> =>
  firefoxOf(context).privileged(async (id) => {
    const { WebExtensionPolicy, Services, ChromeUtils } = globalThis as unknown as Own;
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const extension = WebExtensionPolicy.getByID(id)?.extension ?? {};
    const action = ExtensionParent.apiManager.global.browserActionFor(extension);
    await action.openPopup(Services.wm.getMostRecentWindow('navigator:browser'), true);
  }, ID);

/** Says yes when the browser asks about further access. @returns false: it does not ask yet */
export const allow = (context: BrowserContext): Promise<boolean> =>
  firefoxOf(context).privileged(() => {
    const { Services } = globalThis as unknown as Own;
    const { document } = Services.wm.getMostRecentWindow('navigator:browser');
    const question = document.getElementById('addon-webext-permissions-notification');
    const yes = question?.querySelector<HTMLElement>('.popup-notification-primary-button');
    if (!yes?.getClientRects().length) return false;
    yes.click();
    return true;
  });

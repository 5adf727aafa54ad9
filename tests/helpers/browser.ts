/** A real browser, a Chromium or in `firefox/` a Firefox, with the production build in it, on the real host names, which lead to the sandbox. */
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';
import { letIn } from './closed-root.ts';
import { openFirefox } from './firefox/index.ts';

export const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

export interface BrowserOptions {
  sandbox: Sandbox;
  /** @default 'chromium' */
  browserName?: string;
  /** A profile's folder; the same one again is the same user after a restart. A new one when left out. */
  profile?: string;
  /** @default 'da-DK' */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  /** @default true */
  headless?: boolean;
  /** Leaves the tab open that a new user is met by. @default false */
  welcome?: boolean;
  /** The build's folder, and after commas those of other extensions; null for a browser without any. */
  extension?: string | null;
}

export interface Browser {
  context: BrowserContext;
  profile: string;
  /** `chrome-extension://{id}`, `moz-extension://{id}`; `''` without it. */
  origin: string;
}

export const newProfile = () => mkdtemp(join(tmpdir(), 'kundebro-'));

export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  if (options.browserName === 'firefox') {
    const opened = await openFirefox(options);
    if (options.extension !== null) letIn(opened.context);
    return opened;
  }
  const { sandbox, locale = 'da-DK', headless = true, extension = BUILD } = options;
  const profile = options.profile ?? (await newProfile());
  const isNew = (await readdir(profile)).length === 0;
  const context = await chromium.launchPersistentContext(profile, {
    headless,
    executablePath: process.env.CHROMIUM_PATH,
    locale,
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: 780, height: 600 },
    args: [
      `--lang=${locale}`,
      // Playwright tells its locale only to the pages that it opens itself.
      `--accept-lang=${locale}`,
      ...(extension === null
        ? ['--disable-extensions']
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      `--host-resolver-rules=${sandbox.hostRules}`,
      '--ignore-certificate-errors',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  if (extension === null) return { context, profile, origin: '' };
  letIn(context);
  const isOurs = (worker: Worker) => worker.url().endsWith('/background.js');
  const worker =
    context.serviceWorkers().find(isOurs) ?? (await context.waitForEvent('serviceworker', isOurs));
  if (isNew && !options.welcome) await (await welcomeTab(context)).close();
  // Node knows no origin for this scheme.
  return { context, profile, origin: worker.url().split('/').slice(0, 3).join('/') };
}

/** The tab that opens by itself after installation. */
export async function welcomeTab(context: BrowserContext): Promise<Page> {
  const isIt = (page: Page) => page.url().endsWith('/welcome.html');
  return context.pages().find(isIt) ?? context.waitForEvent('page', isIt);
}

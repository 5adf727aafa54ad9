/** One browser for many tests, each of which finds it as a fresh user would. */
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Kundebro } from '../pages/kundebro.ts';
import { credentials, type Sandbox, world } from '../sandbox/index.ts';
import { type Browser, openBrowser } from './browser.ts';
import { emptyBrowser, rememberSites, startAs } from './fresh-user.ts';
import { type Kept, readKept } from './kept.ts';
import { quietPage } from './stop-worker.ts';

/** What a browser is started with. */
export interface Launch {
  locale: string;
  colorScheme: 'light' | 'dark';
}

const LONGEST_MS = 15_000;

async function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result> {
  const late = wait(milliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`Not done after ${milliseconds} ms`);
  });
  return Promise.race([promise, late]);
}

export async function throwAway({ context, profile }: Browser): Promise<void> {
  await context.close();
  await rm(profile, { recursive: true, force: true });
}

export class Browsers {
  #sandbox: Sandbox;
  #browserName: string;
  #shared: { browser: Browser; launch: Launch } | undefined;
  #connected: Promise<Kept> | undefined;

  constructor(sandbox: Sandbox, browserName = 'chromium') {
    this.#sandbox = sandbox;
    this.#browserName = browserName;
  }

  /** A new one, which the caller throws away. */
  async open(launch: Launch): Promise<Browser> {
    const browser = await openBrowser({
      sandbox: this.#sandbox,
      browserName: this.#browserName,
      ...launch,
    });
    rememberSites(browser);
    return browser;
  }

  /** The one of the tests before with nothing of theirs in it, or a new one where there is none. */
  async empty(launch: Launch): Promise<Browser> {
    const last = this.#shared;
    if (last?.launch.locale === launch.locale && last.launch.colorScheme === launch.colorScheme) {
      try {
        await within(LONGEST_MS, emptyBrowser(last.browser));
        return last.browser;
      } catch (error) {
        console.error('Discarding a browser:', error);
      }
    }
    await this.discard();
    const browser = await this.open(launch);
    this.#shared = { browser, launch };
    await emptyBrowser(browser);
    return browser;
  }

  /** Discards the browser; the next test gets a new one. */
  async discard(): Promise<void> {
    const last = this.#shared;
    this.#shared = undefined;
    if (last) await throwAway(last.browser);
  }

  /** What somebody has who has connected through the settings page and done nothing else. */
  connected(): Promise<Kept> {
    this.#connected ??= this.#connect();
    return this.#connected;
  }

  async #connect(): Promise<Kept> {
    this.#sandbox.reset({ world: world(), limits: false });
    const browser = await this.empty({ locale: 'da-DK', colorScheme: 'light' });
    await startAs(browser);
    const { context, origin } = browser;
    await new Kundebro(context, origin).connect(credentials.nordisk);
    const page = await quietPage(context, origin);
    return readKept(page);
  }
}

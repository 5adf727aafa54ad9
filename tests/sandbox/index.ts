import { type Faults, makeFaults } from './faults.ts';
import { sandboxFetch } from './fetch.ts';
import { generate, type WorldSize } from './generate.ts';
import { matchesFilter, type RequestFilter, type RequestRecord } from './requests.ts';
import { listen, listener } from './server.ts';
import type { World } from './world.ts';

export { contactGuid, world } from './build.ts';
export * from './credentials.ts';
export { changeContact } from './dinero-api.ts';
export { addCustomer, changeCustomer, deleteCustomer } from './effihub-api.ts';
export type { Fault, FaultHandle, Faults } from './faults.ts';
export { generate } from './generate.ts';
export { busiestMinute, type RequestFilter, type RequestRecord, slowestHundred } from './requests.ts';
export type * from './world.ts';

export interface WorldOptions {
  /** A hand-made world; wins over `size`. */
  world?: World;
  /** @default 'empty' */
  size?: WorldSize;
  /** The same seed makes the same lists. @default 1 */
  seed?: number;
  /** false: as many requests a minute as one likes. @default true */
  limits?: boolean;
}

export interface Sandbox {
  /** TLS, for browsers. */
  readonly httpsPort: number;
  /** The value of Chromium's `--host-resolver-rules`; it also needs `--ignore-certificate-errors`. */
  readonly hostRules: string;
  /** For tests in Node: the real addresses lead to this sandbox, any other host fails. */
  readonly fetch: typeof fetch;
  /** Both systems as they are now; may be changed at any time. */
  readonly world: World;
  readonly faults: Faults;
  /** Every request so far, in order of arrival. */
  readonly requests: RequestRecord[];
  /** Counts API requests; token requests and web pages when their host is named. */
  count(filter?: RequestFilter): number;
  /** Makes every access token invalid, as if an hour had passed. */
  expireTokens(): void;
  /** A new world, no faults, an empty log. What is left out, but for `world`, is as it was at the start. */
  reset(options?: WorldOptions): void;
  close(): Promise<void>;
}

/**
 * Starts stand-ins for Dinero and Effihub on this machine, built from their contract pages.
 * @param options.port the TLS port; a free one unless given
 * @example
 * const sandbox = await startSandbox({ world: world({ customers: [{ name: 'Bagergården ApS' }] }) });
 * sandbox.faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, kind: 'lost-answer' });
 */
export async function startSandbox(options: WorldOptions & { port?: number } = {}): Promise<Sandbox> {
  let world = worldOf(options);
  const requests: RequestRecord[] = [];
  const faults = makeFaults();
  const served = {
    world: () => world,
    hit: faults.hit,
    record: (request: RequestRecord) => void requests.push(request),
  };
  const { port: httpsPort, close } = await listen(listener(served), options.port ?? 0);
  return {
    httpsPort,
    hostRules: ['*.dinero.dk', '*.effihub.com', '*.visma.com']
      .map((name) => `MAP ${name} 127.0.0.1:${httpsPort}`)
      .join(', '),
    fetch: sandboxFetch(served),
    get world() {
      return world;
    },
    faults,
    requests,
    count: (filter = {}) => requests.filter((request) => matchesFilter(request, filter)).length,
    expireTokens: () => world.tokens.clear(),
    reset(next = {}) {
      faults.clear();
      requests.length = 0;
      world = worldOf({ size: options.size, seed: options.seed, limits: options.limits, ...next });
    },
    close() {
      faults.clear();
      return close();
    },
  };
}

function worldOf({ world, size = 'empty', seed = 1, limits = true }: WorldOptions): World {
  const made = world ?? generate({ size, seed });
  if (!limits) made.limits = { dinero: Number.POSITIVE_INFINITY, effihub: Number.POSITIVE_INFINITY };
  return made;
}

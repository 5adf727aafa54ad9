/**
 * The browser's extension API as the background sees it, in Node: what `wxt/browser` gives there. To be imported before
 * anything of the product.
 */

type Listener<Args extends unknown[]> = (...args: Args) => unknown;

export class Listeners<Args extends unknown[]> {
  readonly #all = new Set<Listener<Args>>();
  addListener = (listener: Listener<Args>): void => void this.#all.add(listener);
  removeListener = (listener: Listener<Args>): void => void this.#all.delete(listener);
  tell(...args: Args): void {
    for (const listener of this.#all) listener(...args);
  }
}

export type Changes = Record<string, { newValue?: unknown }>;

/** `storage.local`. */
export class StorageArea {
  readonly #kept = new Map<string, unknown>();
  readonly onChanged = new Listeners<[Changes]>();

  get(wanted: string | string[] | null): Record<string, unknown> {
    const keys = wanted === null ? [...this.#kept.keys()] : [wanted].flat();
    return Object.fromEntries(
      keys.filter((key) => this.#kept.has(key)).map((key) => [key, this.#kept.get(key)]),
    );
  }
  set(values: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(values)) this.#kept.set(key, value);
    this.onChanged.tell(
      Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])),
    );
  }
  remove(keys: string | string[]): void {
    for (const key of [keys].flat()) this.#kept.delete(key);
    this.onChanged.tell(Object.fromEntries([keys].flat().map((key) => [key, {}])));
  }
  clear(): void {
    this.#kept.clear();
  }
}

/** The part of the API that the background uses while it talks to views. */
export const browserApi = {
  /** Where the extension's pages are served. */
  origin: '',
  runtime: {
    id: 'abcdefgh'.repeat(4),
    getURL: (path: string) => new URL(path, `${browserApi.origin}/`).href,
    onMessage: new Listeners<[message: unknown, sender: unknown, answer: (answer: unknown) => void]>(),
    onConnect: new Listeners<[port: unknown]>(),
  },
};

Object.assign(globalThis, { chrome: browserApi });

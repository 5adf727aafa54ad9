/** Small tools of the measurements. */

export interface Row {
  what: string;
  /** The median of the rounds. */
  value: number;
  unit: 'ms' | 'kB' | 'calls' | 'rows';
  /** What it should stay under, where that is laid down. */
  limit?: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

/** Every so many-th, so that about as many remain as wanted. */
export function sampleOf<Item>(items: readonly Item[], wanted: number): Item[] {
  const stride = Math.max(1, Math.round(items.length / wanted));
  return items.filter((_, at) => at % stride === 0);
}

/** The slope of the logarithm of the second against the first's, by least squares: 1 when both double together. */
export function exponent(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x0 = mean(logs.map(([x]) => x));
  const y0 = mean(logs.map(([, y]) => y));
  const along = mean(logs.map(([x, y]) => (x - x0) * (y - y0)));
  return along / mean(logs.map(([x]) => (x - x0) ** 2));
}

/** Collects what is measured in several rounds under one name. */
export class Figures {
  readonly #values = new Map<string, { unit: Row['unit']; limit?: number; values: number[] }>();

  add(what: string, value: number, unit: Row['unit'], limit?: number): void {
    const known = this.#values.get(what);
    if (known) known.values.push(value);
    else this.#values.set(what, { unit, limit, values: [value] });
  }

  /** Adds how long it takes. */
  async time<Result>(what: string, act: () => Promise<Result> | Result, limit?: number): Promise<Result> {
    const begin = performance.now();
    const result = await act();
    this.add(what, performance.now() - begin, 'ms', limit);
    return result;
  }

  rows(): Row[] {
    return [...this.#values].map(([what, { unit, limit, values }]) => {
      const value = median(values);
      return { what, value: unit === 'kB' ? Math.round(value * 10) / 10 : Math.round(value), unit, limit };
    });
  }
}

export const printed = (rows: readonly Row[]): Record<string, { median: string; limit: string }> =>
  Object.fromEntries(
    rows.map(({ what, value, unit, limit }) => [
      what,
      { median: `${value} ${unit}`, limit: limit === undefined ? '' : `${limit} ${unit}` },
    ]),
  );

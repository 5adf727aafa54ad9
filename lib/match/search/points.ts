/** Counts points for the few entries of a list that get any. */

export class Points {
  private readonly points: Float32Array;
  private readonly handicap: Float32Array;
  private readonly touched: Int32Array;
  private size = 0;

  /** @param handicap per entry, the deduction when too many have points */
  constructor(handicap: Float32Array) {
    this.handicap = handicap;
    this.points = new Float32Array(handicap.length);
    this.touched = new Int32Array(handicap.length);
  }

  isEmpty(): boolean {
    return this.size === 0;
  }

  /** Adds a positive value to the entries in `list` from `begin` up to, not including, `end`. */
  add(list: Int32Array, begin: number, end: number, value: number): void {
    const { points, touched } = this;
    for (let i = begin; i < end; i++) {
      const place = list[i]!;
      if (points[place] === 0) touched[this.size++] = place;
      points[place]! += value;
    }
  }

  /** Removes an entry's points. */
  clear(place: number): void {
    this.points[place] = 0;
  }

  /**
   * Returns the best entries and resets all points.
   * @param share entries with a smaller share of the most points, or of `enough`, are left out
   * @returns the entries with the most points, most first, at most `limit`
   */
  take(limit: number, share: number, enough: number): number[] {
    const { points, handicap, touched, size } = this;
    const best: number[] = [];
    const values: number[] = [];
    let most = 0;
    for (let i = 0; i < size; i++) {
      const place = touched[i]!;
      if (points[place] === 0) continue;
      const value = points[place]! - handicap[place]!;
      if (points[place]! > most) most = points[place]!;
      points[place] = 0;
      if (best.length === limit && value <= values[limit - 1]!) continue;
      let k = best.length === limit ? limit - 1 : best.length;
      for (; k > 0 && values[k - 1]! < value; k--) {
        values[k] = values[k - 1]!;
        best[k] = best[k - 1]!;
      }
      values[k] = value;
      best[k] = place;
    }
    this.size = 0;
    const least = Math.min(most, enough) * share;
    return best.filter((place, k) => values[k]! + handicap[place]! >= least);
  }
}

/** Points for places of a list, when only few of them get any. */

export class Points {
  private readonly points: Float32Array;
  private readonly handicap: Float32Array;
  private readonly touched: Int32Array;
  private size = 0;

  /** @param handicap per place, what counts against it when too many have points */
  constructor(handicap: Float32Array) {
    this.handicap = handicap;
    this.points = new Float32Array(handicap.length);
    this.touched = new Int32Array(handicap.length);
  }

  isEmpty(): boolean {
    return this.size === 0;
  }

  /** Adds a value above 0 for the places in `list` from `begin` up to, not including, `end`. */
  add(list: Int32Array, begin: number, end: number, value: number): void {
    const { points, touched } = this;
    for (let i = begin; i < end; i++) {
      const place = list[i]!;
      if (points[place] === 0) touched[this.size++] = place;
      points[place]! += value;
    }
  }

  /** Takes a place's points away. */
  clear(place: number): void {
    this.points[place] = 0;
  }

  /**
   * Forgets all points.
   * @param share places with a smaller share of the most points, or of `enough`, are left out
   * @returns the places with the most points, most first, at most `limit` of them
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

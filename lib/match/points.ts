/** Points for places of a list, when only few of them get any. */

export class Points {
  private readonly points: Float32Array;
  private readonly touched: Int32Array;
  private size = 0;

  constructor(places: number) {
    this.points = new Float32Array(places);
    this.touched = new Int32Array(places);
  }

  isEmpty(): boolean {
    return this.size === 0;
  }

  /** Adds a value above 0 for the places in `list` from `begin` up to, not including, `end`. */
  add(list: Int32Array, begin: number, end: number, value: number): void {
    for (let i = begin; i < end; i++) {
      const place = list[i]!;
      if (this.points[place] === 0) this.touched[this.size++] = place;
      this.points[place]! += value;
    }
  }

  /**
   * Forgets all points.
   * @param share places with a smaller share of the most points are left out
   * @returns the places with the most points, in no order, about `limit` of them: up to three times as many when they tie
   */
  take(limit: number, share: number): number[] {
    const { points, touched, size } = this;
    let most = 0;
    for (let i = 0; i < size; i++) most = Math.max(most, points[touched[i]!]!);
    let best: number[] = [];
    for (let i = 0; i < size; i++) if (points[touched[i]!]! >= most * share) best.push(touched[i]!);
    if (best.length > limit) {
      const least = nthLargest(
        best.map((place) => points[place]!),
        limit,
      );
      const above = best.filter((place) => points[place]! > least);
      best = [
        ...above,
        ...best.filter((place) => points[place] === least).slice(0, limit * 3 - above.length),
      ];
    }
    for (let i = 0; i < size; i++) points[touched[i]!] = 0;
    this.size = 0;
    return best;
  }
}

const nthLargest = (values: number[], n: number): number =>
  Float32Array.from(values).sort()[values.length - n]!;

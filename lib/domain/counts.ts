/** A company's numbers, as of the last read or run. Archived customers count where they are linked. */
export interface Counts {
  customers: number;
  contacts: number;
  linked: number;
  broken: number;
  ignored: number;
  /** Customers on either side that nobody has decided on, see `lib/features/overview/undecided.ts`. */
  undecided: number;
  /** Linked customers with undecided differences. */
  differing?: number;
  /** Linked customers without a counterpart, see `lib/features/missing`. */
  goneListed?: number;
  /** Those of them that no other number counts: archived in Effihub. */
  gone?: number;
  /** Groups of duplicates, as of the last search. */
  duplicates?: number;
  /** Per system; missing until the first read by a version that has them. */
  sides?: Record<'dinero' | 'effihub', SideCounts>;
}

/** The customers of one system by state. The first three add up to all of them; broken links come on top. */
export interface SideCounts {
  linked: number;
  waiting: number;
  ignored: number;
  broken: number;
}

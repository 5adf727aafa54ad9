/** How many there are, as of the last read or run. Archived customers count where they are linked. */
export interface Counts {
  customers: number;
  contacts: number;
  linked: number;
  broken: number;
  ignored: number;
  /** Customers on either side that nobody has decided on; see `lib/sync/undecided.ts`. */
  undecided: number;
  /** Linked customers that differ and that nobody has decided on. */
  differing?: number;
  /** Linked customers that are gone on one side, see `lib/gone.ts`. */
  goneListed?: number;
  /** Those of them that no other number counts: archived in Effihub. */
  gone?: number;
  /** Groups of duplicates, as of the last look at them. */
  duplicates?: number;
  /** Each system's own; missing as long as nothing has been read since an older version. */
  sides?: Record<'dinero' | 'effihub', SideCounts>;
}

/** Where those of one system stand; their sum is all that there are, and the broken ones beside them. */
export interface SideCounts {
  linked: number;
  waiting: number;
  ignored: number;
  broken: number;
}

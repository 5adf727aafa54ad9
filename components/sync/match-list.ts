/** Which groups of step 1 are open: those the user opened, and those where the search has hits. */
import type { Group } from '../../lib/features/sync/index.ts';

export interface OpenGroups {
  /** Opened by hand. */
  pinned: ReadonlySet<Group>;
  /** Closed by hand although the search has hits there; until the next search. */
  closed: ReadonlySet<Group>;
}

export const ALL_CLOSED: OpenGroups = { pinned: new Set(), closed: new Set() };

/** @param hits a search is going on and has found something in the group */
export const isOpen = ({ pinned, closed }: OpenGroups, group: Group, hits: boolean): boolean =>
  pinned.has(group) || (hits && !closed.has(group));

/** The group's button was pressed: a group that only the search has opened is kept open first. */
export function press({ pinned, closed }: OpenGroups, group: Group, hits: boolean): OpenGroups {
  if (!pinned.has(group)) return { pinned: new Set([...pinned, group]), closed: without(closed, group) };
  return {
    pinned: without(pinned, group),
    closed: hits ? new Set([...closed, group]) : closed,
  };
}

/** Another search opens its groups again. */
export const searchedAnew = ({ pinned }: OpenGroups): OpenGroups => ({ pinned, closed: new Set() });

const without = (groups: ReadonlySet<Group>, group: Group): ReadonlySet<Group> =>
  new Set([...groups].filter((each) => each !== group));

import {
  contactInput,
  customerInput,
  type DuplicateGroup,
  duplicatesInSteps,
  type MatchInput,
  runCooperatively,
} from '../../match/index.ts';
import { liveContacts, liveCustomers } from '../candidates/service.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import { type Duplicates, dismissalKeys, type Side } from './index.ts';
import { dismissDuplicates, dismissedDuplicates, putDuplicateCount } from './repository.ts';
import { duplicateSets } from './sets.ts';

/** Progress is reported for lists longer than this. */
const LONG_LIST = 5_000;

/** The groups found in a list, valid while the list stays the same. */
interface LookedThrough {
  list: string;
  groups: DuplicateGroup[];
}

type OfSet = { connectionId: string; of: Side; ids: string[] };

export function createDuplicateService(
  { database, now, push, stayAwake }: Pick<Deps, 'database' | 'now' | 'push' | 'stayAwake'>,
  refreshShared: Refresh,
  publishOverview: PublishOverview,
) {
  const known = new Map<string, LookedThrough>();
  /** Groups of the companies whose lists have not changed since the search. */
  const settled = new Map<string, Promise<Record<Side, DuplicateGroup[]>>>();

  async function groupsIn(
    key: string,
    inputs: MatchInput[],
    onProgress: (done: number) => void,
  ): Promise<DuplicateGroup[]> {
    const list = JSON.stringify(inputs);
    const before = known.get(key);
    if (before?.list === list) return before.groups;
    const groups = await runCooperatively(duplicatesInSteps(inputs), { onProgress });
    known.set(key, { list, groups });
    return groups;
  }

  async function look(connectionId: string): Promise<Record<Side, DuplicateGroup[]>> {
    const db = await database;
    const contacts = (await liveContacts(db, connectionId)).map(contactInput);
    const customers = (await liveCustomers(db, connectionId)).map(customerInput);
    const share = contacts.length / Math.max(contacts.length + customers.length, 1);
    const tell = (done: number) => {
      if (Math.max(contacts.length, customers.length) > LONG_LIST)
        push({ type: 'duplicates', connectionId, done });
    };
    return {
      contacts: await groupsIn(`contacts:${connectionId}`, contacts, (done) => tell(done * share)),
      customers: await groupsIn(`customers:${connectionId}`, customers, (done) =>
        tell(share + done * (1 - share)),
      ),
    };
  }

  function groupsOf(connectionId: string): Promise<Record<Side, DuplicateGroup[]>> {
    const before = settled.get(connectionId);
    if (before) return before;
    const groups = stayAwake(look(connectionId));
    settled.set(connectionId, groups);
    groups.catch(() => settled.delete(connectionId));
    return groups;
  }

  /** Leaves out sets that the user has dismissed. */
  async function shown(connectionId: string): Promise<Duplicates> {
    const db = await database;
    const groups = await groupsOf(connectionId);
    const dismissed = await dismissedDuplicates(db, connectionId);
    const open = (side: Side) =>
      groups[side].filter(({ ids }) => dismissalKeys(side, ids).some((key) => !dismissed.has(key)));
    const sets = await duplicateSets(db, connectionId, {
      contacts: open('contacts'),
      customers: open('customers'),
    });
    const isChanged = await putDuplicateCount(db, connectionId, sets.contacts.length + sets.customers.length);
    if (isChanged) await publishOverview(db, connectionId);
    return sets;
  }

  async function dismiss({ connectionId, of, ids }: OfSet, dismissedAt: number | undefined): Promise<void> {
    await dismissDuplicates(await database, connectionId, of, ids, dismissedAt);
    push({ type: 'duplicates', connectionId });
    await shown(connectionId);
  }

  return {
    async duplicates({ connectionId, fresh }: { connectionId: string; fresh: boolean }): Promise<Duplicates> {
      const marks = await (await database).marks.get(connectionId);
      if (fresh || !(marks?.contacts && marks.customers)) await refreshShared(connectionId);
      return shown(connectionId);
    },
    dismissDuplicate: (input: OfSet) => dismiss(input, now()),
    undismissDuplicate: (input: OfSet) => dismiss(input, undefined),
    /** The lists may have changed. */
    forget: (connectionId: string) => void settled.delete(connectionId),
  };
}

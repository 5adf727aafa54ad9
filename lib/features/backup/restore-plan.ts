/** What restoring a file would do to what is here. Pure: the preview and the restore both follow it. */
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Run } from '../../domain/run.ts';
import {
  type Change,
  type ChangeCounts,
  compareRows,
  countChanges,
  dismissalKey,
  isSame,
  keptKey,
  noChanges,
  type RestoreMode,
} from './compare-rows.ts';
import type {
  Backup,
  SavedCompany,
  SavedImport,
  SavedKeptDifference,
  SavedLink,
  SavedNumber,
  SavedPreferences,
} from './contents.ts';
import { compareLinks, type LinkChange } from './plan-links.ts';

/** A company that is here. */
export interface CurrentCompany {
  saved: SavedCompany;
  hasKeys: boolean;
  paused: boolean;
  /** The ids of those in the lists that a link can be made between. */
  customers: ReadonlySet<CustomerId>;
  contacts: ReadonlySet<ContactGuid>;
  /** Of an account without an API: ids that are nobody's any more, mostly since the customer has got another one. */
  formerIds: ReadonlySet<CustomerId>;
  /** Of an account without an API: every id that a row has, and under which of them each import was made. */
  rows: ReadonlySet<CustomerId>;
  imports: ReadonlyMap<NonNullable<SavedImport['importKey']>, CustomerId>;
  /** What was said of differences and has not been carried out, or is to be asked again; see `keptKey`. */
  answered: ReadonlySet<string>;
  /** Runs that must stay as they are: unfinished, or shown by an unfinished flow. */
  held: ReadonlySet<Run['id']>;
}

export interface CurrentState {
  companies: CurrentCompany[];
  /** Every run, ended or not. */
  runs: ReadonlySet<Run['id']>;
}

/**
 * Who restores the links: `run` writes them to Effihub, `stored` they are put here, since the account has no API and they
 * are nowhere else, `effihub` has them itself and tells them when the company is connected, `paused` nobody for now.
 */
export type LinkWay = 'run' | 'stored' | 'effihub' | 'paused';

/** What a file holds of a company. One that is new does not compile until its change is planned; so each is counted. */
type Part = {
  [Key in keyof SavedCompany]-?: SavedCompany[Key] extends readonly unknown[] ? Key : never;
}[keyof SavedCompany];

type Changes = { [Key in Part]: Key extends 'links' ? LinkChange : Change<SavedCompany[Key][number]> };

/** `company`: that it is here, and what the user calls it. */
export type PartCounts = Record<Part | 'company', ChangeCounts>;

export interface CompanyPreview extends PartCounts {
  id: string;
  organizationName: string;
  accountName: string;
  /** `unconnected`: its keys are not here. */
  state: 'connected' | 'unconnected' | 'skipped';
  /** With `skipped`: the company that its Effihub account is connected to here. */
  otherCompany?: string;
  linkWay: LinkWay;
  /** Links that are not restored now: their customer or contact is gone, or `linkWay` says why. */
  linksLeft: number;
}

export interface CompanyPlan extends Changes {
  file: SavedCompany;
  /** Undefined: the company is new here. */
  here?: CurrentCompany;
  counted: PartCounts;
  preview: CompanyPreview;
  name?: string;
}

/** @returns one plan for every company of the file; those that are here and not in the file are left alone */
export function planRestore(file: Backup, here: CurrentState, mode: RestoreMode): CompanyPlan[] {
  /** Companies by their Effihub account: it belongs to one of them. */
  const connected = here.companies.map(({ saved }) => saved);
  return file.companies.map((company) => {
    const owner = connected.find((other) => other.id !== company.id && sharesAccount(other, company));
    if (owner) return skipped(company, owner);
    connected.push(company);
    return planCompany(
      company,
      here.companies.find(({ saved }) => saved.id === company.id),
      here.runs,
      mode,
    );
  });
}

export function comparePreferences(
  mine: SavedPreferences,
  theirs: SavedPreferences,
  mode: RestoreMode,
): ChangeCounts {
  const difference = noChanges();
  for (const key of Object.keys(theirs) as (keyof SavedPreferences)[]) {
    if (mine[key] === theirs[key]) difference.unchanged += 1;
    else difference[mode === 'replace' ? 'changed' : 'kept'] += 1;
  }
  return difference;
}

const sharesAccount = (one: SavedCompany, other: SavedCompany): boolean =>
  one.accountId === other.accountId ||
  (one.subdomain !== '' && one.subdomain.toLowerCase() === other.subdomain.toLowerCase());

function skipped(file: SavedCompany, owner: SavedCompany): CompanyPlan {
  const none = { difference: noChanges(), put: [], remove: [] };
  const planned: Changes = {
    links: { difference: noChanges(), missing: 0, remove: [], set: [] },
    ignored: none,
    contactNumbers: none,
    imports: none,
    columns: none,
    dismissals: none,
    kept: none,
    runs: none,
  };
  const counted = countedIn(planned, noChanges());
  const preview: CompanyPreview = {
    ...namesOf(file),
    ...counted,
    state: 'skipped',
    otherCompany: owner.organizationName,
    linkWay: 'paused',
    linksLeft: 0,
  };
  return { file, counted, preview, ...planned };
}

function planCompany(
  file: SavedCompany,
  here: CurrentCompany | undefined,
  runs: CurrentState['runs'],
  mode: RestoreMode,
): CompanyPlan {
  const mine = here?.saved;
  const source = mine?.source ?? file.source;
  const isSheet = source === 'sheet' && file.source === 'sheet';
  const linkWay = linkWayOf(here, source);
  const links = planLinks(file.links, here, linkWay, mode);
  const ignored = compareRows(mine?.ignored ?? [], file.ignored, {
    mode,
    keyOf: ({ contactGuid }) => contactGuid,
    merged: (one, other) => ({ ...one, ignoredAt: Math.min(one.ignoredAt, other.ignoredAt) }),
  });
  const dismissals = compareRows(mine?.dismissals ?? [], file.dismissals, {
    mode,
    keyOf: dismissalKey,
    merged: (one, other) => ({ ...one, dismissedAt: Math.min(one.dismissedAt, other.dismissedAt) }),
  });
  const columns = compareRows(isSheet ? (mine?.columns ?? []) : [], isSheet ? file.columns : [], {
    mode,
    keyOf: ([heading]) => heading,
  });
  const known = new Set(mine?.runs.map(({ id }) => id));
  const runsChange = compareRows(
    mine?.runs ?? [],
    // Not ended here, or another company's: such a run is none of the file's business.
    file.runs.filter(({ id }) => known.has(id) || !runs.has(id)),
    { mode, keyOf: ({ id }) => id, isHeld: ({ id }) => here?.held.has(id) === true },
  );
  const planned: Changes = {
    links,
    ignored,
    contactNumbers: planNumbers(mine?.contactNumbers ?? [], file.contactNumbers, mode),
    imports: planImports(isSheet ? file.imports : [], here, mode),
    columns,
    dismissals,
    kept: planKept(file.kept, here, mode),
    runs: runsChange,
  };
  const named = file.name || undefined;
  const name = mode === 'replace' ? named : (mine?.name ?? named);
  const counted = countedIn(planned, compareCompany(mine, name, named));
  return {
    file,
    here,
    ...planned,
    counted,
    preview: {
      ...namesOf(file),
      ...counted,
      state: here?.hasKeys ? 'connected' : 'unconnected',
      linkWay,
      linksLeft: linkWay === 'run' || linkWay === 'stored' ? links.missing : file.links.length,
    },
    name,
  };
}

/**
 * @param name what it will be called here
 * @param named what the file calls it
 */
function compareCompany(mine: SavedCompany | undefined, name?: string, named?: string): ChangeCounts {
  if (!mine) return { ...noChanges(), added: 1 };
  if (name !== mine.name) return { ...noChanges(), changed: 1 };
  return { ...noChanges(), kept: named === undefined || named === name ? 0 : 1 };
}

/** Merging leaves an answer that waits to be carried out. */
function planKept(
  kept: readonly SavedKeptDifference[],
  here: CurrentCompany | undefined,
  mode: RestoreMode,
): Change<SavedKeptDifference> {
  const isAnswered = (one: SavedKeptDifference) =>
    mode === 'merge' && here?.answered.has(keptKey(one)) === true;
  const open = kept.filter((one) => !isAnswered(one));
  const change = compareRows<SavedKeptDifference>(here?.saved.kept ?? [], open, { mode, keyOf: keptKey });
  change.difference.kept += kept.length - open.length;
  return change;
}

function linkWayOf(here: CurrentCompany | undefined, source: SavedCompany['source']): LinkWay {
  if (here?.paused) return 'paused';
  // Its customers may be in no table yet: that is no reason to leave their links out.
  if (source === 'sheet') return 'stored';
  return here?.hasKeys ? 'run' : 'effihub';
}

function planLinks(
  links: readonly SavedLink[],
  here: CurrentCompany | undefined,
  way: LinkWay,
  mode: RestoreMode,
): LinkChange {
  if (way === 'effihub' || way === 'paused')
    return { difference: noChanges(), missing: 0, remove: [], set: [] };
  const mine = here?.saved.links ?? [];
  const isThere = ({ customerId, contactGuid }: SavedLink) =>
    way === 'stored'
      ? here?.formerIds.has(customerId) !== true
      : here?.customers.has(customerId) === true && here.contacts.has(contactGuid);
  return compareLinks(mine, way === 'stored' ? underNewIds(links, mine, here) : links, mode, isThere);
}

/** A customer that has got another id since the file was made has taken its link along. */
function underNewIds(
  links: readonly SavedLink[],
  mine: readonly SavedLink[],
  here: CurrentCompany | undefined,
): SavedLink[] {
  const customerOf = new Map(mine.map(({ contactGuid, customerId }) => [contactGuid, customerId]));
  return links.map((link) => {
    const now = here?.formerIds.has(link.customerId) ? customerOf.get(link.contactGuid) : undefined;
    return now === undefined ? link : { ...link, customerId: now };
  });
}

const namesOf = ({ id, organizationName, accountName }: SavedCompany) => ({
  id,
  organizationName,
  accountName,
});

function countedIn(planned: Changes, company: ChangeCounts): PartCounts {
  const parts = Object.entries<{ difference: ChangeCounts }>(planned);
  const differences = Object.fromEntries(parts.map(([part, { difference }]) => [part, difference]));
  return { ...(differences as Record<Part, ChangeCounts>), company };
}

/** Where both say something of a number or of a contact, merging leaves what is here. None goes but for another one. */
function planNumbers(
  mine: readonly SavedNumber[],
  theirs: readonly SavedNumber[],
  mode: RestoreMode,
): Change<SavedNumber> {
  const contactOf = new Map(mine.map(({ number, contactGuid }) => [number, contactGuid]));
  const contacts = new Set(contactOf.values());
  const change: Change<SavedNumber> = { difference: noChanges(), put: [], remove: [] };
  const { difference } = change;
  for (const row of theirs) {
    const isKnown = contacts.has(row.contactGuid);
    if (contactOf.get(row.number) === row.contactGuid) difference.unchanged += 1;
    else if (mode === 'merge' && (isKnown || contactOf.has(row.number))) difference.kept += 1;
    else {
      difference[isKnown ? 'changed' : 'added'] += 1;
      change.put.push(row);
    }
  }
  if (mode === 'merge') return change;

  const named = new Set(theirs.map(({ contactGuid }) => contactGuid));
  const taken = new Set(theirs.map(({ number }) => number));
  for (const row of mine) {
    if (named.has(row.contactGuid)) continue;
    if (taken.has(row.number)) {
      difference.removed += 1;
      change.remove.push(row);
    } else difference.kept += 1;
  }
  return change;
}

/** An import that has been made here is not awaited twice, and none that waits here is forgotten. */
function planImports(
  imports: readonly SavedImport[],
  here: CurrentCompany | undefined,
  mode: RestoreMode,
): Change<SavedImport> {
  const mine = new Map(here?.saved.imports.map((row) => [row.id, row]));
  const rows = new Set(here?.rows);
  const made = new Map(here?.imports);
  const change: Change<SavedImport> = { difference: noChanges(), put: [], remove: [] };
  const { difference } = change;
  for (const row of imports) {
    const id = (row.importKey && made.get(row.importKey)) ?? row.id;
    const before = mine.get(id);
    mine.delete(id);
    if (before && isSameImport(before, row)) difference.unchanged += 1;
    else if (rows.has(id)) difference.kept += 1;
    else {
      difference.added += 1;
      change.put.push(row);
      rows.add(id);
      if (row.importKey) made.set(row.importKey, id);
    }
  }
  if (mode === 'replace') difference.kept += mine.size;
  return change;
}

/** Its link comes with the others, and when it was changed is of interest only here. */
function isSameImport(one: SavedImport, other: SavedImport): boolean {
  const { updatedAt, contactGuid } = one;
  return isSame(one, { ...other, updatedAt, contactGuid });
}

/** Whether anything at all comes of it. */
export const isEmptyPlan = ({ counted }: CompanyPlan): boolean =>
  Object.values(counted).every((difference) => countChanges(difference) === 0);

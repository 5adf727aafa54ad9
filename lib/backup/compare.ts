/** What restoring a file would do to what is here. Pure: the preview and the restore both follow it. */
import type { ContactGuid, CustomerId } from '../customer.ts';
import type { Run } from '../run.ts';
import type {
  Backup,
  SavedCompany,
  SavedDismissal,
  SavedIgnored,
  SavedImport,
  SavedKept,
  SavedLink,
  SavedNumber,
  SavedPreferences,
  SavedRun,
} from './contents.ts';
import {
  type Change,
  compareRows,
  type Difference,
  dismissalKey,
  isSame,
  keptKey,
  type Mode,
  nothing,
} from './difference.ts';
import { compareLinks, type LinkChange } from './links.ts';

/** A company that is here. */
export interface HereCompany {
  saved: SavedCompany;
  hasKeys: boolean;
  paused: boolean;
  /** The ids of those in the lists that a link can be made between. */
  customers: ReadonlySet<CustomerId>;
  contacts: ReadonlySet<ContactGuid>;
  /** Of an account without an API: ids that are nobody's any more, mostly since the customer has got another one. */
  formerIds: ReadonlySet<CustomerId>;
  /** What was said of differences and has not been carried out, or is to be asked again; see `keptKey`. */
  answered: ReadonlySet<string>;
  /** Runs that must stay as they are: unfinished, or shown by an unfinished flow. */
  held: ReadonlySet<Run['id']>;
}

export interface Here {
  companies: HereCompany[];
  /** Every run, ended or not. */
  runs: ReadonlySet<Run['id']>;
}

/**
 * Who restores the links: `run` writes them to Effihub, `stored` they are put here, since the account has no API and they
 * are nowhere else, `effihub` has them itself and tells them when the company is connected, `paused` nobody for now.
 */
export type LinkWay = 'run' | 'stored' | 'effihub' | 'paused';

export interface CompanyPreview {
  id: string;
  organizationName: string;
  accountName: string;
  /** `unconnected`: its keys are not here. */
  state: 'connected' | 'unconnected' | 'skipped';
  /** With `skipped`: the company that its Effihub account is connected to here. */
  otherCompany?: string;
  links: Difference;
  linkWay: LinkWay;
  /** Links that are not restored now: their customer or contact is gone, or `linkWay` says why. */
  linksLeft: number;
  ignored: Difference;
  dismissals: Difference;
  kept: Difference;
  history: Difference;
}

export interface CompanyPlan {
  file: SavedCompany;
  /** Undefined: the company is new here. */
  here?: HereCompany;
  preview: CompanyPreview;
  links: LinkChange;
  ignored: Change<SavedIgnored>;
  dismissals: Change<SavedDismissal>;
  kept: Change<SavedKept>;
  runs: Change<SavedRun>;
  numbers: SavedNumber[];
  imports: SavedImport[];
  columns: SavedCompany['columns'];
  name?: string;
}

/** @returns one plan for every company of the file; those that are here and not in the file are left alone */
export function planRestore(file: Backup, here: Here, mode: Mode): CompanyPlan[] {
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

export function comparePreferences(mine: SavedPreferences, theirs: SavedPreferences, mode: Mode): Difference {
  const difference = nothing();
  for (const key of ['language', 'theme', 'check'] as const) {
    if (mine[key] === theirs[key]) difference.unchanged += 1;
    else difference[mode === 'replace' ? 'changed' : 'kept'] += 1;
  }
  return difference;
}

const sharesAccount = (one: SavedCompany, other: SavedCompany): boolean =>
  one.accountId === other.accountId ||
  (one.subdomain !== '' && one.subdomain.toLowerCase() === other.subdomain.toLowerCase());

function skipped(file: SavedCompany, owner: SavedCompany): CompanyPlan {
  const none = { difference: nothing(), put: [], remove: [] };
  const links = { difference: nothing(), missing: 0, remove: [], set: [] };
  const changes = { links, ignored: none, dismissals: none, kept: none, runs: none };
  const preview: CompanyPreview = {
    ...previewOf(file, changes),
    state: 'skipped',
    otherCompany: owner.organizationName,
    linkWay: 'paused',
  };
  return { file, preview, ...changes, numbers: [], imports: [], columns: [] };
}

function planCompany(
  file: SavedCompany,
  here: HereCompany | undefined,
  runs: Here['runs'],
  mode: Mode,
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
  const kept = planKept(file.kept, here, mode);
  const known = new Set(mine?.runs.map(({ id }) => id));
  const runsChange = compareRows(
    mine?.runs ?? [],
    // Not ended here, or another company's: such a run is none of the file's business.
    file.runs.filter(({ id }) => known.has(id) || !runs.has(id)),
    { mode, keyOf: ({ id }) => id, isHeld: ({ id }) => here?.held.has(id) === true },
  );
  const changes = { links, ignored, dismissals, kept, runs: runsChange };
  return {
    file,
    here,
    ...changes,
    preview: {
      ...previewOf(file, changes),
      state: here?.hasKeys ? 'connected' : 'unconnected',
      linkWay,
      linksLeft: linkWay === 'run' || linkWay === 'stored' ? links.missing : file.links.length,
    },
    numbers: newNumbers(mine?.contactNumbers ?? [], file.contactNumbers, mode),
    imports: isSheet ? newImports(mine?.imports ?? [], file.imports) : [],
    columns: isSheet ? mergedColumns(mine?.columns ?? [], file.columns, mode) : (mine?.columns ?? []),
    name: mode === 'replace' || !mine ? file.name : (mine.name ?? file.name),
  };
}

/** Merging leaves an answer that waits to be carried out. */
function planKept(kept: readonly SavedKept[], here: HereCompany | undefined, mode: Mode): Change<SavedKept> {
  const isAnswered = (one: SavedKept) => mode === 'merge' && here?.answered.has(keptKey(one)) === true;
  const open = kept.filter((one) => !isAnswered(one));
  const change = compareRows<SavedKept>(here?.saved.kept ?? [], open, { mode, keyOf: keptKey });
  change.difference.kept += kept.length - open.length;
  return change;
}

function linkWayOf(here: HereCompany | undefined, source: SavedCompany['source']): LinkWay {
  if (here?.paused) return 'paused';
  // Its customers may be in no table yet: that is no reason to leave their links out.
  if (source === 'sheet') return 'stored';
  return here?.hasKeys ? 'run' : 'effihub';
}

function planLinks(
  links: readonly SavedLink[],
  here: HereCompany | undefined,
  way: LinkWay,
  mode: Mode,
): LinkChange {
  if (way === 'effihub' || way === 'paused')
    return { difference: nothing(), missing: 0, remove: [], set: [] };
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
  here: HereCompany | undefined,
): SavedLink[] {
  const customerOf = new Map(mine.map(({ contactGuid, customerId }) => [contactGuid, customerId]));
  return links.map((link) => {
    const now = here?.formerIds.has(link.customerId) ? customerOf.get(link.contactGuid) : undefined;
    return now === undefined ? link : { ...link, customerId: now };
  });
}

function previewOf(
  { id, organizationName, accountName }: SavedCompany,
  {
    links,
    ignored,
    dismissals,
    kept,
    runs,
  }: Pick<CompanyPlan, 'links' | 'ignored' | 'dismissals' | 'kept' | 'runs'>,
) {
  return {
    id,
    organizationName,
    accountName,
    links: links.difference,
    linksLeft: 0,
    ignored: ignored.difference,
    dismissals: dismissals.difference,
    kept: kept.difference,
    history: runs.difference,
  };
}

/** Where both say something of a number or of a contact, merging leaves what is here. */
function newNumbers(mine: readonly SavedNumber[], theirs: readonly SavedNumber[], mode: Mode): SavedNumber[] {
  const contactOf = new Map(mine.map(({ number, contactGuid }) => [number, contactGuid]));
  const contacts = new Set(contactOf.values());
  return theirs.filter(({ number, contactGuid }) =>
    mode === 'replace'
      ? contactOf.get(number) !== contactGuid
      : !(contactOf.has(number) || contacts.has(contactGuid)),
  );
}

/** An import that has been made here is not awaited twice. */
function newImports(mine: readonly SavedImport[], theirs: readonly SavedImport[]): SavedImport[] {
  const ids = new Set(mine.map(({ id }) => id));
  const keys = new Set(mine.flatMap(({ importKey }) => importKey ?? []));
  return theirs.filter(({ id, importKey }) => !ids.has(id) && !(importKey && keys.has(importKey)));
}

function mergedColumns(
  mine: SavedCompany['columns'],
  theirs: SavedCompany['columns'],
  mode: Mode,
): SavedCompany['columns'] {
  if (mode === 'replace') return theirs;
  const headings = new Set(mine.map(([heading]) => heading));
  return [...mine, ...theirs.filter(([heading]) => !headings.has(heading))];
}

const isUnchanged = ({ put, remove }: Change<unknown>): boolean => put.length + remove.length === 0;

/** Whether anything at all comes of it. */
export const isEmptyPlan = ({ here, links, numbers, imports, columns, name, ...changes }: CompanyPlan) =>
  here !== undefined &&
  links.set.length + links.remove.length + numbers.length + imports.length === 0 &&
  [changes.ignored, changes.dismissals, changes.kept, changes.runs].every(isUnchanged) &&
  isSame(columns, here.saved.columns) &&
  name === here.saved.name;

/** Plans what restoring a file changes. Pure: both the preview and the restore use the plan. */
import {
  type Change,
  type ChangeCounts,
  compareRows,
  countChanges,
  dismissalKey,
  noChanges,
  type RestoreMode,
} from './compare-rows.ts';
import type { Backup, SavedCompany, SavedPreferences } from './contents.ts';
import type { CurrentCompany, CurrentState } from './current-state.ts';
import { type LinkChange, type LinkWay, linkWayOf, planLinks } from './plan-links.ts';
import { planImports, planKept, planNumbers } from './plan-parts.ts';

/** The lists of a saved company. A new list does not compile until its change is planned and counted. */
type Part = {
  [Key in keyof SavedCompany]-?: SavedCompany[Key] extends readonly unknown[] ? Key : never;
}[keyof SavedCompany];

type Changes = { [Key in Part]: Key extends 'links' ? LinkChange : Change<SavedCompany[Key][number]> };

/** `company` counts the company itself and its name. */
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
  /** Links that are not restored: the customer or contact is missing, or because of `linkWay`. */
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

/** @returns one plan per company in the file; other companies stay as they are */
export function planRestore(file: Backup, here: CurrentState, mode: RestoreMode): CompanyPlan[] {
  /** An Effihub account can belong to one company only. */
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
    // A run that has not ended here, or belongs to another company, is not restored.
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
 * @param name the name after the restore
 * @param named the name in the file
 */
function compareCompany(mine: SavedCompany | undefined, name?: string, named?: string): ChangeCounts {
  if (!mine) return { ...noChanges(), added: 1 };
  if (name !== mine.name) return { ...noChanges(), changed: 1 };
  return { ...noChanges(), kept: named === undefined || named === name ? 0 : 1 };
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

/** Whether the plan changes nothing. */
export const isEmptyPlan = ({ counted }: CompanyPlan): boolean =>
  Object.values(counted).every((difference) => countChanges(difference) === 0);

/** What a restore would do to saved differences, contact numbers and awaited imports. Pure. */
import { type Change, compareRows, isSame, keptKey, noChanges, type RestoreMode } from './compare-rows.ts';
import type { SavedImport, SavedKeptDifference, SavedNumber } from './contents.ts';
import type { CurrentCompany } from './current-state.ts';

/** Merging does not overwrite a pending answer. */
export function planKept(
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

/** On conflict, merging keeps the stored number. Numbers are only replaced, never just removed. */
export function planNumbers(
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

/** Does not add an import that was made here already, and does not drop one that is waiting here. */
export function planImports(
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

/** Ignores the link, which is compared with the other links, and the time of the last change. */
function isSameImport(one: SavedImport, other: SavedImport): boolean {
  const { updatedAt, contactGuid } = one;
  return isSame(one, { ...other, updatedAt, contactGuid });
}

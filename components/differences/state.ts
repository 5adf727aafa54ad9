/** The differing fields of linked customers, and the user's answers. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type CustomerId, FIELDS, type Field } from '../../lib/domain/customer.ts';
import type { Answer, Difference } from '../../lib/domain/difference.ts';
import type { Run } from '../../lib/domain/run.ts';
import { isFound, searchText, wordsOf } from '../../lib/domain/text-search.ts';
import { canBeSent } from '../../lib/features/differences/index.ts';
import type { DifferencesRow, GivenAnswer } from '../../lib/features/differences/messages.ts';
import { type Background, background } from '../shared/background.ts';
import { type Change, createChoices } from '../shared/choices.ts';
import { latestOnly } from '../shared/view-state.ts';

export type FieldFilter = Field | 'all';
export type Failed = 'load' | 'answer' | 'save';

/** One field of one customer. */
export interface Line {
  row: DifferencesRow;
  difference: Difference;
}

export type DifferencesState = ReturnType<typeof createDifferencesState>;

/** Identifies a field of a customer. The field comes first, since an id may contain anything. */
const keyOf = (customerId: CustomerId, field: Field): string => `${field} ${customerId}`;

export function createDifferencesState(connectionId: string, { send, updates }: Background = background) {
  const rows = signal<DifferencesRow[] | undefined>(undefined);
  const failure = signal<{ error: unknown; what: Failed } | undefined>(undefined);
  const search = signal('');
  const field = signal<FieldFilter>('all');
  const withKept = signal(false);
  const saving = signal(false);
  /** The run that was started here, and how many differences were kept. */
  const outcome = signal<{ run?: Run; kept: number } | undefined>(undefined);
  /** The number of empty values that the last answer for all shown fields left out. */
  const leftOut = signal(0);
  const fail = (what: Failed) => (error: unknown) => {
    failure.value = { error, what };
  };

  const lines = computed(() => {
    const all = new Map<string, Line>();
    for (const row of rows.value ?? [])
      for (const difference of row.differences)
        all.set(keyOf(row.customerId, difference.field), { row, difference });
    return all;
  });
  const answers = createChoices<Answer>({
    send: (changes) =>
      send('answerDifferences', {
        connectionId,
        answers: changes.flatMap(([key, answer]): GivenAnswer[] => {
          const line = lines.value.get(key);
          if (!line) return [];
          const { dinero, effihub, field: about } = line.difference;
          return [{ customerId: line.row.customerId, field: about, answer, dinero, effihub }];
        }),
      }),
    refused: fail('answer'),
  });

  /** Resolves when all answers so far are stored, so that saving carries out the latest ones. */
  let sent: Promise<unknown> = Promise.resolve();
  const say = (changes: Change<Answer>[]) => {
    sent = Promise.all([sent, answers.choose(changes)]);
  };

  const said = ({ row, difference }: Line) => row.answers.find((one) => one.field === difference.field);
  const isKept = (line: Line): boolean => said(line)?.kept === true;
  const isStale = (line: Line): boolean =>
    said(line)?.stale === true &&
    !answers.current.value.has(keyOf(line.row.customerId, line.difference.field));

  /** The rows with their fields, without kept ones unless they are shown too. */
  const candidates = computed(() => {
    const list = rows.value ?? [];
    return list.flatMap((row) => {
      const seen = row.differences.filter((difference) => withKept.value || !isKept({ row, difference }));
      return seen.length > 0 ? [{ ...row, differences: seen }] : [];
    });
  });
  const texts = computed(() => new Map(candidates.value.map((row) => [row.customerId, searchTextOf(row)])));
  /** Fields in which at least one customer differs. */
  const fields = computed(() =>
    FIELDS.filter((each) =>
      candidates.value.some((row) => row.differences.some((one) => one.field === each)),
    ),
  );
  /** The chosen field, or all when no customer differs in it any more. */
  const onlyField = computed((): FieldFilter => {
    const chosen = field.value;
    return chosen !== 'all' && fields.value.includes(chosen) ? chosen : 'all';
  });
  const shown: ReadonlySignal<DifferencesRow[]> = computed(() => {
    const words = wordsOf(search.value);
    return candidates.value.flatMap((row) => {
      if (!isFound(texts.value.get(row.customerId) ?? '', words)) return [];
      const of = onlyField.value;
      const differences = of === 'all' ? row.differences : row.differences.filter((one) => one.field === of);
      return differences.length > 0 ? [{ ...row, differences }] : [];
    });
  });
  const keptCount = computed(() => [...lines.value.values()].filter(isKept).length);
  const counts = computed(() => {
    const sum: Record<Answer, number> = { dinero: 0, effihub: 0, both: 0 };
    for (const [key, answer] of answers.current.value) if (lines.value.has(key)) sum[answer] += 1;
    return sum;
  });

  const startRequest = latestOnly();
  async function load(): Promise<void> {
    const isLatest = startRequest();
    try {
      const found = (await send('differences', { connectionId })).rows;
      if (!isLatest()) return;
      rows.value = found;
      const given = found.flatMap((row) =>
        row.answers
          .filter(({ kept, stale }) => !kept && !stale)
          .map((one): [string, Answer] => [keyOf(row.customerId, one.field), one.answer]),
      );
      answers.follow(given);
      const known = new Set(given.map(([key]) => key));
      answers.follow(
        [...answers.current.value.keys()].filter((key) => !known.has(key)).map((key) => [key, null]),
      );
      if (failure.value?.what === 'load') failure.value = undefined;
    } catch (error) {
      if (isLatest()) fail('load')(error);
    }
  }

  const offUpdate = updates.onUpdate((update) => {
    if ((update.type === 'answers' || update.type === 'links') && update.connectionId === connectionId)
      void load();
  });
  const offReconnect = updates.onReconnect(load);
  void load();

  return {
    connectionId,
    rows,
    failure,
    search,
    field,
    onlyField,
    withKept,
    saving,
    outcome,
    leftOut,
    shown,
    all: computed(() => candidates.value.length),
    keptCount,
    fields,
    counts,
    isKept,
    isStale,
    load,
    answerOf: ({ row, difference }: Line): Answer | undefined =>
      answers.current.value.get(keyOf(row.customerId, difference.field)) ??
      (isKept({ row, difference }) ? 'both' : undefined),

    answer({ row, difference }: Line, given: Answer | null): void {
      leftOut.value = 0;
      say([[keyOf(row.customerId, difference.field), given]]);
    },

    /** Answers all shown fields. Empty values are left out, to be chosen one by one; unreadable values cannot be chosen at all. */
    answerShown(given: Answer | null): void {
      const all = shown.value.flatMap((row) => row.differences.map((difference) => ({ row, difference })));
      const isSide = given === 'dinero' || given === 'effihub';
      const filled = isSide ? all.filter(({ difference }) => difference[given] !== '') : all;
      const taken = isSide
        ? filled.filter(({ row, difference }) => canBeSent(difference, given, row.countries))
        : filled;
      leftOut.value = all.length - filled.length;
      say(taken.map(({ row, difference }) => [keyOf(row.customerId, difference.field), given]));
    },

    /** Carries out the answers, unless one could not be stored. */
    async save(): Promise<void> {
      saving.value = true;
      failure.value = undefined;
      leftOut.value = 0;
      try {
        await sent;
        if (failure.peek()?.what === 'answer') return;
        outcome.value = await send('updateFields', { connectionId });
      } catch (error) {
        fail('save')(error);
      } finally {
        saving.value = false;
      }
    },

    dispose(): void {
      offUpdate();
      offReconnect();
    },
  };
}

/** Both names, city, VAT number and the differing values. */
function searchTextOf(row: DifferencesRow): string {
  const { customerId: id, name, otherName, city, vatNumber, differences } = row;
  const values = differences.flatMap(({ dinero, effihub }) => [dinero, effihub]);
  return searchText({ id, name: [name, otherName, ...values].join('\n'), city, vatNumber });
}

/** The wizard's state: the lists, the user's choices and the actions. */
import { batch, computed, signal } from '@preact/signals';
import type { ContactChoice, CustomerChoice, Step, WizardProgress } from '../../lib/domain/choices.ts';
import type { CustomerDefaults } from '../../lib/domain/customer.ts';
import { isOnlyEarly, type Problem, problemOf } from '../../lib/domain/problem.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import { fingerprint, makePlan } from '../../lib/features/sync/index.ts';
import type { SyncSnapshot } from '../../lib/features/sync/messages.ts';
import type { Update } from '../../lib/features/updates.ts';
import { type Background, background } from '../shared/background.ts';
import { createChoices } from '../shared/choices.ts';
import { createChoiceActions } from './choice-actions.ts';
import { createSimilarSearch } from './create-checks.ts';
import { createMending, createUnlinking } from './link-actions.ts';
import { createLoader } from './loader.ts';
import { forNewSearch } from './match-list.ts';
import { createProgressState, type Phase, type RefusedAction } from './progress.ts';
import { createStepLists } from './step-lists.ts';

const EMPTY_LISTS: SyncLists = { customers: [], contacts: [], links: [], ignored: [], matches: [] };
const NO_DEFAULTS: CustomerDefaults = {
  hub: { showTimesheets: false, showProjects: false, showPunchCards: false, showInvoices: false },
  language: 'da',
};

export type WizardState = ReturnType<typeof createWizardState>;

/**
 * Starts loading at once.
 * @param onEnd the flow has been finished or discarded, here or in another view
 */
export function createWizardState(
  connectionId: string,
  onEnd: () => void,
  { send, updates }: Background = background,
) {
  const phase = signal<Phase>({ name: 'reading', read: {} });
  const progress = createProgressState();
  const data = signal<SyncLists>(EMPTY_LISTS);
  const defaults = signal<CustomerDefaults>(NO_DEFAULTS);
  /** The number of choices that were dropped because their customer or contact no longer exists. */
  const droppedChoices = signal(0);
  const refusal = signal<{ action: RefusedAction; problem?: Problem } | undefined>(undefined);
  const starting = signal(false);
  const refused = (action: RefusedAction) => (error: unknown) => {
    if (isOnlyEarly(error)) return;
    refusal.value = { action, problem: problemOf(error) };
  };

  const customers = createChoices<CustomerChoice>({
    send: (choices) => send('chooseCustomers', { connectionId, choices }),
    refused: refused('choice'),
  });
  const contacts = createChoices<ContactChoice>({
    send: (choices) => send('chooseContacts', { connectionId, choices }),
    refused: refused('choice'),
  });
  const lists = createStepLists(data, customers.current, contacts.current);
  const importDefaults = computed(() => progress.current.value?.importDefaults ?? defaults.value);
  /** Effihub does not tell its languages: those in use, and this application's two. */
  const languages = computed(() => {
    const used = data.value.customers.flatMap((customer) => customer.language ?? []);
    return [...new Set(['da', 'en', defaults.value.language, importDefaults.value.language, ...used])];
  });

  const applySnapshot = (snapshot: SyncSnapshot) =>
    batch(() => {
      progress.receive(snapshot.head);
      defaults.value = snapshot.defaults;
      droppedChoices.value = snapshot.gone;
      customers.replace(snapshot.customers);
      contacts.replace(snapshot.contacts);
    });
  const showLists = (read: SyncLists) =>
    batch(() => {
      data.value = read;
      phase.value = { name: 'ready' };
    });
  const loader = createLoader({ connectionId, send, phase, progress, applySnapshot, showLists, onEnd });

  /** The lists are outdated: the user decides on the new ones. */
  const reload = () => {
    phase.value = { name: 'reading', read: {} };
    return loader.load();
  };

  const { followRun, ...mend } = createMending({ connectionId, send, refused });

  const follow = (update: Update) => {
    if (update.type === 'run') followRun(update.run);
    if (!('connectionId' in update) || update.connectionId !== connectionId) return;
    if (update.type === 'customers') customers.follow(update.choices);
    else if (update.type === 'contacts') contacts.follow(update.choices);
    else if (update.type === 'links') data.value = { ...data.value, links: update.links };
    else if (update.type === 'head') followProgress(update.head);
    else loader.follow(update);
  };
  const followProgress = (next: WizardProgress | null) => {
    if (!next) return onEnd();
    const before = progress.current.value;
    const isAnotherFlow = before !== undefined && before.startedAt !== next.startedAt;
    progress.receive(next);
    if (isAnotherFlow) void loader.load();
  };
  const stops = [updates.onUpdate(follow), updates.onReconnect(() => void loader.reconnect())];
  void loader.load();
  stops.push(
    lists.matchSearch.subscribe(() => {
      lists.openGroups.value = forNewSearch(lists.openGroups.peek());
    }),
  );

  const changeProgress = (
    changes: Partial<WizardProgress>,
    action: RefusedAction,
    send: () => Promise<unknown>,
  ) => {
    refusal.value = undefined;
    return progress.change(changes, send, refused(action));
  };

  return {
    connectionId,
    send,
    phase,
    progress: progress.current,
    data,
    droppedChoices,
    refusal,
    starting,
    importDefaults,
    languages,
    ...lists,
    ...createChoiceActions(lists, customers, contacts),
    ...createUnlinking({ connectionId, send, data, refused }),
    ...mend,
    ...createSimilarSearch({ connectionId, send, ...lists, refused }),
    load: () => loader.load(),
    goTo: (step: Step) => {
      // Shown once, in the step where the user first sees it.
      droppedChoices.value = 0;
      return changeProgress({ step }, 'step', () => send('goToStep', { connectionId, step }));
    },
    /** @param change gets the current choice, which may be newer than what a view has rendered */
    changeImportDefaults: (change: (chosen: CustomerDefaults) => CustomerDefaults) => {
      const chosen = change(importDefaults.value);
      return changeProgress({ importDefaults: chosen }, 'choice', () =>
        send('setImportDefaults', { connectionId, defaults: chosen }),
      );
    },
    start: async () => {
      if (starting.value) return;
      starting.value = true;
      refusal.value = undefined;
      try {
        const plan = makePlan(data.value, lists.choices.value, importDefaults.value);
        const run = await send('startRun', { connectionId, shown: await fingerprint(plan) });
        const { value } = progress.current;
        if (value) progress.receive({ ...value, step: 4, runId: run.id });
      } catch (error) {
        refused('start')(error);
        if (problemOf(error)?.code === 'changed') void reload();
      } finally {
        starting.value = false;
      }
    },
    dispose: () => {
      loader.dispose();
      for (const stop of stops) stop();
    },
  };
}

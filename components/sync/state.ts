/** The wizard's state: what the background read, what the user chose, and the actions. The views only show it. */
import { batch, computed, signal } from '@preact/signals';
import type { ContactChoice, CustomerChoice, Step, WizardProgress } from '../../lib/domain/choices.ts';
import type { CustomerDefaults } from '../../lib/domain/customer.ts';
import { isOnlyEarly, type Problem, problemOf } from '../../lib/domain/problem.ts';
import type { SyncSnapshot } from '../../lib/features/messages.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import { fingerprint, makePlan } from '../../lib/features/sync/index.ts';
import type { Update } from '../../lib/features/updates.ts';
import { type Background, background } from '../shared/background.ts';
import { createChoices } from '../shared/choices.ts';
import { customerActions } from './choice-actions.ts';
import { createSimilar } from './create-checks.ts';
import { createLinkActions } from './link-actions.ts';
import { createLoader } from './loader.ts';
import { createMend } from './match/mend.ts';
import { ALL_CLOSED, searchedAnew } from './match-list.ts';
import { createHead } from './progress.ts';
import { derive } from './step-lists.ts';
import type { Phase, RefusedAction } from './types.ts';

const NOTHING: SyncLists = { customers: [], contacts: [], links: [], ignored: [], matches: [] };
const NO_DEFAULTS: CustomerDefaults = {
  hub: { showTimesheets: false, showProjects: false, showPunchCards: false, showInvoices: false },
  language: 'da',
};

export type Wizard = ReturnType<typeof createWizard>;

/**
 * Starts at once; `dispose` when the view closes.
 * @param onEnd the flow is not there any more: finished or thrown away, here or in another view
 */
export function createWizard(
  connectionId: string,
  onEnd: () => void,
  { send, updates }: Background = background,
) {
  const phase = signal<Phase>({ name: 'reading', read: {} });
  const head = createHead();
  const data = signal<SyncLists>(NOTHING);
  const defaults = signal<CustomerDefaults>(NO_DEFAULTS);
  /** Choices whose customer or contact is not there any more. */
  const gone = signal(0);
  const refusal = signal<{ action: RefusedAction; problem?: Problem } | undefined>(undefined);
  const starting = signal(false);
  const openGroups = signal(ALL_CLOSED);
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
  const derived = derive(data, customers.current, contacts.current);
  const importDefaults = computed(() => head.current.value?.importDefaults ?? defaults.value);
  /** Effihub's list of languages is not known: those that are in use, and the two of this application. */
  const languages = computed(() => {
    const used = data.value.customers.flatMap((customer) => customer.language ?? []);
    return [...new Set(['da', 'en', defaults.value.language, importDefaults.value.language, ...used])];
  });

  const take = (snapshot: SyncSnapshot) =>
    batch(() => {
      head.told(snapshot.head);
      defaults.value = snapshot.defaults;
      gone.value = snapshot.gone;
      customers.replace(snapshot.customers);
      contacts.replace(snapshot.contacts);
    });
  const show = (lists: SyncLists) =>
    batch(() => {
      data.value = lists;
      phase.value = { name: 'ready' };
    });
  const loader = createLoader({ connectionId, send, phase, head, take, show, onEnd });

  /** What is shown is out of date: nothing is decided on it any more. */
  const readAnew = () => {
    phase.value = { name: 'reading', read: {} };
    return loader.load();
  };

  const { followRun, ...mend } = createMend({ connectionId, send, refused });

  const follow = (update: Update) => {
    if (update.type === 'run') followRun(update.run);
    if (!('connectionId' in update) || update.connectionId !== connectionId) return;
    if (update.type === 'customers') customers.follow(update.choices);
    else if (update.type === 'contacts') contacts.follow(update.choices);
    else if (update.type === 'links') data.value = { ...data.value, links: update.links };
    else if (update.type === 'head') followHead(update.head);
    else loader.follow(update);
  };
  const followHead = (next: WizardProgress | null) => {
    if (!next) return onEnd();
    const before = head.current.value;
    const another = before !== undefined && before.startedAt !== next.startedAt;
    head.told(next);
    if (another) void loader.load();
  };
  const stops = [updates.onUpdate(follow), updates.onReconnect(() => void loader.again())];
  void loader.load();
  stops.push(
    derived.matchSearch.subscribe(() => {
      openGroups.value = searchedAnew(openGroups.peek());
    }),
  );

  const changeHead = (
    changes: Partial<WizardProgress>,
    action: RefusedAction,
    send: () => Promise<unknown>,
  ) => {
    refusal.value = undefined;
    return head.change(changes, send, refused(action));
  };

  return {
    connectionId,
    send,
    phase,
    head: head.current,
    data,
    gone,
    refusal,
    starting,
    openGroups,
    importDefaults,
    languages,
    ...derived,
    ...customerActions(derived, customers, contacts),
    ...createLinkActions({ connectionId, send, data, refused }),
    ...mend,
    ...createSimilar({ connectionId, send, ...derived, refused }),
    load: () => loader.load(),
    goTo: (step: Step) => {
      // Said once; the next step is about something else.
      gone.value = 0;
      return changeHead({ step }, 'step', () => send('goToStep', { connectionId, step }));
    },
    /** @param change from what is chosen now, which a view may not have drawn yet */
    changeImportDefaults: (change: (chosen: CustomerDefaults) => CustomerDefaults) => {
      const chosen = change(importDefaults.value);
      return changeHead({ importDefaults: chosen }, 'choice', () =>
        send('setImportDefaults', { connectionId, defaults: chosen }),
      );
    },
    start: async () => {
      if (starting.value) return;
      starting.value = true;
      refusal.value = undefined;
      try {
        const plan = makePlan(data.value, derived.choices.value, importDefaults.value);
        const run = await send('startRun', { connectionId, shown: await fingerprint(plan) });
        const { value } = head.current;
        if (value) head.told({ ...value, step: 4, runId: run.id });
      } catch (error) {
        refused('start')(error);
        if (problemOf(error)?.code === 'changed') void readAnew();
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

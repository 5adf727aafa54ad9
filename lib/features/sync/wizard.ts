import type { ContactChoice, CustomerChoice, Step, WizardProgress } from '../../domain/choices.ts';
import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import { isActive } from '../../domain/run.ts';
import { markUsed } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { operationsOf } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { changeWizardProgress, clearWizard, putChoices, reopenWizard, wizardProgress } from './repository.ts';

/** The unfinished wizard: its step and choices are stored here and shown by any number of views. */
export function createWizard({ database, now, push }: Deps, publishOverview: PublishOverview) {
  async function progressIn(db: Database, connectionId: string): Promise<WizardProgress> {
    return (await wizardProgress(db, connectionId)) ?? { step: 1, startedAt: now() };
  }

  async function publishProgress(connectionId: string): Promise<WizardProgress> {
    const db = await database;
    const head = await progressIn(db, connectionId);
    push({ type: 'head', connectionId, head });
    await publishOverview(db, connectionId);
    return head;
  }

  async function change(connectionId: string, changes: Partial<WizardProgress>): Promise<WizardProgress> {
    await changeWizardProgress(await database, connectionId, changes, now());
    return publishProgress(connectionId);
  }

  /**
   * Leaves the result. After a finished run all choices are cleared; after one that was stopped early, also when its failures
   * were retried, all choices stay except those that were carried out.
   */
  async function finishFlow({ connectionId }: OfConnection): Promise<void> {
    const db = await database;
    const progress = await wizardProgress(db, connectionId);
    const run = progress?.runId ? await db.runs.get(progress.runId) : undefined;
    if (!progress || !run || isActive(run)) return;
    const tasks = (await operationsOf(db, run.id)).filter(({ kind }) => kind !== 'skip');
    const done = tasks.filter(({ state }) => state === 'done');
    const isLeft = tasks.some(({ state }) => state === 'notRun');
    if (isLeft || (run.state === 'stopped' && done.length < tasks.length))
      await reopenWizard(db, connectionId, done, now());
    else await clearWizard(db, connectionId);
    push({ type: 'head', connectionId, head: null });
    await publishOverview(db, connectionId);
  }

  return {
    progress: async (connectionId: string) => progressIn(await database, connectionId),
    /** To be called after the progress was stored elsewhere. */
    publishProgress,

    async startFlow({ connectionId, fresh }: OfConnection & { fresh: boolean }): Promise<WizardProgress> {
      const db = await database;
      if (await markUsed(db, connectionId, now())) await publishOverview(db, connectionId);
      const progress = await wizardProgress(db, connectionId);
      const run = progress?.runId ? await db.runs.get(progress.runId) : undefined;
      if (progress && run && isActive(run)) return progress;
      if (progress && !run && !fresh) return progress;
      await finishFlow({ connectionId });
      if (fresh) await clearWizard(db, connectionId);
      return change(connectionId, { step: 1, startedAt: now() });
    },

    async goToStep({ connectionId, step }: OfConnection & { step: Step }): Promise<void> {
      await change(connectionId, { step });
    },

    async chooseCustomers(input: OfConnection & { choices: [CustomerId, CustomerChoice | null][] }) {
      await putChoices(await database, input.connectionId, 'customer', input.choices);
      push({ type: 'customers', ...input });
    },

    async chooseContacts(input: OfConnection & { choices: [ContactGuid, ContactChoice | null][] }) {
      await putChoices(await database, input.connectionId, 'contact', input.choices);
      push({ type: 'contacts', ...input });
    },

    async setImportDefaults({ connectionId, defaults }: OfConnection & { defaults: CustomerDefaults }) {
      await change(connectionId, { importDefaults: defaults });
    },

    finishFlow,
  };
}

export type Wizard = ReturnType<typeof createWizard>;

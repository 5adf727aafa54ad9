import { ProblemError } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import { allContacts, allCustomers } from '../../storage/cached-lists.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { updateCounts } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunScheduler, Task } from '../runs/service.ts';
import type { RestoreMode } from './compare-rows.ts';
import type { SavedPreferences } from './contents.ts';
import { readBackup, writeBackup } from './file.ts';
import type { ModePreview, RestorePreview } from './messages.ts';
import { applyPlan, currentState, inTransaction, savedCompanies } from './repository.ts';
import { type CompanyPlan, isEmptyPlan, planRestore } from './restore-plan.ts';

interface Parts {
  scheduler: RunScheduler;
  publishOverview: PublishOverview;
  refreshShared: Refresh;
  refreshStrict: Refresh;
  /** Drops what was derived from a connection's lists. */
  forget(connectionId: string): void;
}

/** Makes and restores backups: one file with everything except secrets. */
export function createBackupService({ database, now, push }: Deps, parts: Parts) {
  const { scheduler, publishOverview, refreshShared, refreshStrict, forget } = parts;

  /** Reads the lists of connected companies that were never read: without them no link can be restored. */
  async function readUnread(connectionIds: readonly string[]): Promise<void> {
    const db = await database;
    for (const id of connectionIds) {
      const marks = await db.marks.get(id);
      if ((marks?.contacts && marks.customers) || !(await db.secrets.get(id))) continue;
      // If this fails, everything else can still be restored.
      await refreshShared(id).catch(() => undefined);
    }
  }

  /** Unlinks come first: a contact may move from one customer to another. */
  async function tasksOf({ file, links }: CompanyPlan): Promise<Task[]> {
    const db = await database;
    const names = new Map((await allCustomers(db, file.id)).map(({ id, name }) => [id, name]));
    const others = new Map((await allContacts(db, file.id)).map(({ guid, name }) => [guid, name]));
    return [
      ...links.remove.map(({ customerId, customer }): Task => {
        return { kind: 'unlink', customerId, name: names.get(customerId) ?? customer };
      }),
      ...links.set.map(({ customerId, contactGuid, customer, contact }): Task => {
        const name = names.get(customerId) ?? customer;
        return { kind: 'link', customerId, contactGuid, name, otherName: others.get(contactGuid) ?? contact };
      }),
    ];
  }

  /** Stores one company and begins the run that writes its links. */
  async function restoreCompany(plan: CompanyPlan): Promise<Run[]> {
    await applyPlan(await database, plan, now());
    if (plan.preview.linkWay !== 'run') return [];
    const tasks = await tasksOf(plan);
    return tasks.length > 0 ? [await scheduler.create(plan.file.id, 'restore', tasks)] : [];
  }

  return {
    async makeBackup(input: { preferences: SavedPreferences; connectionId?: string }) {
      const { preferences, connectionId } = input;
      const companies = await savedCompanies(await database, connectionId);
      return writeBackup({ madeAt: new Date(now()).toISOString(), preferences, companies });
    },

    async previewRestore({ text }: { text: string }): Promise<RestorePreview> {
      const file = readBackup(text);
      await readUnread(file.companies.map(({ id }) => id));
      const db = await database;
      const here = await inTransaction(db, () => currentState(db));
      const preview = (mode: RestoreMode): ModePreview => {
        const plans = planRestore(file, here, mode);
        return {
          companies: plans.map((plan) => plan.preview),
          isEmpty: plans.every((plan) => plan.preview.state === 'skipped' || isEmptyPlan(plan)),
        };
      };
      const { madeAt, preferences } = file;
      return { madeAt, preferences, merge: preview('merge'), replace: preview('replace') };
    },

    /** @throws ProblemError `busy` when a company in the file has an unfinished run; nothing is stored then */
    async restore({ text, mode }: { text: string; mode: RestoreMode }) {
      const file = readBackup(text);
      const db = await database;
      const { runs, touched, rewritten } = await inTransaction(db, async () => {
        const plans = planRestore(file, await currentState(db), mode).filter(
          ({ preview }) => preview.state !== 'skipped',
        );
        for (const { file: company } of plans)
          if (await scheduler.activeRun(company.id))
            throw new ProblemError({ system: 'kundebro', code: 'busy' });
        const begun: Run[] = [];
        for (const plan of plans) begun.push(...(await restoreCompany(plan)));
        const ids = (some: CompanyPlan[]) => some.map(({ file: company }) => company.id);
        const isRewritten = ({ here, preview }: CompanyPlan) => here?.hasKeys && preview.linkWay === 'stored';
        return { runs: begun, touched: ids(plans), rewritten: ids(plans.filter(isRewritten)) };
      });
      for (const connectionId of touched) {
        forget(connectionId);
        await updateCounts(db, connectionId);
      }
      push({ type: 'companies' });
      for (const run of runs) {
        push({ type: 'run', run });
        void scheduler.execute(run);
      }
      // The lists are made from the rows; if this fails, the next reading makes them.
      for (const connectionId of rewritten) await refreshStrict(connectionId).catch(() => undefined);
      for (const connectionId of touched) await publishOverview(db, connectionId);
      return { runs, ...(mode === 'replace' && { preferences: file.preferences }) };
    },
  };
}

/** The overview of the shown company, kept up to date by the background's updates. One per page, so module signals. */
import { computed, signal } from '@preact/signals';
import type { Overview } from '../../lib/features/overview/messages.ts';
import type { Update } from '../../lib/features/updates.ts';
import { send, updates } from './background.ts';

/** Undefined until the first answer. */
export const overview = signal<Overview | undefined>(undefined);
/** The error when loading failed. */
export const overviewFailure = signal<{ error: unknown } | undefined>(undefined);

/** An active run that the wizard has not started; nothing else can be started meanwhile. */
export const linkRun = computed(() => {
  const run = overview.value?.activeRun;
  return run && run.kind !== 'sync' ? run : undefined;
});

/** The shown company. Undefined until the first answer, which is about the company last used. */
let company: string | undefined;

/** Takes an overview; of another company's, only the number of waiting customers is for this view. */
function receive(next: Overview): void {
  const id = next.connection?.id;
  if (company !== undefined && id !== company) {
    if (overview.value) overview.value = { ...overview.value, companies: next.companies };
    return;
  }
  company = id;
  overview.value = next;
  overviewFailure.value = undefined;
}

/** The updates since each unanswered request: its answer may be older than they are. */
const updatesSinceRequest = new Set<Update[]>();

/** Takes an answer, then the updates since its request. */
async function receiveAnswer(answer: Promise<Overview>): Promise<void> {
  const since: Update[] = [];
  updatesSinceRequest.add(since);
  try {
    receive(await answer);
  } finally {
    updatesSinceRequest.delete(since);
  }
  for (const update of since) apply(update);
}

export async function loadOverview(): Promise<void> {
  const asked = company;
  try {
    await receiveAnswer(send('overview', asked === undefined ? undefined : { connectionId: asked }));
  } catch (error) {
    if (asked === company) overviewFailure.value = { error };
  }
}

/** The connection has been checked since the view was opened. */
export const isConnectionChecked = signal(false);

/** Checks the connection; the result, also a failure, becomes part of the overview. @param whole checks both systems */
export async function checkConnectionOnce(whole = false): Promise<void> {
  const connectionId = overview.value?.connection?.id;
  if (!connectionId) return;
  isConnectionChecked.value = false;
  try {
    await receiveAnswer(send('checkConnection', { connectionId, whole }));
  } catch {
    await loadOverview();
  }
  isConnectionChecked.value = connectionId === company;
}

function setCompany(connectionId: string): void {
  if (connectionId === company) return;
  company = connectionId;
  overview.value = undefined;
  overviewFailure.value = undefined;
}

/** Shows another company. */
export async function showCompany(connectionId: string): Promise<void> {
  setCompany(connectionId);
  await loadOverview();
}

/** Shows another company, in views opened later too. */
export async function switchCompany(connectionId: string): Promise<void> {
  await showCompany(connectionId);
  // If it was removed meanwhile, the view turns to another company by itself.
  await send('useCompany', { connectionId }).catch(() => undefined);
  await checkConnectionOnce();
}

/**
 * Loads the overview, checks the connection and follows updates. The view stays with its company.
 * @param connectionId @default the company last used
 * @param whole checks both systems
 * @returns stops following
 */
export function followOverview(connectionId?: string, whole = false): () => void {
  if (connectionId !== undefined) setCompany(connectionId);
  void loadOverview().then(() => checkConnectionOnce(whole));
  const off = updates.onUpdate(follow);
  const offReconnect = updates.onReconnect(loadOverview);
  return () => {
    off();
    offReconnect();
  };
}

function follow(update: Update): void {
  for (const since of updatesSinceRequest) since.push(update);
  if (update.type === 'companies') void reloadCompanies();
  else apply(update);
}

function apply(update: Update): void {
  const current = overview.value;
  if (update.type === 'overview') {
    // Before the first answer the company is unknown, so the update may be about another one.
    if (company !== undefined || (current && !current.connection)) receive(update.overview);
  } else if (update.type === 'run' && current?.connection?.id === update.run.connectionId) {
    if (update.run.endedAt === undefined) overview.value = { ...current, activeRun: update.run };
    else if (current.activeRun?.id === update.run.id) void loadOverview();
  }
}

/** A company was added, changed or removed. If the shown one was removed, turns to the one last used. */
async function reloadCompanies(): Promise<void> {
  const asked = company;
  try {
    const next = await send('overview', asked === undefined ? undefined : { connectionId: asked });
    if (next.connection || asked === undefined) return receive(next);
    if (asked !== company) return;
    company = undefined;
    receive(await send('overview'));
  } catch (error) {
    overviewFailure.value = { error };
  }
}

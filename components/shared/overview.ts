/** What the start page shows, kept up to date by the background's pushes. */
import { computed, signal } from '@preact/signals';
import type { Overview } from '../../lib/features/overview/messages.ts';
import type { Update } from '../../lib/features/updates.ts';
import { send, updates } from './background.ts';

/** Undefined until the first answer. */
export const overview = signal<Overview | undefined>(undefined);
/** What was thrown when even the first answer did not come. */
export const overviewFailure = signal<{ error: unknown } | undefined>(undefined);

/** Links are being taken away or brought back: nothing else can be started meanwhile. */
export const linkRun = computed(() => {
  const run = overview.value?.activeRun;
  return run && run.kind !== 'sync' ? run : undefined;
});

/** The company that is shown. Until it is known the one last used is asked for; then the view stays with it. */
let company: string | undefined;

/** Of what is told about another company only how much waits there is for this view; an answer may come too late, too. */
function take(told: Overview): void {
  const id = told.connection?.id;
  if (company !== undefined && id !== company) {
    if (overview.value) overview.value = { ...overview.value, companies: told.companies };
    return;
  }
  company = id;
  overview.value = told;
  overviewFailure.value = undefined;
}

/** What is told while answers are awaited, a list for each: an answer may have been given before all of it. */
const toldMeanwhile = new Set<Update[]>();

/** Shows an answer, and on top of it what was told since it was asked for. */
async function takeAnswer(answer: Promise<Overview>): Promise<void> {
  const told: Update[] = [];
  toldMeanwhile.add(told);
  try {
    take(await answer);
  } finally {
    toldMeanwhile.delete(told);
  }
  for (const update of told) show(update);
}

export async function loadOverview(): Promise<void> {
  const asked = company;
  try {
    await takeAnswer(send('overview', asked === undefined ? undefined : { connectionId: asked }));
  } catch (error) {
    if (asked === company) overviewFailure.value = { error };
  }
}

/** The connection has been looked at since the view was opened. */
export const isConnectionChecked = signal(false);

/** Looks at the connection once; what comes of it, a failure too, is part of the overview. @param whole at both systems */
export async function checkConnectionOnce(whole = false): Promise<void> {
  const connectionId = overview.value?.connection?.id;
  if (!connectionId) return;
  isConnectionChecked.value = false;
  try {
    await takeAnswer(send('checkConnection', { connectionId, whole }));
  } catch {
    await loadOverview();
  }
  isConnectionChecked.value = connectionId === company;
}

function turnTo(connectionId: string): void {
  if (connectionId === company) return;
  company = connectionId;
  overview.value = undefined;
  overviewFailure.value = undefined;
}

/** Shows another company from now on. */
export async function showCompany(connectionId: string): Promise<void> {
  turnTo(connectionId);
  await loadOverview();
}

/** The same, and the next view that is opened shows it, too. */
export async function switchCompany(connectionId: string): Promise<void> {
  await showCompany(connectionId);
  // Removed meanwhile: then the view turns to another one by itself.
  await send('useCompany', { connectionId }).catch(() => undefined);
  await checkConnectionOnce();
}

/**
 * Loads, looks, and follows. A view stays with its company, whatever is done for others elsewhere.
 * @param connectionId the company last used when none is named
 * @param whole looks at both systems
 * @returns ends it
 */
export function followOverview(connectionId?: string, whole = false): () => void {
  if (connectionId !== undefined) turnTo(connectionId);
  void loadOverview().then(() => checkConnectionOnce(whole));
  const off = updates.onUpdate(follow);
  const offReconnect = updates.onReconnect(loadOverview);
  return () => {
    off();
    offReconnect();
  };
}

function follow(update: Update): void {
  for (const told of toldMeanwhile) told.push(update);
  if (update.type === 'companies') void reloadCompanies();
  else show(update);
}

function show(update: Update): void {
  const current = overview.value;
  if (update.type === 'overview') {
    // Until an answer has told whose view this is, it may be about any company.
    if (company !== undefined || (current && !current.connection)) take(update.overview);
  } else if (update.type === 'run' && current?.connection?.id === update.run.connectionId) {
    if (update.run.endedAt === undefined) overview.value = { ...current, activeRun: update.run };
    else if (current.activeRun?.id === update.run.id) void loadOverview();
  }
}

/** One has been added, changed or removed. A view whose company is gone turns to the one last used. */
async function reloadCompanies(): Promise<void> {
  const asked = company;
  try {
    const told = await send('overview', asked === undefined ? undefined : { connectionId: asked });
    if (told.connection || asked === undefined) return take(told);
    if (asked !== company) return;
    company = undefined;
    take(await send('overview'));
  } catch (error) {
    overviewFailure.value = { error };
  }
}

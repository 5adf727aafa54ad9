/** What the start page shows, kept up to date by the background's pushes. */
import { computed, signal } from '@preact/signals';
import type { Overview, Update } from '../../lib/messaging/protocol.ts';
import { send, updates } from '../background.ts';

/** Undefined until the first answer. */
export const overview = signal<Overview | undefined>(undefined);
/** What was thrown when even the first answer did not come. */
export const overviewFailure = signal<{ error: unknown } | undefined>(undefined);

/** Links are being taken away or brought back: nothing else can be started meanwhile. */
export const linkRun = computed(() => {
  const run = overview.value?.activeRun;
  return run && run.kind !== 'sync' ? run : undefined;
});

export async function loadOverview(): Promise<void> {
  try {
    overview.value = await send('overview');
    overviewFailure.value = undefined;
  } catch (error) {
    overviewFailure.value = { error };
  }
}

/** Looks at both systems once; what comes of it, a failure too, is part of the overview. */
async function lookOnce(): Promise<void> {
  const connectionId = overview.value?.connection?.id;
  if (!connectionId) return;
  try {
    overview.value = await send('checkConnection', { connectionId });
  } catch {
    await loadOverview();
  }
}

/** Loads, looks, and follows. @returns ends it */
export function followOverview(): () => void {
  void loadOverview().then(lookOnce);
  const off = updates.onUpdate(follow);
  const offReconnect = updates.onReconnect(loadOverview);
  return () => {
    off();
    offReconnect();
  };
}

function follow(update: Update): void {
  const current = overview.value;
  if (update.type === 'overview') overview.value = update.overview;
  else if (update.type === 'run' && current?.connection?.id === update.run.connectionId) {
    if (update.run.endedAt === undefined) overview.value = { ...current, activeRun: update.run };
    else if (current.activeRun?.id === update.run.id) void loadOverview();
  }
}

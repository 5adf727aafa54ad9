import { defineBackground } from 'wxt/utils/define-background';
import { onPageChanged, serve } from '../lib/messaging/index.ts';
import { sleep } from '../lib/remote/sleep.ts';
import { showWaiting } from '../lib/service/badge.ts';
import { browserIdentity } from '../lib/service/identity.ts';
import { createService } from '../lib/service/index.ts';
import { browserTabs, listenToCommands, openWelcome } from '../lib/service/tabs.ts';
import { sessionTokens } from '../lib/service/tokens.ts';
import { createViews } from '../lib/service/views.ts';
import { createWaking } from '../lib/service/waking.ts';
import { openDatabase } from '../lib/store/database.ts';

export default defineBackground(() => {
  const views = createViews();
  // Without a database there is nothing to go on with; every view is told why when it asks.
  const wake = () => service.wake().catch(() => undefined);
  const waking = createWaking(wake, openWelcome);
  const service = createService({
    database: openDatabase(),
    tokens: sessionTokens,
    now: Date.now,
    sleep,
    newId: () => crypto.randomUUID(),
    push: views.push,
    pushToPanel: views.pushToPanel,
    tabs: browserTabs,
    showWaiting,
    onBusy: waking.onBusy,
    stayAwake: waking.stayAwake,
    locks: navigator.locks,
    identity: browserIdentity,
  });
  serve(service.handlers);
  onPageChanged((tabId, moved) => views.pushToPanel(tabId, { type: 'page', moved }));
  listenToCommands();
  void wake();
});

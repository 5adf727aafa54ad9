import { defineBackground } from 'wxt/utils/define-background';
import { onPageChanged, serve } from '../lib/messaging/index.ts';
import { sleep } from '../lib/remote/sleep.ts';
import { browserAccess } from '../lib/service/access.ts';
import { showWaiting } from '../lib/service/badge.ts';
import { followCheckPreference } from '../lib/service/check-alarm.ts';
import { browserIdentity } from '../lib/service/identity.ts';
import { createService } from '../lib/service/index.ts';
import { browserPanels, browserTabs, listenToCommands, openWelcome } from '../lib/service/tabs.ts';
import { sessionTokens } from '../lib/service/tokens.ts';
import { createViews } from '../lib/service/views.ts';
import { createWaking } from '../lib/service/waking.ts';
import { openDatabase } from '../lib/store/database.ts';

export default defineBackground(() => {
  const views = createViews(browserPanels);
  const database = openDatabase();
  // Without a database there is nothing to go on with; every view is told why when it asks.
  const wake = () => service.wake().catch(() => undefined);
  // An extension that is loaded from a folder is installed at each start of the browser.
  const welcome = async () => {
    if ((await (await database).connections.count()) === 0) await openWelcome();
  };
  const waking = createWaking(wake, welcome);
  const service = createService({
    database,
    tokens: sessionTokens,
    hasAccess: browserAccess,
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
  serve(service.handlers, browserPanels);
  onPageChanged((tabId, moved) => views.pushToPanel(tabId, { type: 'page', moved }));
  listenToCommands();
  followCheckPreference(service.checkAll);
  void wake();
});

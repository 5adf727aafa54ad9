import { defineBackground } from 'wxt/utils/define-background';
import { createService, listen } from '../lib/background/index.ts';
import { browserAccess } from '../lib/browser/access.ts';
import { showWaiting } from '../lib/browser/badge.ts';
import { followCheckPreference } from '../lib/browser/check-alarm.ts';
import { createKeepAlive } from '../lib/browser/keep-alive.ts';
import { sessionTokens } from '../lib/browser/session-tokens.ts';
import { browserSignInWindow } from '../lib/browser/sign-in-window.ts';
import { browserPanels, browserTabs, listenToCommands, openWelcome } from '../lib/browser/tabs.ts';
import { createUpdatePorts } from '../lib/browser/update-ports.ts';
import { UPDATES_PORT, type Update } from '../lib/features/updates.ts';
import { onPageChanged } from '../lib/messaging/index.ts';
import { openDatabase } from '../lib/storage/database.ts';
import { sleep } from '../lib/systems/http/sleep.ts';

export default defineBackground(() => {
  const views = createUpdatePorts<Update>(UPDATES_PORT, browserPanels);
  const database = openDatabase();
  // Without a database there is nothing to go on with; every view is told why when it asks.
  const wake = () => service.wake().catch(() => undefined);
  // An extension that is loaded from a folder is installed at each start of the browser.
  const welcome = async () => {
    if ((await (await database).connections.count()) === 0) await openWelcome();
  };
  const waking = createKeepAlive(wake, welcome);
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
    identity: browserSignInWindow,
  });
  listen(service.handlers, browserPanels);
  onPageChanged((tabId, moved) => views.pushToPanel(tabId, { type: 'page', moved }));
  listenToCommands();
  followCheckPreference(service.checkAll);
  void wake();
});

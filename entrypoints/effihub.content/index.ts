import { defineContentScript } from 'wxt/utils/define-content-script';
import { startLauncher } from '../../components/launcher/index.ts';

export default defineContentScript({
  matches: ['https://*.effihub.com/*'],
  excludeMatches: ['https://api.effihub.com/*', 'https://help.effihub.com/*', 'https://www.effihub.com/*'],
  noScriptStartedPostMessage: true,
  main: (ctx) => startLauncher(ctx, 'effihub'),
});

/*
 * Try it (npm start):
 * https://nordisktekst.effihub.com/kunder/1               a customer
 * https://nordisktekst.effihub.com/customers/import       Effihub's own import
 * https://nordisktekst.effihub.com/settings/integrations  its integrations
 * https://app.effihub.com/kunder/1                        a host that names no account
 */

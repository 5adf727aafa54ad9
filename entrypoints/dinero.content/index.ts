import { defineContentScript } from 'wxt/utils/define-content-script';
import { startLauncher } from '../../components/launcher/index.ts';

export default defineContentScript({
  matches: ['https://app.dinero.dk/*'],
  noScriptStartedPostMessage: true,
  main: (ctx) => startLauncher(ctx, 'dinero'),
});

/*
 * Try it (npm start):
 * https://app.dinero.dk/637871/contacts             a company's contacts
 * https://app.dinero.dk/637871/contacts/1037000007  a contact; its links to other contacts do not load the page anew
 * https://app.dinero.dk/637871/2026-01/vouchers     a page inside an accounting year
 */

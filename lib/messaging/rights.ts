/** Which messages may come from where. */
import type { MessageName } from './protocol.ts';

/**
 * Messages that change something: links, customers, choices, what is connected. The panel on somebody else's page sends
 * them only when its user can have meant it, and only for the page's own company.
 */
export const WRITES: ReadonlySet<MessageName> = new Set<MessageName>([
  'startFlow',
  'goToStep',
  'chooseCustomers',
  'chooseContacts',
  'setImportDefaults',
  'finishFlow',
  'startRun',
  'pauseRun',
  'resumeRun',
  'stopRun',
  'retryFailed',
  'answerDeleted',
  'unlink',
  'relink',
  'mendLinks',
  'resetLinks',
  'undoReset',
  'dismissDuplicate',
  'undismissDuplicate',
  'moveLink',
  'undoRun',
  'chooseCompany',
  'nameContact',
  'createOne',
  'matchOne',
  'importOne',
  'ignoreOne',
  'unignore',
  'saveConnection',
  'signIn',
  'signOut',
  'useCompany',
  'renameCompany',
  'pauseCompany',
  'removeCompany',
  'readSheet',
  'markPasted',
  'restore',
  'answerDifferences',
  'updateFields',
  'dismissGone',
]);

/** About keys and whole companies: only for the extension's own pages, never for the panel on somebody else's page. */
export const OWN_PAGES_ONLY: ReadonlySet<MessageName> = new Set<MessageName>([
  'settings',
  'testDinero',
  'testEffihub',
  'saveConnection',
  'signIn',
  'savedSignIn',
  'signOut',
  'openPages',
  'renameCompany',
  'removeCompany',
  'makeBackup',
  'previewRestore',
  'restore',
]);

/** Which message may come from where: one table, in which every message has its place. */
import type { MessageName } from './messages.ts';

export interface Right {
  /**
   * - `pages` the extension's own pages alone
   * - `panel` the panel alone: it is about the page that the panel stands on
   * - `both` the own pages for every company, the panel for the company of its page
   * - `frame` a frame that has yet to show that it is the panel
   */
  from: 'pages' | 'panel' | 'both' | 'frame';
  /** It changes something: the panel sends it only when its user can have meant it. */
  writes: boolean;
}

const READ: Right = { from: 'both', writes: false };
const WRITE: Right = { from: 'both', writes: true };
/** About keys and whole companies. */
const OWN_READ: Right = { from: 'pages', writes: false };
/** The same, and what cannot be taken back: it is asked in a window of the extension's own, never inside a site's page. */
const OWN_WRITE: Right = { from: 'pages', writes: true };
const OF_PANEL: Right = { from: 'panel', writes: false };
const CHANGES_PAGE: Right = { from: 'panel', writes: true };

/** A message without a right does not compile, and would be refused. */
export const RIGHTS: Readonly<Record<MessageName, Right>> = {
  provePanel: { from: 'frame', writes: false },
  place: OF_PANEL,
  chooseCompany: CHANGES_PAGE,
  closePanel: OF_PANEL,

  overview: READ,
  checkConnection: READ,
  checkNow: READ,

  startFlow: WRITE,
  loadFlow: READ,
  flowPart: READ,
  goToStep: WRITE,
  chooseCustomers: WRITE,
  chooseContacts: WRITE,
  setImportDefaults: WRITE,
  findSimilar: READ,
  finishFlow: WRITE,

  startRun: WRITE,
  pauseRun: WRITE,
  resumeRun: WRITE,
  stopRun: WRITE,
  retryFailed: WRITE,
  answerDeleted: WRITE,
  runResult: READ,
  history: READ,
  previewUndo: OWN_READ,
  undoRun: OWN_WRITE,

  unlink: WRITE,
  relink: WRITE,
  mendLinks: WRITE,
  resetLinks: OWN_WRITE,
  undoReset: WRITE,

  duplicates: READ,
  dismissDuplicate: WRITE,
  undismissDuplicate: WRITE,
  moveLink: WRITE,
  differences: READ,
  answerDifferences: WRITE,
  updateFields: WRITE,
  gone: READ,
  dismissGone: WRITE,

  customerCard: READ,
  contactCard: READ,
  nameContact: CHANGES_PAGE,
  findFree: READ,
  createOne: WRITE,
  matchOne: WRITE,
  importOne: WRITE,
  ignoreOne: WRITE,
  ignored: READ,
  unignore: WRITE,

  previewSheet: READ,
  readSheet: WRITE,
  awaitedImports: READ,
  markPasted: WRITE,

  settings: OWN_READ,
  testDinero: OWN_READ,
  testEffihub: OWN_READ,
  saveConnection: OWN_WRITE,
  signIn: OWN_WRITE,
  savedSignIn: OWN_READ,
  signOut: OWN_WRITE,
  openPages: OWN_READ,
  useCompany: OWN_WRITE,
  renameCompany: OWN_WRITE,
  pauseCompany: WRITE,
  removeCompany: OWN_WRITE,
  makeBackup: OWN_READ,
  previewRestore: OWN_READ,
  restore: OWN_WRITE,
};

/** Whether one that comes from a page of ours, or from the panel, is looked at at all. */
export function mayCome(name: MessageName, whom: 'page' | 'panel'): boolean {
  const from = RIGHTS[name]?.from;
  return from === 'both' || from === (whom === 'page' ? 'pages' : 'panel');
}

import type { MessageName } from '../../lib/messaging/protocol.ts';
import { contactGuid } from '../sandbox/index.ts';

/** The usual company's. */
export const connectionId = '637871:41';

const dinero = { kind: 'personal', clientId: 'a', clientSecret: 'a', apiKey: 'a', organizationId: '' };
const effihub = { kind: 'api', baseUrl: 'https://api.effihub.com', token: 'a' };
const table = { columns: [], customers: [{ id: 'nr:1', name: 'Bagergården ApS' }], refusedIds: [] };

/** Every message to the background, well-formed. */
export const messages: { [Name in MessageName]: unknown } = {
  overview: { connectionId },
  checkConnection: { connectionId },
  startFlow: { connectionId, fresh: true },
  loadFlow: { connectionId },
  flowPart: { connectionId, lists: 'a', part: 0 },
  goToStep: { connectionId, step: 2 },
  chooseCustomers: { connectionId, choices: [['1', { action: 'create' }]] },
  chooseContacts: { connectionId, choices: [[contactGuid(1), { action: 'import' }]] },
  setImportDefaults: {
    connectionId,
    defaults: {
      hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: true },
      language: 'da',
    },
  },
  findSimilar: { connectionId, customers: [{ id: '1', name: 'Bagergården ApS' }] },
  finishFlow: { connectionId },
  startRun: { connectionId },
  pauseRun: { runId: 'a' },
  resumeRun: { runId: 'a' },
  stopRun: { runId: 'a' },
  answerDeleted: { runId: 'a', seq: 0, answer: 'restore' },
  retryFailed: { runId: 'a' },
  runResult: { runId: 'a' },
  unlink: { connectionId, customerId: '2' },
  relink: { connectionId, customerId: '1', contactGuid: contactGuid(1) },
  mendLinks: { connectionId, links: [['1', contactGuid(1)]] },
  resetLinks: { connectionId },
  undoReset: { connectionId, runId: 'a' },
  place: undefined,
  chooseCompany: { connectionId },
  closePanel: undefined,
  customerCard: { connectionId, customerId: '1', fresh: true },
  contactCard: { connectionId, number: '1037000007', fresh: true },
  nameContact: { connectionId, number: '1037000007', contactGuid: contactGuid(1) },
  findFree: { connectionId, side: 'contacts', query: '' },
  createOne: { connectionId, customerId: '1', create: {}, anyway: true },
  matchOne: { connectionId, customerId: '1', contactGuid: contactGuid(1) },
  importOne: { connectionId, contactGuid: contactGuid(1), anyway: true },
  ignoreOne: { connectionId, contactGuid: contactGuid(1) },
  ignored: { connectionId },
  unignore: { connectionId, contactGuid: contactGuid(1) },
  settings: undefined,
  testDinero: { dinero },
  testEffihub: { effihub },
  saveConnection: { dinero, effihub },
  signIn: { clientId: 'a', clientSecret: 'a' },
  savedSignIn: { clientId: 'a' },
  signOut: { connectionId },
  openPages: undefined,
  useCompany: { connectionId },
  renameCompany: { connectionId, name: 'Nordisk' },
  pauseCompany: { connectionId, paused: true },
  removeCompany: { connectionId },
  previewSheet: { connectionId, table },
  readSheet: { connectionId, table },
  awaitedImports: { connectionId },
  markPasted: { connectionId, ids: ['ny:a'], pasted: true },
  differences: { connectionId },
  answerDifferences: {
    connectionId,
    answers: [{ customerId: '1', field: 'email', answer: 'dinero', dinero: 'a', effihub: 'b' }],
  },
  updateFields: { connectionId },
  gone: { connectionId },
  dismissGone: {
    connectionId,
    kind: 'customerArchived',
    customerId: '1',
    contactGuid: contactGuid(1),
    dismissed: true,
  },
  makeBackup: { preferences: { language: 'auto', theme: 'auto' } },
  previewRestore: { text: '' },
  restore: { text: '', mode: 'merge' },
};

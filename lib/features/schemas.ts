/** What a message must look like before the background listens to it. */
import * as v from 'valibot';
import { FIELDS } from '../domain/customer.ts';
import { ANSWERS } from '../domain/difference.ts';
import { CHECKS } from '../domain/preferences.ts';
import { ticket } from '../messaging/content.ts';
import { SIDES } from './duplicates/index.ts';
import type { MessageName, Protocol } from './messages.ts';

/** Those of a table's rows are made of a name and a postal code, which can be 300 letters each. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const text = v.pipe(v.string(), v.maxLength(20_000));
const field = v.pipe(v.string(), v.maxLength(2_000));

const connection = { connectionId: id };
const shown = { shown: v.optional(text) };
/** As Dinero's addresses have it. */
const number = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const run = v.object({ runId: id });

const hub = v.object({
  showTimesheets: v.boolean(),
  showProjects: v.boolean(),
  showPunchCards: v.boolean(),
  showInvoices: v.boolean(),
});

const deletedAnswer = v.picklist(['restore', 'new']);

const create = v.object({
  name: v.optional(text),
  countryCode: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))])),
  isPerson: v.optional(v.boolean()),
  deleted: v.optional(deletedAnswer),
});

const customerChoice = v.object({
  action: v.picklist(['match', 'create', 'skip']),
  contactGuid: v.optional(id),
  confirmed: v.optional(v.boolean()),
  create: v.optional(create),
  seen: v.optional(id),
});

const contactChoice = v.object({
  action: v.picklist(['import', 'skip', 'ignore']),
  seen: v.optional(id),
});

const organizationId = v.pipe(v.string(), v.regex(/^\d{0,12}$/));
const client = { clientId: field, clientSecret: field, organizationId };

const dinero = v.variant('kind', [
  v.object({ kind: v.literal('personal'), ...client, apiKey: field }),
  v.object({ kind: v.literal('visma'), ...client, signInId: v.pipe(v.string(), v.maxLength(200)) }),
]);

const effihub = v.variant('kind', [
  v.object({ kind: v.literal('api'), baseUrl: field, token: field }),
  v.object({ kind: v.literal('sheet'), account: field }),
]);

const side = v.picklist(SIDES);
const duplicateSet = v.object({ ...connection, of: side, ids: v.array(id) });

const maybeConnection = { connectionId: v.optional(id) };

const sheetCustomer = v.object({
  id: id,
  customerNumber: v.optional(text),
  notes: v.optional(text),
  name: text,
  isPerson: v.optional(v.boolean()),
  vatNumber: v.optional(text),
  street: v.optional(text),
  zipCode: v.optional(text),
  city: v.optional(text),
  countryCode: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  email: v.optional(text),
  phone: v.optional(text),
  website: v.optional(text),
});

const sheet = v.object({
  ...connection,
  table: v.object({
    file: v.optional(field),
    columns: v.array(v.tuple([field, field])),
    customers: v.pipe(v.array(sheetCustomer), v.maxLength(100_000)),
    refusedIds: v.array(id),
  }),
});

const givenAnswer = v.object({
  customerId: id,
  field: v.picklist(FIELDS),
  answer: v.nullable(v.picklist(ANSWERS)),
  dinero: text,
  effihub: text,
});

type Input<Name extends MessageName> = Parameters<Protocol[Name]>[0];

/** One schema a message; `v.undefined()` where it carries nothing. */
export const schemas: { [Name in MessageName]: v.GenericSchema<unknown, Input<Name>> } = {
  overview: v.optional(v.object(connection)),
  checkConnection: v.object({ ...connection, whole: v.optional(v.boolean()) }),
  checkNow: v.object(connection),
  startFlow: v.object({ ...connection, fresh: v.boolean() }),
  loadFlow: v.object(connection),
  flowPart: v.object({ ...connection, lists: id, part: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  goToStep: v.object({ ...connection, step: v.picklist([1, 2, 3, 4]) }),
  chooseCustomers: v.object({
    ...connection,
    choices: v.array(v.tuple([id, v.nullable(customerChoice)])),
  }),
  chooseContacts: v.object({ ...connection, choices: v.array(v.tuple([id, v.nullable(contactChoice)])) }),
  setImportDefaults: v.object({ ...connection, defaults: v.object({ hub, language: id }) }),
  findSimilar: v.object({ ...connection, customers: v.array(v.object({ id, name: text })) }),
  finishFlow: v.object(connection),
  startRun: v.object({ ...connection, shown: v.optional(id) }),
  pauseRun: run,
  resumeRun: run,
  stopRun: run,
  retryFailed: run,
  answerDeleted: v.object({
    runId: id,
    seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    answer: deletedAnswer,
  }),
  runResult: run,
  unlink: v.object({ ...connection, customerId: id, contactGuid: v.optional(id), ...shown }),
  relink: v.object({ ...connection, customerId: id, contactGuid: id, ...shown }),
  mendLinks: v.object({ ...connection, links: v.array(v.tuple([id, id])) }),
  resetLinks: v.object(connection),
  undoReset: v.object({ ...connection, runId: id }),
  duplicates: v.object({ ...connection, fresh: v.boolean() }),
  dismissDuplicate: duplicateSet,
  undismissDuplicate: duplicateSet,
  moveLink: v.object({ ...connection, of: side, linked: id, from: id, to: id }),
  history: v.object({
    ...connection,
    query: field,
    most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  }),
  previewUndo: run,
  undoRun: v.object({ runId: id, shown: v.optional(v.object({ tasks: v.number(), deletes: v.number() })) }),
  provePanel: v.object({ ticket }),
  place: v.undefined(),
  chooseCompany: v.object({ connectionId: v.optional(id) }),
  closePanel: v.undefined(),
  customerCard: v.object({ ...connection, customerId: id, fresh: v.boolean() }),
  contactCard: v.object({ ...connection, number, fresh: v.boolean() }),
  nameContact: v.object({ ...connection, number, contactGuid: id }),
  findFree: v.object({ ...connection, side: v.picklist(['customers', 'contacts']), query: field }),
  createOne: v.object({ ...connection, customerId: id, create, anyway: v.boolean(), ...shown }),
  matchOne: v.object({ ...connection, customerId: id, contactGuid: id, ...shown }),
  importOne: v.object({ ...connection, contactGuid: id, anyway: v.boolean(), ...shown }),
  ignoreOne: v.object({ ...connection, contactGuid: id, ...shown }),
  ignored: v.object(connection),
  unignore: v.object({ ...connection, contactGuid: id, ...shown }),
  settings: v.undefined(),
  testDinero: v.object({ ...maybeConnection, dinero }),
  testEffihub: v.object({ ...maybeConnection, effihub }),
  saveConnection: v.object({ ...maybeConnection, dinero, effihub }),
  signIn: v.object({ clientId: field, clientSecret: field }),
  savedSignIn: v.object({ clientId: field }),
  signOut: v.object(connection),
  openPages: v.undefined(),
  useCompany: v.object(connection),
  renameCompany: v.object({ ...connection, name: v.pipe(v.string(), v.maxLength(200)) }),
  pauseCompany: v.object({ ...connection, paused: v.boolean() }),
  removeCompany: v.object(connection),
  previewSheet: sheet,
  readSheet: sheet,
  awaitedImports: v.object(connection),
  markPasted: v.object({ ...connection, ids: v.array(id), pasted: v.boolean() }),
  differences: v.object(connection),
  answerDifferences: v.object({ ...connection, answers: v.pipe(v.array(givenAnswer), v.maxLength(200_000)) }),
  updateFields: v.object(connection),
  gone: v.object(connection),
  dismissGone: v.object({
    ...connection,
    kind: v.picklist(['contactDeleted', 'customerDeleted', 'customerArchived']),
    customerId: id,
    contactGuid: id,
    dismissed: v.boolean(),
  }),
  makeBackup: v.object({
    preferences: v.object({
      language: v.picklist(['auto', 'da', 'en']),
      theme: v.picklist(['auto', 'light', 'dark']),
      check: v.picklist(CHECKS),
    }),
    connectionId: v.optional(id),
  }),
  // What is wrong with a file is told by whoever reads it.
  previewRestore: v.object({ text: v.string() }),
  restore: v.object({ text: v.string(), mode: v.picklist(['merge', 'replace']) }),
};

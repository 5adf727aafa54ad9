/** What a backup file must look like. Whatever else is in it is left out. */
import * as v from 'valibot';
import { type Customer, FIELDS } from '../../domain/customer.ts';
import { CHECKS } from '../../domain/preferences.ts';
import { type FieldProblem, PROBLEM_CODES, type Problem } from '../../domain/problem.ts';
import { type FieldChange, OPERATION_KINDS, RUN_KINDS } from '../../domain/run.ts';
import type {
  Backup,
  SavedCompany,
  SavedDismissal,
  SavedIgnored,
  SavedImport,
  SavedKeptDifference,
  SavedLink,
  SavedNumber,
  SavedOperation,
  SavedRun,
} from './contents.ts';

/** Every field by its name: one that is new in the type does not compile until it stands here. */
type Fields<Type> = { [Key in keyof Required<Type>]: v.GenericSchema<unknown, Type[Key & keyof Type]> };

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const guid = v.pipe(id, v.toLowerCase());
const text = v.pipe(v.string(), v.maxLength(20_000));
const words = v.optional(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** What a date can be made of, in ms since 1970. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const iso = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((value) => Number.isFinite(Date.parse(value))),
);
const yes = v.optional(v.literal(true));
const system = v.picklist(['dinero', 'effihub', 'kundebro']);

// Not the host: a made-up file must not have the browser ask for access to it.
const problem = v.object({
  system,
  code: v.picklist(PROBLEM_CODES),
  status: v.optional(count),
  quote: words,
  fields: v.optional(v.array(v.object({ field: text, message: text } satisfies Fields<FieldProblem>))),
  linkedTo: words,
  unanswered: v.optional(v.boolean()),
} satisfies Fields<Omit<Problem, 'host'>>);

const hub = v.object({
  showTimesheets: v.boolean(),
  showProjects: v.boolean(),
  showPunchCards: v.boolean(),
  showInvoices: v.boolean(),
});

const operation = v.object({
  seq: count,
  kind: v.picklist(OPERATION_KINDS),
  state: v.picklist(['done', 'failed', 'notRun']),
  name: text,
  otherName: words,
  customerId: v.optional(id),
  contactGuid: v.optional(guid),
  create: v.optional(
    v.object({
      name: words,
      countryCode: words,
      isPerson: v.optional(v.boolean()),
      deleted: v.optional(v.picklist(['restore', 'new'])),
    }),
  ),
  defaults: v.optional(v.object({ hub, language: text })),
  phase: v.optional(v.picklist(['create', 'link'])),
  removed: v.optional(v.array(v.object({ customerId: id, contactGuid: guid, name: text }))),
  problem: v.optional(problem),
  seen: words,
  undecided: yes,
  endedAt: v.optional(time),
  already: v.optional(v.boolean()),
  found: yes,
  from: v.optional(guid),
  changes: v.optional(
    v.array(v.object({ field: v.picklist(FIELDS), from: text, to: text } satisfies Fields<FieldChange>)),
  ),
  undoes: v.optional(count),
} satisfies Fields<SavedOperation>);

const run = v.object({
  id,
  kind: v.picklist(RUN_KINDS),
  state: v.picklist(['done', 'stopped']),
  startedAt: time,
  endedAt: time,
  total: count,
  finished: count,
  failed: count,
  reason: v.optional(problem),
  refusals: v.optional(count),
  undoes: v.optional(id),
  did: v.optional(v.record(v.picklist(OPERATION_KINDS), v.optional(count))),
  operations: v.array(operation),
} satisfies Fields<SavedRun>);

const link = v.object({
  customerId: id,
  contactGuid: guid,
  customer: text,
  contact: text,
  how: v.picklist(['effihub', 'match', 'create', 'import']),
  linkedAt: time,
} satisfies Fields<SavedLink>);

const ignored = v.object({ contactGuid: guid, name: text, ignoredAt: time } satisfies Fields<SavedIgnored>);

const dismissal = v.object({
  of: v.picklist(['duplicate', 'gone']),
  key: id,
  dismissedAt: time,
} satisfies Fields<SavedDismissal>);

const kept = v.object({
  customerId: id,
  contactGuid: guid,
  field: v.picklist(FIELDS),
  answer: v.literal('both'),
  dinero: text,
  effihub: text,
  kept: v.literal(true),
} satisfies Fields<SavedKeptDifference>);

const contactNumber = v.object({
  number: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
  contactGuid: guid,
} satisfies Fields<SavedNumber>);

const customer = v.object({
  name: text,
  isPerson: v.optional(v.boolean()),
  vatNumber: words,
  street: words,
  zipCode: words,
  city: words,
  countryCode: words,
  email: words,
  phone: words,
  website: words,
  customerNumber: words,
  notes: words,
  language: words,
  hub: v.optional(hub),
} satisfies Fields<Omit<Customer, 'id' | 'contactGuid' | 'updatedAt' | 'archivedAt'>>);

const awaitedImport = v.object({
  id,
  customer,
  contactGuid: v.optional(guid),
  updatedAt: iso,
  seenAt: v.optional(time),
  absentSince: v.optional(iso),
  importKey: v.optional(id),
  awaited: v.object({ madeAt: time, pastedAt: v.optional(time) }),
  gone: yes,
} satisfies Fields<SavedImport>);

const company = v.pipe(
  v.object({
    id,
    organizationId: v.pipe(count, v.minValue(1)),
    organizationName: text,
    accountId: id,
    accountName: text,
    subdomain: v.pipe(v.string(), v.maxLength(63), v.regex(/^[a-z0-9-]*$/i)),
    source: v.picklist(['api', 'sheet']),
    name: words,
    lastUsedAt: v.optional(time),
    links: v.array(link),
    ignored: v.array(ignored),
    contactNumbers: v.array(contactNumber),
    imports: v.array(awaitedImport),
    columns: v.array(v.tuple([text, text])),
    dismissals: v.array(dismissal),
    kept: v.array(kept),
    runs: v.array(run),
  } satisfies Fields<SavedCompany>),
  v.check(({ id, organizationId, accountId }) => id === `${organizationId}:${accountId}`),
);

export const backupSchema: v.GenericSchema<unknown, Backup> = v.object({
  madeAt: iso,
  preferences: v.object({
    language: v.picklist(['auto', 'da', 'en']),
    theme: v.picklist(['auto', 'light', 'dark']),
    check: v.picklist(CHECKS),
  }),
  companies: v.array(company),
});

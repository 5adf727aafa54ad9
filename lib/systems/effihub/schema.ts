import * as v from 'valibot';
import type { Customer, CustomerDefaults, HubChoices } from '../../domain/customer.ts';
import { country, flag, name, optionalGuid, text, time } from '../http/schema.ts';

/** Effihub's ids are integers; ours are text. An id too large to be exact would be another customer's. */
const id = v.pipe(
  v.union([v.pipe(v.number(), v.safeInteger(), v.minValue(0)), v.pipe(v.string(), v.regex(/^\d+$/))]),
  v.transform(String),
);

const shown = v.pipe(
  v.nullish(v.boolean(), false),
  v.transform((value): boolean => value),
);

/** A missing choice counts as "not shown". */
const hub = v.pipe(
  v.nullish(
    v.object({ showTimesheets: shown, showProjects: shown, showPunchCards: shown, showInvoices: shown }),
  ),
  v.transform((value): HubChoices | undefined => value ?? undefined),
);

export const customer = v.pipe(
  v.object({
    id,
    customerNumber: text,
    name,
    isPerson: flag,
    vatNumber: text,
    street: text,
    zipCode: text,
    city: text,
    countryCode: country,
    invoiceEmail: text,
    phone: text,
    website: text,
    notes: text,
    language: text,
    hub,
    dineroContactGuid: optionalGuid,
    updatedAt: time,
    archivedAt: time,
  }),
  v.transform(({ invoiceEmail, dineroContactGuid, ...rest }): Customer => {
    return { ...rest, email: invoiceEmail, contactGuid: dineroContactGuid };
  }),
);

/** A page. Without its data it is invalid: read as empty, it would say that no customer exists. */
export const customerPage = v.pipe(
  v.object({
    data: v.array(customer),
    meta: v.nullish(v.object({ total: v.nullish(v.number()), deletedIds: v.nullish(v.array(id)) })),
  }),
  v.transform(({ data, meta }) => ({
    customers: data,
    total: meta?.total ?? undefined,
    deletedIds: meta?.deletedIds ?? [],
  })),
);

export const account = v.pipe(
  v.object({
    id,
    name,
    subdomain: text,
    dinero: v.nullish(v.object({ enabled: flag, organizationId: v.nullish(v.number()) })),
  }),
  v.transform(({ id, name, subdomain, dinero }) => ({
    id,
    name,
    subdomain,
    dinero: dinero
      ? { enabled: dinero.enabled ?? false, organizationId: dinero.organizationId ?? undefined }
      : undefined,
  })),
);

export const removed = v.pipe(
  v.object({ removed: v.number() }),
  v.transform((answer) => answer.removed),
);

const NOTHING_SHOWN: HubChoices = {
  showTimesheets: false,
  showProjects: false,
  showPunchCards: false,
  showInvoices: false,
};

export const customerDefaults = v.pipe(
  v.object({ hub, language: text }),
  v.transform((defaults): CustomerDefaults => {
    return { hub: defaults.hub ?? NOTHING_SHOWN, language: defaults.language ?? 'da' };
  }),
);

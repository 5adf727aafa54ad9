import * as v from 'valibot';
import type { Contact } from '../../domain/customer.ts';
import { country, flag, guid, name, text, time } from '../http/schema.ts';

/** An object schema that ignores the case of keys, as Dinero's vary. Unknown keys are dropped. */
function folded<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.unknown(), v.transform(lowerKeys), v.object(entries));
}

/** Other values pass through, so that the schema refuses them. */
function lowerKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]));
}

/** The fields requested in lists; each has its entry in `contact`. */
export const CONTACT_FIELDS = [
  'ContactGuid,ExternalReference,Name,Street,ZipCode,City,CountryKey,Phone,Email,Webpage,VatNumber',
  'IsPerson,IsDebitor,IsCreditor,UpdatedAt,DeletedAt',
].join(',');

export const contact = v.pipe(
  folded({
    contactguid: guid,
    externalreference: text,
    name,
    street: text,
    zipcode: text,
    city: text,
    countrykey: country,
    phone: text,
    email: text,
    webpage: text,
    vatnumber: text,
    isperson: flag,
    isdebitor: flag,
    iscreditor: flag,
    updatedat: time,
    deletedat: time,
  }),
  v.transform(
    (raw): Contact => ({
      guid: raw.contactguid,
      externalReference: raw.externalreference,
      name: raw.name,
      street: raw.street,
      zipCode: raw.zipcode,
      city: raw.city,
      countryCode: raw.countrykey,
      phone: raw.phone,
      email: raw.email,
      website: raw.webpage,
      vatNumber: raw.vatnumber,
      isPerson: raw.isperson,
      isDebtor: raw.isdebitor,
      isCreditor: raw.iscreditor,
      updatedAt: raw.updatedat,
      deletedAt: raw.deletedat,
    }),
  ),
);

/** A page. Without its collection it is invalid: read as empty, it would say that no contact exists. */
export const contactPage = v.pipe(
  folded({ collection: v.array(contact) }),
  v.transform((page) => page.collection),
);

/** The answer to a create; may be empty, since the id is ours. */
export const created = v.pipe(
  v.optional(folded({ contactguid: v.optional(guid) })),
  v.transform((answer) => answer?.contactguid),
);

export const organizations = v.array(
  v.pipe(
    folded({ id: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), name, ispro: flag }),
    v.transform(({ id, name, ispro }) => ({ id, name, isPro: ispro })),
  ),
);

/** Only characters that a header can carry. */
const headerSafe = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/));

const seconds = v.nullish(v.union([v.pipe(v.number(), v.minValue(0)), v.pipe(v.string(), v.regex(/^\d+$/))]));

export const tokenAnswer = v.pipe(
  folded({ access_token: headerSafe, expires_in: seconds }),
  v.transform((answer) => ({ token: answer.access_token, seconds: Number(answer.expires_in ?? 3600) })),
);

/** Visma Connect's token response. */
export const grantAnswer = v.pipe(
  v.object({
    access_token: headerSafe,
    expires_in: seconds,
    refresh_token: v.pipe(v.string(), v.nonEmpty()),
  }),
  v.transform((answer) => ({
    accessToken: answer.access_token,
    seconds: Number(answer.expires_in ?? 3600),
    refreshToken: answer.refresh_token,
  })),
);

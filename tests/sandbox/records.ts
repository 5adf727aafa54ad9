import type { Company } from './companies.ts';
import { address } from './places.ts';
import type { Random } from './random.ts';
import { rewriteDoubtfully, rewriteHeavily, rewriteLightly, rewriteVatNumber } from './spelling.ts';
import type { EffihubCustomer, StoredContact } from './world.ts';

const day = 86_400_000;
const maybe = <T>(random: Random, share: number, value: T): T | null => (random.chance(share) ? value : null);

/** When a record was made and last changed: within the last two years, not after yesterday. */
function times(random: Random, now: number): { made: string; changed: string } {
  const made = now - random.between(30 * day, 730 * day);
  const changed = random.chance(0.5) ? made : random.between(made, now - day);
  return { made: new Date(made).toISOString(), changed: new Date(changed).toISOString() };
}

const wholeSecond = (time: string): string => time.replace(/\.\d+Z$/, 'Z');

/** How Effihub has a company. */
export function customerRecord(random: Random, now: number, company: Company): Partial<EffihubCustomer> {
  const { made, changed } = times(random, now);
  const customer: Partial<EffihubCustomer> = {
    name: company.name,
    customerNumber: maybe(random, 0.95, `${random.between(10_000, 99_999)}`),
    isPerson: random.chance(0.03) ? null : company.isPerson,
    vatNumber: maybe(random, 0.85, company.vatNumber && rewriteVatNumber(company.vatNumber, random)),
    street: maybe(random, 0.9, company.street),
    zipCode: maybe(random, 0.93, company.zipCode),
    city: maybe(random, 0.93, company.city),
    countryCode: maybe(random, 0.93, company.country),
    invoiceEmail: maybe(random, 0.75, company.email),
    phone: maybe(random, 0.7, company.phone),
    website: maybe(random, 0.4, company.website),
    notes: maybe(random, 0.05, 'Aftalt fast timepris.'),
    language: company.country === 'DK' ? 'da' : 'en',
    createdAt: wholeSecond(made),
    updatedAt: wholeSecond(changed),
  };
  // Effihub may leave a field out instead of saying that it is empty.
  return random.chance(0.1) ? withoutNulls(customer) : customer;
}

const withoutNulls = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value ?? undefined])) as T;

/** How Dinero has a company. */
export function contactRecord(random: Random, now: number, company: Company): Partial<StoredContact> {
  const { made, changed } = times(random, now);
  const role = random.next();
  return {
    ContactGuid: random.guid(),
    Name: company.name,
    IsPerson: company.isPerson,
    VatNumber: maybe(random, 0.8, company.vatNumber),
    Street: maybe(random, 0.85, company.street),
    ZipCode: maybe(random, 0.9, company.zipCode),
    City: maybe(random, 0.9, company.city),
    CountryKey: random.chance(0.02) ? null : company.country,
    Email: maybe(random, 0.7, company.email),
    Phone: maybe(random, 0.5, company.phone.replace(/^\+45 /, '')),
    Webpage: random.chance(0.2) ? company.website : random.pick([null, '']),
    AttPerson: maybe(random, 0.1, 'Bogholderiet'),
    EanNumber: maybe(random, 0.03, `579${random.digits(10)}`),
    // Mostly a customer, now and then also a supplier; some never used and therefore unknown.
    IsDebitor: role < 0.04 ? null : role < 0.08 ? undefined : true,
    IsCreditor: role < 0.04 ? null : role < 0.08 ? undefined : role < 0.2,
    PaymentConditionType: 'Netto',
    PaymentConditionNumberOfDays: random.pick([8, 14, 30]),
    usedOnInvoice: random.chance(0.4),
    CreatedAt: made,
    UpdatedAt: changed,
  };
}

export interface Both {
  customer: Partial<EffihubCustomer>;
  contact: Partial<StoredContact>;
}

/** Both have the company, and a shared number, e-mail, or the very same name and address says so. */
export function certainRecords(random: Random, now: number, company: Company): Both {
  const customer = customerRecord(random, now, company);
  const contact = contactRecord(random, now, company);
  const proof = random.next();
  if (company.vatNumber && proof < 0.75) {
    customer.vatNumber = rewriteVatNumber(company.vatNumber, random);
    contact.VatNumber = company.vatNumber;
    contact.Name = proof < 0.1 ? rewriteHeavily(company.name, random) : rewriteLightly(company.name, random);
  } else if (proof < 0.9) {
    customer.invoiceEmail = company.email;
    contact.Email = company.email;
    contact.Name = rewriteLightly(company.name, random);
  } else {
    Object.assign(customer, { zipCode: company.zipCode, street: company.street, city: company.city });
    Object.assign(contact, { ZipCode: company.zipCode, Street: company.street, City: company.city });
  }
  return { customer, contact };
}

/** Both have the company, but only a similar name speaks for it. */
export function likelyRecords(random: Random, now: number, company: Company): Both {
  const customer = customerRecord(random, now, company);
  const contact = contactRecord(random, now, company);
  contact.Name = random.chance(0.4)
    ? rewriteHeavily(company.name, random)
    : rewriteDoubtfully(company.name, random);
  if (random.chance(0.5)) {
    Object.assign(customer, { vatNumber: null, invoiceEmail: null, phone: null, website: null });
  } else {
    Object.assign(contact, { VatNumber: null, Email: null, Phone: null, Webpage: null });
  }
  if (random.chance(0.6)) {
    const moved = address(random, company.country);
    Object.assign(contact, { Street: moved.street, ZipCode: moved.zipCode, City: moved.city });
  }
  return { customer, contact };
}

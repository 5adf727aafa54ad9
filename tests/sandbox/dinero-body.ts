import type { FieldErrors, RuleBroken } from './dinero-errors.ts';
import { isGuid, type JsonObject } from './http.ts';
import type { StoredContact, World } from './world.ts';

const texts = [
  'ExternalReference',
  'Name',
  'Street',
  'ZipCode',
  'City',
  'CountryKey',
  'Phone',
  'Email',
  'Webpage',
  'AttPerson',
  'VatNumber',
  'EanNumber',
  'MemberNumber',
  'PaymentConditionType',
  'CompanyTypeKey',
] as const;
const flags = ['IsPerson', 'IsMember', 'UseCvr'] as const;

const paymentConditions = ['Netto', 'NettoCash', 'CurrentMonthOut'];
const companyTypes = [
  'EmptyCompanyType',
  'SoleProprietorship',
  'PrivateLimitedCompany',
  'PublicLimitedCompany',
  'GeneralPartnership',
  'LimitedPartnership',
  'LimitedLiabilityCooperative',
  'LimitedLiabilityVoluntaryAssociation',
  'LimitedLiabilityCompany',
  'EntreprenurLimitedCompany',
  'Union',
];

/** Everything a client may write; what the body leaves out is null, so that a PUT clears it. */
export type WrittenContact = Pick<
  StoredContact,
  Exclude<(typeof texts)[number], never> | 'IsPerson' | 'IsMember' | 'PaymentConditionNumberOfDays'
>;

export interface CheckedBody {
  contact: WrittenContact;
  guid?: string;
  fields: FieldErrors;
  rules: RuleBroken[];
}

/** Reads a create or replace body, keys in either case, and says what Dinero would say about it. */
export function checkBody(world: World, source: JsonObject): CheckedBody {
  const body = Object.fromEntries(Object.entries(source).map(([key, value]) => [key.toLowerCase(), value]));
  const given = (name: string): unknown => body[name.toLowerCase()] ?? undefined;
  const fields: FieldErrors = {};

  const written: Record<string, unknown> = {};
  for (const name of texts) {
    const value = given(name);
    if (value !== undefined && typeof value !== 'string') fields[name] = 'Skal være tekst';
    written[name] = typeof value === 'string' && value !== '' ? value : null;
  }
  for (const name of flags) {
    const value = given(name);
    if (typeof value !== 'boolean') fields[name] = `${name} skal udfyldes`;
    else if (name !== 'UseCvr') written[name] = value;
  }
  const days = given('PaymentConditionNumberOfDays');
  if (days !== undefined && !Number.isInteger(days)) fields.PaymentConditionNumberOfDays = 'Skal være et tal';
  written.PaymentConditionNumberOfDays = days ?? null;

  const contact = written as WrittenContact;
  if (!contact.Name?.trim()) fields.Name = 'Navn skal udfyldes';
  if (!/^[A-Z]{2}$/.test(contact.CountryKey ?? '')) fields.CountryKey = 'Land skal udfyldes med to bogstaver';
  if ((contact.ExternalReference?.length ?? 0) > 128) fields.ExternalReference = 'Må højst være 128 tegn';
  if (contact.PaymentConditionType && !paymentConditions.includes(contact.PaymentConditionType)) {
    fields.PaymentConditionType = 'Ukendt betalingsbetingelse';
  }
  if (contact.CompanyTypeKey && !companyTypes.includes(contact.CompanyTypeKey)) {
    fields.CompanyTypeKey = 'Ukendt virksomhedstype';
  }
  if (contact.CountryKey === 'DK' && contact.VatNumber && !world.cvrRegister.has(contact.VatNumber)) {
    fields.VatNumber = 'CVR-nummeret findes ikke';
  }
  if (given('UseCvr') === true && !contact.VatNumber) fields.VatNumber = 'CVR-nummer skal udfyldes';

  const guid = given('ContactGuid');
  if (guid !== undefined && !isGuid(guid)) fields.ContactGuid = 'Ikke et gyldigt id';
  return { contact, guid: isGuid(guid) ? guid.toLowerCase() : undefined, fields, rules: [] };
}

import { secondOf } from './clock.ts';
import { type FieldErrors, invalid } from './dinero-errors.ts';
import { type Answer, json, wholeNumber } from './http.ts';
import type { DineroContact, Organization, StoredContact } from './world.ts';

export const readableFields = [
  'ContactGuid',
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
  'IsPerson',
  'IsMember',
  'MemberNumber',
  'IsDebitor',
  'IsCreditor',
  'PaymentConditionType',
  'PaymentConditionNumberOfDays',
  'CompanyStatus',
  'VatRegionKey',
  'InvoiceMailOutOptionKey',
  'PreferredInvoiceLanguageKey',
  'PreferredInvoiceCurrencyKey',
  'CreatedAt',
  'UpdatedAt',
  'DeletedAt',
] as const satisfies (keyof DineroContact)[];

type Field = (typeof readableFields)[number];

const filterable: readonly Field[] = [
  'Name',
  'Email',
  'ExternalReference',
  'VatNumber',
  'EanNumber',
  'IsPerson',
];

const maxPageSize = 1000;
const fieldNamed = (name: string): Field | undefined =>
  readableFields.find((field) => field.toLowerCase() === name.trim().toLowerCase());

/** The chosen fields of a contact, and nothing that the API does not show. */
export function show(contact: StoredContact, fields: readonly Field[] = readableFields): object {
  return Object.fromEntries(fields.map((field) => [field, contact[field]]));
}

type Test = (contact: StoredContact) => boolean;

/** `Name contains 'hansen';IsPerson eq 'false'`: all parts must hold; a quote inside a value is doubled. */
function parseFilter(source: string): Test | undefined {
  const parts = source.match(/(?:'(?:[^']|'')*'|[^';])+/g) ?? [];
  const tests = parts.map((part): Test | undefined => {
    const [, name = '', operator = '', quoted, bare = ''] =
      /^\s*(\w+)\s+(eq|contains)\s+(?:'((?:[^']|'')*)'|(\w+))\s*$/i.exec(part) ?? [];
    const field = fieldNamed(name);
    if (!field || !filterable.includes(field)) return undefined;
    const wanted = (quoted ?? bare).replaceAll("''", "'").toLowerCase();
    return (contact) => {
      const value = String(contact[field] ?? '').toLowerCase();
      return operator.toLowerCase() === 'eq' ? value === wanted : value.includes(wanted);
    };
  });
  if (parts.length === 0 || tests.includes(undefined)) return undefined;
  return (contact) => tests.every((test) => test?.(contact));
}

/** `GET /v1/{organizationId}/contacts`: one page, in the order of change. */
export function listContacts(organization: Organization, query: URLSearchParams): Answer {
  const wrong: FieldErrors = {};
  const fields = (query.get('fields') ?? 'Name,ContactGuid').split(',').map(fieldNamed);
  if (fields.includes(undefined)) wrong.fields = 'Unknown field';
  const page = wholeNumber(query.get('page'), 0);
  if (Number.isNaN(page)) wrong.page = 'Must be a number from 0';
  const pageSize = wholeNumber(query.get('pageSize'), 100);
  if (!(pageSize >= 1 && pageSize <= maxPageSize)) wrong.pageSize = `Must be between 1 and ${maxPageSize}`;
  const changesSince = query.get('changesSince');
  if (changesSince !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(changesSince)) {
    wrong.changesSince = 'Must have the format yyyy-MM-ddTHH:mm:ssZ';
  }
  const deletedOnly = query.get('deletedOnly') ?? 'false';
  if (!/^(true|false)$/i.test(deletedOnly)) wrong.deletedOnly = 'Must be true or false';
  const filterText = query.get('queryFilter');
  const filter = filterText === null || filterText === '' ? () => true : parseFilter(filterText);
  if (!filter) wrong.queryFilter = 'The filter could not be read';
  if (!filter || Object.keys(wrong).length > 0) return invalid(wrong);

  const wantDeleted = deletedOnly.toLowerCase() === 'true';
  const visible = [...organization.contacts.values()].filter(
    (contact) => (contact.DeletedAt !== null) === wantDeleted,
  );
  const found = visible
    .filter((one) => changesSince === null || secondOf(one.UpdatedAt) >= secondOf(changesSince))
    .filter(filter)
    .sort((a, b) => compare(a.UpdatedAt, b.UpdatedAt) || compare(a.ContactGuid, b.ContactGuid));
  const shown = found.slice(page * pageSize, (page + 1) * pageSize);
  return json(200, {
    Collection: shown.map((contact) => show(contact, fields as Field[])),
    Pagination: {
      MaxPageSizeAllowed: maxPageSize,
      PageSize: pageSize,
      Result: shown.length,
      ResultWithoutFilter: visible.length,
      Page: page,
    },
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

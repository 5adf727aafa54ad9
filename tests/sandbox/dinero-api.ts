import { inMilliseconds } from './clock.ts';
import { tokenOf } from './dinero-auth.ts';
import { checkBody } from './dinero-body.ts';
import { contactNotFound, invalid } from './dinero-errors.ts';
import { listContacts, show } from './dinero-list.ts';
import { type Answer, type Call, json, jsonObject, text } from './http.ts';
import { overLimit } from './limits.ts';
import type { Organization, StoredContact, World } from './world.ts';

/** `https://api.dinero.dk`, the part that `dinero-api.md` describes. */
export function answerDinero(world: World, call: Call): Answer {
  const token = tokenOf(world, call);
  if (!token) return json(401, { message: 'Authorization has been denied for this request.' });
  const [, asked] = /^\/v1\/(\d+)\//.exec(call.path) ?? [];
  // What is about no organization of the token's counts on its first.
  const counted = token.organizations.find((id) => id === Number(asked)) ?? token.organizations[0];
  const wait = overLimit(world, `${counted} ${token.clientId}`, world.limits.dinero);
  if (wait !== undefined) return quotaExceeded(world.limits.dinero, wait);

  if (call.path === '/v1/organizations' && call.method === 'GET') {
    const found = [...world.organizations.values()].filter(({ id }) => token.organizations.includes(id));
    return json(
      200,
      found.map((organization) => showOrganization(organization, call.query)),
    );
  }
  const [, id, guid, restore] =
    /^\/v1\/(\d+)\/contacts(?:\/([0-9a-f-]{36})(\/restore)?)?$/i.exec(call.path) ?? [];
  if (!id) return json(404, { code: 40, message: 'Not found' });
  const organization = world.organizations.get(Number(id));
  if (!organization || !token.organizations.includes(organization.id)) {
    return json(403, { message: 'You do not have access to this organization.' });
  }
  if (!organization.isPro) {
    return json(403, { code: 48, message: 'The organization has no active Dinero Pro subscription.' });
  }
  if (!guid) {
    if (call.method === 'GET') return listContacts(organization, call.query);
    if (call.method === 'POST') return createContact(world, organization, call);
    return methodNotAllowed();
  }
  const contact = organization.contacts.get(guid.toLowerCase());
  if (!contact) return contactNotFound();
  if (restore) return call.method === 'POST' ? restoreContact(world, contact) : methodNotAllowed();
  if (call.method === 'GET') return json(200, show(contact));
  if (call.method === 'PUT') return replaceContact(world, contact, call);
  if (call.method === 'DELETE') return deleteContact(world, contact);
  return methodNotAllowed();
}

/** Over the limit: plain text, as Dinero's gateway answers. */
export const quotaExceeded = (perMinute: number, retryAfter: number): Answer =>
  text(429, `API calls quota exceeded! maximum admitted ${perMinute} per Minute.`, {
    'retry-after': String(retryAfter),
  });

const methodNotAllowed = (): Answer => json(405, { message: 'Method not allowed' });

function showOrganization(organization: Organization, query: URLSearchParams): object {
  const wanted = (query.get('fields') ?? 'name,id').toLowerCase().split(',');
  const all = { Name: organization.name, Id: organization.id, IsPro: organization.isPro };
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name.toLowerCase())));
}

function createContact(world: World, organization: Organization, call: Call): Answer {
  const body = jsonObject(call.text);
  if (!body) return invalid({ body: 'Kunne ikke læses' });
  const checked = checkBody(world, body);
  if (checked.guid && organization.contacts.has(checked.guid)) {
    checked.rules.push({ Code: 'guidMustBeUnique', Message: 'A contact with this guid exists already.' });
  }
  if (Object.keys(checked.fields).length > 0 || checked.rules.length > 0) {
    return invalid(checked.fields, checked.rules.length > 0 ? checked.rules : undefined);
  }
  const now = inMilliseconds(world.clock.tick());
  const contact: StoredContact = {
    ...checked.contact,
    ContactGuid: checked.guid ?? crypto.randomUUID(),
    IsDebitor: true,
    IsCreditor: false,
    CompanyTypeKey: checked.contact.CompanyTypeKey ?? null,
    CreatedAt: now,
    UpdatedAt: now,
    DeletedAt: null,
    number: nextNumber(organization),
    usedOnInvoice: false,
  };
  organization.contacts.set(contact.ContactGuid, contact);
  return json(201, { ContactGuid: contact.ContactGuid });
}

const nextNumber = (organization: Organization): number =>
  Math.max(1_037_000_000, ...[...organization.contacts.values()].map((contact) => contact.number)) + 7;

function replaceContact(world: World, contact: StoredContact, call: Call): Answer {
  if (contact.DeletedAt !== null) return contactNotFound();
  const body = jsonObject(call.text);
  if (!body) return invalid({ body: 'Kunne ikke læses' });
  const { contact: written, fields } = checkBody(world, body);
  if (Object.keys(fields).length > 0) return invalid(fields);
  changeContact(world, contact, written);
  return { status: 200 };
}

function deleteContact(world: World, contact: StoredContact): Answer {
  if (contact.DeletedAt !== null) return contactNotFound();
  if (contact.usedOnInvoice) return invalid({ ContactGuid: 'Kontakten er brugt på en faktura' });
  changeContact(world, contact, { DeletedAt: inMilliseconds(world.clock.tick()) });
  return { status: 200 };
}

function restoreContact(world: World, contact: StoredContact): Answer {
  if (contact.DeletedAt === null) return invalid({ ContactGuid: 'Kontakten er ikke slettet' });
  changeContact(world, contact, { DeletedAt: null });
  return { status: 200 };
}

/** Changes a contact as somebody in Dinero would: the change moves `UpdatedAt`. */
export function changeContact(world: World, contact: StoredContact, changes: Partial<StoredContact>): void {
  Object.assign(contact, changes, { UpdatedAt: inMilliseconds(world.clock.tick()) });
}

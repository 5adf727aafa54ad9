import type { Contact } from '../../customer.ts';
import { type ContactBody, contactBody } from '../../dinero/body.ts';
import { ProblemError, problemOf } from '../../problem.ts';
import type { Operation } from '../../run.ts';
import { createFields } from '../create.ts';
import { contactGuidFor, externalReference, generationOf } from '../ids.ts';
import { link } from './link.ts';
import { failed, type OperationContext, type Outcome, rowProblem } from './outcome.ts';

/**
 * Makes the contact in Dinero, then links it. The GUID is computed, so a repeat after a lost answer meets the contact
 * that the first try made.
 */
export async function create(operation: Operation, context: OperationContext): Promise<Outcome> {
  let current = operation;
  let contact: Contact | undefined;
  if (current.phase !== 'link') {
    try {
      const sent = current.state === 'sent' ? current : await prepared(current, context);
      current = sent;
      contact = await createContact(sent.body as ContactBody, context);
    } catch (error) {
      return failed(current, rowProblem(error));
    }
    context.world.putContact(contact);
    current = {
      ...current,
      phase: 'link',
      state: 'waiting',
      contactGuid: contact.guid,
      otherName: contact.name,
    };
    await context.journal(current);
  }
  return { ...(await link(current, context, 'create')), contact };
}

/** Checks that it still makes sense, and journals the exact body. */
async function prepared(operation: Operation, context: OperationContext): Promise<Operation> {
  const { world, pair } = context;
  const { customerId = '', create: choices = {} } = operation;
  const customer = world.customers.get(customerId);
  if (!customer) throw new ProblemError({ system: 'effihub', code: 'gone' });
  const reference = externalReference(pair, customerId);
  const guid = contactGuidFor(pair, customerId, generationOf(pair, customerId, world.contacts.values()));
  const other = world.workingLink(customer);
  if (other && other !== guid) {
    const linkedTo = world.contacts.get(other)?.name ?? other;
    throw new ProblemError({ system: 'effihub', code: 'taken', linkedTo });
  }
  const body = contactBody(customer, createFields(customer, choices), { guid, externalReference: reference });
  const sent: Operation = { ...operation, state: 'sent', phase: 'create', body };
  await context.journal(sent);
  return sent;
}

/**
 * @throws ProblemError `contact-deleted` when the user deleted the contact that carries this GUID, `guid-taken` when it
 * is not ours
 */
async function createContact(body: ContactBody, context: OperationContext): Promise<Contact> {
  const { dinero } = context;
  try {
    await dinero.createContact(body);
  } catch (error) {
    if (problemOf(error)?.code !== 'guid-taken') throw error;
    const there = await dinero.contact(body.ContactGuid);
    if (!there || there.externalReference !== body.ExternalReference) throw error;
    if (there.deletedAt) throw new ProblemError({ system: 'dinero', code: 'contact-deleted' });
    return there;
  }
  return contactOf(body);
}

/** The contact as it stands after a create, without reading it back. */
function contactOf(body: ContactBody): Contact {
  return {
    guid: body.ContactGuid,
    externalReference: body.ExternalReference,
    name: body.Name,
    isPerson: body.IsPerson,
    vatNumber: body.VatNumber,
    street: body.Street,
    zipCode: body.ZipCode,
    city: body.City,
    countryCode: body.CountryKey,
    email: body.Email,
    phone: body.Phone,
    website: body.Webpage,
  };
}

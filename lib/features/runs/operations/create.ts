import type { DeletedAnswer } from '../../../domain/choices.ts';
import { externalReference, type MadeContacts, madeContacts } from '../../../domain/computed-ids.ts';
import { createFields } from '../../../domain/create-fields.ts';
import type { Contact, ContactGuid } from '../../../domain/customer.ts';
import { ProblemError, problemOf } from '../../../domain/problem.ts';
import type { Operation } from '../../../domain/run.ts';
import { type ContactBody, contactBody } from '../../../systems/dinero/body.ts';
import { link } from './link.ts';
import { failed, type OperationContext, type Outcome, recordProblem } from './outcome.ts';

/** What is journaled instead of a new contact's body. */
interface Restoring {
  restore: ContactGuid;
}

/**
 * Creates the contact in Dinero, then links it. The GUID is computed, so a repeat after a lost answer meets the contact of
 * the first attempt. If a contact created earlier for the customer was deleted in Dinero since, the user is asked
 * (`contact-deleted`); `create.deleted` is the answer.
 */
export async function create(operation: Operation, context: OperationContext): Promise<Outcome> {
  let current = withoutUndone(operation, context);
  const isFirst = current.body === undefined;
  let contact: Contact | undefined;
  try {
    if (current.state === 'sent') await checkStillWanted(current, context);
    else if (current.phase !== 'link') current = await prepared(current, context);
    if (current.phase !== 'link')
      ({ operation: current, contact } = await carriedOut(current, isFirst, context));
  } catch (error) {
    return creationFailed(current, error, context);
  }
  if (contact) {
    context.records.contacts.put(contact);
    current = {
      ...current,
      phase: 'link',
      state: 'waiting',
      contactGuid: contact.guid,
      otherName: contact.name,
    };
    await context.journal(current);
  }
  const outcome = await link(current, context, 'create');
  // With a new contact the link is new too, even if it still stood there.
  if (!current.found) delete outcome.operation.already;
  return { ...outcome, contact };
}

/** Starts over when the contact it had created was deleted by the undo of its run. */
function withoutUndone(operation: Operation, { records }: OperationContext): Operation {
  const { phase, contactGuid, otherName, body, problem: _, ...rest } = operation;
  const isUndone = contactGuid !== undefined && records.isDeletedByUndo(contactGuid);
  return phase === 'link' && operation.state === 'waiting' && isUndone ? rest : operation;
}

/** Dinero says that the contact is deleted; it is stored as such. */
class DeletedContact extends ProblemError {
  readonly contact: Contact;
  constructor(contact: Contact) {
    super({ system: 'dinero', code: 'contact-deleted', linkedTo: contact.name });
    this.contact = contact;
  }
}

function creationFailed(operation: Operation, error: unknown, { records }: OperationContext): Outcome {
  const outcome = failed(operation, recordProblem(error));
  if (!(error instanceof DeletedContact)) return outcome;
  records.contacts.put(error.contact);
  return { ...outcome, contact: error.contact };
}

/**
 * The request was sent and not answered, and others may have changed records since. If the customer is gone or linked to
 * somebody else by now, the operation continues only with a contact that the first attempt created; linking checks the rest.
 */
async function checkStillWanted(operation: Operation, context: OperationContext): Promise<void> {
  const { records, dinero } = context;
  if (operation.phase === 'link') return;
  const { ContactGuid, restore } = (operation.body ?? {}) as Partial<ContactBody & Restoring>;
  const guid = ContactGuid ?? restore ?? '';
  const customer = records.customers.get(operation.customerId ?? '');
  const other = customer && records.workingLink(customer);
  if (customer && (other === undefined || other === guid)) return;
  const there = await dinero.contact(guid);
  if (there && !there.deletedAt) return;
  if (other === undefined) throw new ProblemError({ system: 'effihub', code: 'gone' });
  throw takenBy(other, context);
}

const takenBy = (other: ContactGuid, { records }: OperationContext) =>
  new ProblemError({
    system: 'effihub',
    code: 'taken',
    linkedTo: records.contacts.get(other)?.name ?? other,
  });

/** Checks that the creation still makes sense, and journals the exact body; skips to linking when nothing is left to send. */
async function prepared(operation: Operation, context: OperationContext): Promise<Operation> {
  const { records, pair } = context;
  const { customerId = '', create: choices = {} } = operation;
  const customer = records.customers.get(customerId);
  if (!customer) throw new ProblemError({ system: 'effihub', code: 'gone' });
  const made = madeContacts(pair, customerId, records.contacts, records.deletedByUndo);
  const guid = made.live?.guid ?? made.nextGuid;
  const found = (operation.found || (made.live && !wasSent(operation, guid))) && ({ found: true } as const);
  const other = records.workingLink(customer);
  if (other === guid) {
    const otherName = records.contacts.get(guid)?.name;
    return { ...operation, ...found, phase: 'link', contactGuid: guid, otherName };
  }
  if (other) throw takenBy(other, context);
  const ids = { guid, externalReference: externalReference(pair, customerId) };
  const body =
    restoring(made, choices.deleted) ?? contactBody(customer, createFields(customer, choices), ids);
  const sent: Operation = { ...operation, ...found, state: 'sent', phase: 'create', body };
  await context.journal(sent);
  return sent;
}

/** An unanswered earlier attempt may have created the contact: then it does not count as found. */
function wasSent({ body }: Operation, guid: ContactGuid): boolean {
  const { ContactGuid, restore } = (body ?? {}) as Partial<ContactBody & Restoring>;
  return (ContactGuid ?? restore) === guid;
}

/**
 * @returns undefined when a contact is to be created, or exists
 * @throws DeletedContact when the user has to decide
 */
function restoring(
  { live, deleted }: MadeContacts,
  answer: DeletedAnswer | undefined,
): Restoring | undefined {
  if (live || !deleted || answer === 'new') return undefined;
  if (answer === 'restore') return { restore: deleted.guid };
  throw new DeletedContact(deleted);
}

/** @param isFirst no earlier attempt can have been carried out */
async function carriedOut(
  operation: Operation,
  isFirst: boolean,
  context: OperationContext,
): Promise<{ operation: Operation; contact: Contact }> {
  const body = operation.body as ContactBody | Restoring;
  /** Somebody else did it. Journaled at once, since a later attempt could not tell. */
  const thereBefore = async (): Promise<Operation> => {
    const found: Operation = isFirst ? { ...operation, found: true } : operation;
    if (isFirst) await context.journal(found);
    return found;
  };
  try {
    if ('restore' in body) await context.dinero.restoreContact(body.restore);
    else await context.dinero.createContact(body);
  } catch (error) {
    // Dinero refuses to restore what is not deleted.
    if (problemOf(error)?.code !== ('restore' in body ? 'refused' : 'guid-taken')) throw error;
    const there = await thereBefore();
    const contact =
      'restore' in body
        ? await restored(body.restore, error, context)
        : await contactThere(body, error, context);
    return { operation: there, contact };
  }
  const { found: _, ...made } = operation;
  if ('restore' in body)
    return { operation: made, contact: await restored(body.restore, undefined, context) };
  return { operation: made, contact: contactOf(body) };
}

/**
 * The existing contact with the GUID.
 * @throws ProblemError `contact-deleted` when the user deleted the contact with this GUID, `guid-taken` when it is not ours
 */
async function contactThere(
  body: ContactBody,
  error: unknown,
  { dinero }: OperationContext,
): Promise<Contact> {
  const there = await dinero.contact(body.ContactGuid);
  if (there?.deletedAt) throw new DeletedContact(there);
  // The GUID is ours alone, but a reference written by another program is a reason to ask the user.
  const reference = there?.externalReference ?? body.ExternalReference;
  if (!there || reference !== body.ExternalReference) throw error;
  return there;
}

/** @param refusal why Dinero did not restore it: it may not have been deleted */
async function restored(guid: ContactGuid, refusal: unknown, { dinero }: OperationContext): Promise<Contact> {
  const there = await dinero.contact(guid);
  if (!there) throw new ProblemError({ system: 'dinero', code: 'gone' });
  if (there.deletedAt) throw refusal ?? new DeletedContact(there);
  return there;
}

/** The contact as created, without reading it back. */
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

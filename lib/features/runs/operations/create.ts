import type { DeletedAnswer } from '../../../domain/choices.ts';
import { externalReference, type MadeContacts, madeContacts } from '../../../domain/computed-ids.ts';
import { createFields } from '../../../domain/create-fields.ts';
import type { Contact, ContactGuid } from '../../../domain/customer.ts';
import { ProblemError, problemOf } from '../../../domain/problem.ts';
import type { Operation } from '../../../domain/run.ts';
import { type ContactBody, contactBody } from '../../../systems/dinero/body.ts';
import { link } from './link.ts';
import { failed, type OperationContext, type Outcome, rowProblem } from './outcome.ts';

/** What is journaled instead of a new contact's body. */
interface Restoring {
  restore: ContactGuid;
}

/**
 * Makes the contact in Dinero, then links it. The GUID is computed, so a repeat after a lost answer meets the contact
 * that the first try made. A contact that was made for the customer before and deleted in Dinero since is a question
 * (`contact-deleted`), which `create.deleted` answers.
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
    return notMade(current, error, context);
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
  // A link that was still there is new all the same when its contact is.
  if (!current.found) delete outcome.operation.already;
  return { ...outcome, contact };
}

/** The contact that it made halfway has been deleted by the undo of its run: it begins anew. */
function withoutUndone(operation: Operation, { records: world }: OperationContext): Operation {
  const { phase, contactGuid, otherName, body, problem: _, ...rest } = operation;
  const isUndone = contactGuid !== undefined && world.isDeletedByUndo(contactGuid);
  return phase === 'link' && operation.state === 'waiting' && isUndone ? rest : operation;
}

/** Dinero's word that the contact is a deleted one; known from now on. */
class DeletedContact extends ProblemError {
  readonly contact: Contact;
  constructor(contact: Contact) {
    super({ system: 'dinero', code: 'contact-deleted', linkedTo: contact.name });
    this.contact = contact;
  }
}

function notMade(operation: Operation, error: unknown, { records: world }: OperationContext): Outcome {
  const outcome = failed(operation, rowProblem(error));
  if (!(error instanceof DeletedContact)) return outcome;
  world.contacts.put(error.contact);
  return { ...outcome, contact: error.contact };
}

/**
 * It was sent and not answered, and others may have worked since. Where the customer is gone or linked otherwise by now, only
 * a contact that the first try has made goes on, and the link's own check says the rest.
 */
async function checkStillWanted(operation: Operation, context: OperationContext): Promise<void> {
  const { records: world, dinero } = context;
  if (operation.phase === 'link') return;
  const { ContactGuid, restore } = (operation.body ?? {}) as Partial<ContactBody & Restoring>;
  const guid = ContactGuid ?? restore ?? '';
  const customer = world.customers.get(operation.customerId ?? '');
  const other = customer && world.workingLink(customer);
  if (customer && (other === undefined || other === guid)) return;
  const there = await dinero.contact(guid);
  if (there && !there.deletedAt) return;
  if (other === undefined) throw new ProblemError({ system: 'effihub', code: 'gone' });
  throw takenBy(other, context);
}

const takenBy = (other: ContactGuid, { records: world }: OperationContext) =>
  new ProblemError({
    system: 'effihub',
    code: 'taken',
    linkedTo: world.contacts.get(other)?.name ?? other,
  });

/** Checks that it still makes sense, and journals the exact body. Nothing is left to send when it is linked already. */
async function prepared(operation: Operation, context: OperationContext): Promise<Operation> {
  const { records: world, pair } = context;
  const { customerId = '', create: choices = {} } = operation;
  const customer = world.customers.get(customerId);
  if (!customer) throw new ProblemError({ system: 'effihub', code: 'gone' });
  const made = madeContacts(pair, customerId, world.contacts, world.deletedByUndo);
  const guid = made.live?.guid ?? made.nextGuid;
  const found = (operation.found || (made.live && !wasSent(operation, guid))) && ({ found: true } as const);
  const other = world.workingLink(customer);
  if (other === guid) {
    const otherName = world.contacts.get(guid)?.name;
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

/** An earlier try that was not answered may have made the contact: then it is not one that was found. */
function wasSent({ body }: Operation, guid: ContactGuid): boolean {
  const { ContactGuid, restore } = (body ?? {}) as Partial<ContactBody & Restoring>;
  return (ContactGuid ?? restore) === guid;
}

/**
 * @returns undefined where a contact is to be made, or is there
 * @throws DeletedContact where the user has to say
 */
function restoring(
  { live, deleted }: MadeContacts,
  answer: DeletedAnswer | undefined,
): Restoring | undefined {
  if (live || !deleted || answer === 'new') return undefined;
  if (answer === 'restore') return { restore: deleted.guid };
  throw new DeletedContact(deleted);
}

/** @param isFirst nothing of the operation can have been carried out before */
async function carriedOut(
  operation: Operation,
  isFirst: boolean,
  context: OperationContext,
): Promise<{ operation: Operation; contact: Contact }> {
  const body = operation.body as ContactBody | Restoring;
  /** Somebody else has done it. Stored at once: whoever goes on after this cannot tell any more. */
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
 * The contact that carries the GUID already.
 * @throws ProblemError `contact-deleted` when the user deleted the contact that carries this GUID, `guid-taken` when it
 * is not ours
 */
async function contactThere(
  body: ContactBody,
  error: unknown,
  { dinero }: OperationContext,
): Promise<Contact> {
  const there = await dinero.contact(body.ContactGuid);
  if (there?.deletedAt) throw new DeletedContact(there);
  // The GUID is ours alone; a reference that another program has put there is a reason to ask the user all the same.
  const reference = there?.externalReference ?? body.ExternalReference;
  if (!there || reference !== body.ExternalReference) throw error;
  return there;
}

/** @param refusal why it was not restored: it may have been there */
async function restored(guid: ContactGuid, refusal: unknown, { dinero }: OperationContext): Promise<Contact> {
  const there = await dinero.contact(guid);
  if (!there) throw new ProblemError({ system: 'dinero', code: 'gone' });
  if (there.deletedAt) throw refusal ?? new DeletedContact(there);
  return there;
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

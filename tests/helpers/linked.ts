/** A company whose customers are linked and the same in both systems, to be pulled apart. */
import type { Field } from '../../lib/domain/customer.ts';
import type { Answer } from '../../lib/domain/difference.ts';
import { contactGuid, type EffihubCustomer, type StoredContact } from '../sandbox/index.ts';
import { company, connectionId } from './company.ts';

/** The n-th customer's two records. */
export function pair(
  n: number,
  name: string,
  customer: Partial<EffihubCustomer> = {},
  contact: Partial<StoredContact> = {},
): { customer: Partial<EffihubCustomer>; contact: Partial<StoredContact> } {
  return {
    customer: {
      id: n,
      name,
      street: `Nørregade ${n}`,
      zipCode: '8000',
      city: 'Aarhus C',
      invoiceEmail: `faktura@kunde${n}.dk`,
      phone: `+45 86 12 34 ${10 + (n % 90)}`,
      dineroContactGuid: contactGuid(n),
      ...customer,
    },
    contact: {
      Name: name,
      Street: `Nørregade ${n}`,
      ZipCode: '8000',
      City: 'Aarhus C',
      Email: `faktura@kunde${n}.dk`,
      Phone: `861234${10 + (n % 90)}`,
      ...contact,
    },
  };
}

export const worldOf = (pairs: ReturnType<typeof pair>[]) => ({
  customers: pairs.map(({ customer }) => customer),
  contacts: pairs.map(({ contact }) => contact),
});

/** What is shown, in short: `Bagergården ApS email: a / b`. */
export async function shown(): Promise<string[]> {
  const { rows } = await company.office.ask.differences({ connectionId });
  return rows.flatMap(({ name, differences, answers }) =>
    differences.map(({ field, dinero, effihub, changedIn }) => {
      const said = answers.find((one) => one.field === field);
      const marks = [
        changedIn && `by ${changedIn}`,
        said?.answer,
        said?.kept && 'kept',
        said?.stale && 'stale',
      ];
      return [`${name} ${field}: ${dinero} / ${effihub}`, ...marks].filter(Boolean).join(', ');
    }),
  );
}

/** Answers about the values shown now. */
export async function answer(customerId: string, field: Field, given: Answer | null): Promise<void> {
  const { rows } = await company.office.ask.differences({ connectionId });
  const difference = rows
    .find((row) => row.customerId === customerId)
    ?.differences.find((one) => one.field === field);
  if (!difference) throw new Error(`${field} of ${customerId} does not differ`);
  const { dinero, effihub } = difference;
  const answers = [{ customerId, field, answer: given, dinero, effihub }];
  await company.office.ask.answerDifferences({ connectionId, answers });
}

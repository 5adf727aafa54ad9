import type { Operation } from '../../run.ts';
import type { OperationContext, Outcome } from './outcome.ts';

export async function deleteContact(_operation: Operation, _context: OperationContext): Promise<Outcome> {
  throw new Error('Not there yet');
}

export async function deleteCustomer(_operation: Operation, _context: OperationContext): Promise<Outcome> {
  throw new Error('Not there yet');
}

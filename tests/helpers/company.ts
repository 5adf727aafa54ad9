/** Shared by the use-case tests: one sandbox per file, with one company and one installation. */
import { afterAll, beforeAll } from 'vitest';
import { problemOf } from '../../lib/domain/problem.ts';
import { type Sandbox, startSandbox, world } from '../sandbox/index.ts';
import { type Office, openOffice } from './office.ts';

export const connectionId = '637871:41';

/** The request that makes a contact, for faults and counts. */
export const CREATION = { system: 'dinero', method: 'POST', path: /contacts$/ } as const;

/** The sandbox and the office that `open` opened last; they are there while a test runs. */
export const company = {} as { sandbox: Sandbox; office: Office };

/** Starts and ends the sandbox around a file's tests. */
export function sandboxAround(): void {
  beforeAll(async () => {
    company.sandbox = await startSandbox();
  });
  afterAll(() => company.sandbox.close());
}

/** A world of its own, and an office that is connected to it. */
export async function open(parts: Parameters<typeof world>[0] = {}): Promise<void> {
  company.sandbox.reset({ world: world(parts), limits: false });
  company.office = openOffice(company.sandbox);
  await company.office.connect();
}

/** The contacts as they are now. */
export const dinero = () => [...company.sandbox.world.organization.contacts.values()];

/** The customers as they are now. */
export const effihub = () => [...company.sandbox.world.account.customers.values()];

/** The problem that a promise is rejected with. */
export const problem = (promise: Promise<unknown>) => promise.then(() => undefined, problemOf);

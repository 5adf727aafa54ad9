/** A run with one of everything, in the world of that name. */

import { expect, type Page } from '../browser/fixtures.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import { action, choice, GROUPS, next } from '../pages/steps.ts';
import type { Fault, Sandbox, World } from '../sandbox/index.ts';
import { contactsOf, customersOf, linksOf } from './worlds.ts';

/** A link, two creations and an import, ready to be saved. */
export async function chooseOneOfEach(app: Kundebro, page: Page): Promise<void> {
  await app.openGroup(page, GROUPS.unmatched);
  await action(page, 'Stjerne Byg A/S').selectOption('Opret i Dinero');
  await action(page, 'Måne Design ApS').selectOption('Opret i Dinero');
  await next(page, 2);
  await next(page, 3);
  await choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
}

/** What `chooseOneOfEach` asks for, once and only once. */
export function expectOneOfEach(world: World): void {
  expect(linksOf(world)).toEqual({
    'Bagergården ApS': 'BAGERGÅRDEN APS',
    'Havnens Fisk I/S': null,
    'Stjerne Byg A/S': 'Stjerne Byg A/S',
    'Måne Design ApS': 'Måne Design ApS',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
  });
  expect(contactsOf(world)).toHaveLength(7);
  expect(customersOf(world)).toHaveLength(5);
}

/** Waits until the system has dealt with every request that was held, also those whose sender is gone. */
export const lateOnesAreDealtWith = (sandbox: Sandbox) =>
  expect
    .poll(() => sandbox.requests.filter(({ fault, status }) => fault === 'hold' && status === 0))
    .toEqual([]);

/** The requests that such a run makes. */
export const writes = {
  'a creation in Dinero': { system: 'dinero', method: 'POST', path: /contacts$/ },
  'a link in Effihub': { system: 'effihub', method: 'PUT', path: /dinero-link$/ },
  'an import into Effihub': { system: 'effihub', method: 'POST', path: /customers$/ },
} satisfies Record<string, Pick<Fault, 'system' | 'method' | 'path'>>;

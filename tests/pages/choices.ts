/** Choices in every step, for the company of `oneOfEach`: making them, checking that they are kept, and their outcome. */
import { expect, type Page } from '@playwright/test';
import { contactNamed, contactsOf, customerNamed, linksOf } from '../helpers/worlds.ts';
import type { World } from '../sandbox/index.ts';
import type { Kundebro, Plan } from './kundebro.ts';
import { action, choice, confirmation, country, GROUPS, nameField, next, shows } from './steps.ts';

export async function openBoth(app: Kundebro, page: Page): Promise<void> {
  await app.openGroup(page, GROUPS.matched);
  await app.openGroup(page, GROUPS.unmatched);
}

/** Skips the certain match, confirms the other one, creates the two that only Effihub has. */
export async function chooseInStep1(app: Kundebro, page: Page): Promise<void> {
  await openBoth(app, page);
  await action(page, 'Bagergården ApS').selectOption('Spring over');
  await confirmation(page, 'Havnens Fisk I/S').check();
  await action(page, 'Stjerne Byg A/S').selectOption('Opret i Dinero');
  await action(page, 'Måne Design ApS').selectOption('Opret i Dinero');
}

export async function expectStep1(app: Kundebro, page: Page): Promise<void> {
  await openBoth(app, page);
  await shows(action(page, 'Bagergården ApS'), 'Spring over');
  await expect(confirmation(page, 'Havnens Fisk I/S')).toBeChecked();
  await shows(action(page, 'Stjerne Byg A/S'), 'Opret i Dinero');
  await shows(action(page, 'Måne Design ApS'), 'Opret i Dinero');
}

export async function chooseInStep2(page: Page): Promise<void> {
  await nameField(page, 'Stjerne Byg A/S').fill('Stjerne Byg Aktieselskab');
  await country(page, 'Måne Design ApS').selectOption('Sverige');
}

export async function expectStep2(page: Page): Promise<void> {
  await expect(nameField(page, 'Stjerne Byg A/S')).toHaveValue('Stjerne Byg Aktieselskab');
  await shows(country(page, 'Måne Design ApS'), 'Sverige');
}

const hub = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Visning i kundeHUB' }).getByRole('checkbox', { name, exact: true });

export async function chooseInStep3(page: Page): Promise<void> {
  await hub(page, 'Fakturaer').check();
  await hub(page, 'Projekter').uncheck();
  await choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
  await choice(page, 'Grøn Have ApS', 'Ignorér').check();
}

export async function expectStep3(page: Page): Promise<void> {
  await expect(choice(page, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  await expect(choice(page, 'Grøn Have ApS', 'Ignorér')).toBeChecked();
  await expect(choice(page, 'Solsikke Børnehave', 'Spring over')).toBeChecked();
  await expect(hub(page, 'Fakturaer')).toBeChecked();
  await expect(hub(page, 'Projekter')).not.toBeChecked();
  await expect(hub(page, 'Timeregistreringer')).toBeChecked();
}

/** Makes all choices from step 1 to step 3. */
export async function chooseEverything(app: Kundebro, page: Page): Promise<void> {
  await chooseInStep1(app, page);
  await next(page, 2);
  await chooseInStep2(page);
  await next(page, 3);
  await chooseInStep3(page);
}

const MATCHING: Plan = {
  skip: ['Bagergården ApS'],
  match: [['Havnens Fisk I/S', 'Havnens Fisk I/S']],
};

/** What `chooseInStep1` chooses. */
export const STEP_1: Plan = { ...MATCHING, create: ['Stjerne Byg A/S', 'Måne Design ApS'] };

/** The choices of `chooseEverything`, without a view. */
export async function planEverything(app: Kundebro): Promise<void> {
  const connectionId = await app.plan({
    ...MATCHING,
    createAs: [
      ['Stjerne Byg A/S', { name: 'Stjerne Byg Aktieselskab' }],
      ['Måne Design ApS', { countryCode: 'SE' }],
    ],
    import: ['Fjordens Rengøring I/S'],
    ignore: ['Grøn Have ApS'],
  });
  const { defaults } = await app.ask.loadFlow({ connectionId });
  await app.ask.setImportDefaults({
    connectionId,
    defaults: { ...defaults, hub: { ...defaults.hub, showInvoices: true, showProjects: false } },
  });
  await app.ask.goToStep({ connectionId, step: 3 });
}

/** The outcome of all these choices in both systems. */
export function expectOutcome(world: World): void {
  expect(linksOf(world)).toEqual({
    'Bagergården ApS': null,
    'Havnens Fisk I/S': 'Havnens Fisk I/S',
    'Stjerne Byg A/S': 'Stjerne Byg Aktieselskab',
    'Måne Design ApS': 'Måne Design ApS',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
  });
  expect(contactNamed(world, 'Måne Design ApS').CountryKey).toBe('SE');
  expect(customerNamed(world, 'Fjordens Rengøring I/S').hub).toEqual({
    showTimesheets: true,
    showProjects: false,
    showPunchCards: true,
    showInvoices: true,
  });
  expect(contactsOf(world)).toHaveLength(7);
}

import { openBrowser } from '../helpers/browser.ts';
import { contactNamed, contactsOf, customerNamed, inWorld, linksOf, oneOfEach } from '../helpers/worlds.ts';
import { Kundebro } from '../pages/kundebro.ts';
import {
  action,
  choice,
  confirmation,
  country,
  GROUPS,
  nameField,
  next,
  resume,
  save,
} from '../pages/steps.ts';
import { expect, type Page, test } from './fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

const openBoth = async (app: Kundebro, page: Page) => {
  await app.openGroup(page, GROUPS.matched);
  await app.openGroup(page, GROUPS.unmatched);
};

/** Leaves the certain match out, confirms the other one, creates the two that only Effihub has. */
async function chooseInStep1(app: Kundebro, page: Page): Promise<void> {
  await openBoth(app, page);
  await action(page, 'Bagergården ApS').selectOption('Spring over');
  await confirmation(page, 'Havnens Fisk I/S').check();
  await action(page, 'Stjerne Byg A/S').selectOption('Opret i Dinero');
  await action(page, 'Måne Design ApS').selectOption('Opret i Dinero');
}

async function chooseInStep2(page: Page): Promise<void> {
  await nameField(page, 'Stjerne Byg A/S').fill('Stjerne Byg Aktieselskab');
  await country(page, 'Måne Design ApS').selectOption('Sverige');
}

const hub = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Visning i kundeHUB' }).getByRole('checkbox', { name, exact: true });

async function chooseInStep3(page: Page): Promise<void> {
  await hub(page, 'Fakturaer').check();
  await hub(page, 'Projekter').uncheck();
  await choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
  await choice(page, 'Grøn Have ApS', 'Ignorér').check();
}

async function expectStep3(page: Page): Promise<void> {
  await expect(choice(page, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  await expect(choice(page, 'Grøn Have ApS', 'Ignorér')).toBeChecked();
  await expect(choice(page, 'Solsikke Børnehave', 'Spring over')).toBeChecked();
  await expect(hub(page, 'Fakturaer')).toBeChecked();
  await expect(hub(page, 'Projekter')).not.toBeChecked();
  await expect(hub(page, 'Timeregistreringer')).toBeChecked();
}

/** From step 1 through all choices to step 3. */
async function chooseEverything(app: Kundebro, page: Page): Promise<void> {
  await chooseInStep1(app, page);
  await next(page, 2);
  await chooseInStep2(page);
  await next(page, 3);
  await chooseInStep3(page);
}

/** What `chooseEverything` asks for, as both systems have it after the run. */
function expectOutcome(world: Parameters<typeof linksOf>[0]): void {
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

test.describe(() => {
  test.use({ ownBrowser: true });

  test('a browser that is closed in step 3 and started again goes on in step 3', { tag: '@slow' }, async ({
    app,
    browserWithExtension,
    sandbox,
  }) => {
    const page = await app.begin('popup');
    await chooseEverything(app, page);
    await browserWithExtension.context.close();

    const { profile } = browserWithExtension;
    const again = await openBrowser({ sandbox, profile });
    try {
      const later = await new Kundebro(again.context, again.origin).open('sync');
      await resume(later, 3);
      await expectStep3(later);
      await save(later);
      expectOutcome(sandbox.world);
    } finally {
      await again.context.close();
    }
  });
});

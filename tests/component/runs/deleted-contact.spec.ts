import type { Kundebro } from '../../pages/kundebro.ts';
import { customerPage, button as inPanelButton, openPanel, text, visit } from '../../pages/panel.ts';
import { contacts, customer, rowsOf } from '../../pages/result.ts';
import { changeContact, changeCustomer, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const NAME = 'Nordlys Tømrer A/S';

/** The customer was created in Dinero by a sync, and deleted there since. */
async function createdAndDeleted(app: Kundebro, sandbox: Sandbox): Promise<void> {
  await app.sync({ create: [NAME] });
  const [contact] = contacts(sandbox);
  if (contact) changeContact(sandbox.world, contact, { DeletedAt: new Date().toISOString() });
}

/** Step 2, where it is to be created again. */
async function createAgain(app: Kundebro): Promise<Page> {
  const page = await app.openAt(2, { create: [NAME] });
  await expect(app.row(page, NAME)).toContainText(`Slettet i Dinero: ${NAME}`);
  return page;
}

const answerInStep2 = (page: Page, answer: string) =>
  page
    .getByRole('radiogroup', { name: `Slettet kunde for ${NAME}`, exact: true })
    .getByRole('radio', { name: answer, exact: true });

const linkedTo = (sandbox: Sandbox) => customer(sandbox, 1).dineroContactGuid;

test.describe('a customer whose contact was deleted in Dinero', () => {
  for (const [answer, many] of [
    ['Gendan', 1],
    ['Opret ny', 2],
  ] as const) {
    test(`asks in the result, and "${answer}" is carried out alone`, async ({ connectTo, sandbox }) => {
      const app = await connectTo({ customers: [{ id: 1, name: NAME }] });
      await createdAndDeleted(app, sandbox);
      const page = await createAgain(app);
      await app.carryOut(page, 'Synkroniseringen er færdig med 1 fejl');
      const row = rowsOf(page, 'Fejl (1)').first();
      await expect(row).toContainText('Kunden er oprettet før og slettet i Dinero siden');
      expect(contacts(sandbox)).toHaveLength(1);
      await row.getByRole('button', { name: answer, exact: true }).click();
      await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
      await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();
      expect(contacts(sandbox)).toHaveLength(many);
      const last = contacts(sandbox).at(-1);
      expect(last?.DeletedAt).toBeNull();
      expect(linkedTo(sandbox)).toBe(last?.ContactGuid);
    });
  }

  test('can be decided on in step 2 already', async ({ connectTo, sandbox }) => {
    const app = await connectTo({ customers: [{ id: 1, name: NAME }] });
    await createdAndDeleted(app, sandbox);
    changeCustomer(sandbox.world, customer(sandbox, 1), { vatNumber: '12345678' });
    const page = await createAgain(app);
    await expect(page.getByText('1 bør ses efter')).toBeVisible();
    // What is wrong with the number matters only where it is sent.
    const warning = app.row(page, NAME).getByText('CVR-nummeret er ikke gyldigt');
    await answerInStep2(page, 'Opret ny').check();
    await expect(warning).toBeVisible();
    await expect(page.getByText('1 bør ses efter')).toBeVisible();
    // The arrow keys move inside the group.
    await page.keyboard.press('ArrowLeft');
    await expect(answerInStep2(page, 'Gendan')).toBeChecked();
    await expect(warning).toHaveCount(0);
    await expect(app.row(page, NAME)).toContainText(`Gendannes i Dinero som ${NAME}`);
    await expect(page.getByText('1 bør ses efter')).toHaveCount(0);
    await app.carryOut(page);
    expect(contacts(sandbox)).toHaveLength(1);
    expect(linkedTo(sandbox)).toBe(contacts(sandbox)[0]?.ContactGuid);
  });

  test('asks in the panel before the one click does anything', async ({ connectTo, sandbox }) => {
    const app = await connectTo({ customers: [{ id: 1, name: NAME }] });
    await createdAndDeleted(app, sandbox);
    const page = await visit(app.context, customerPage(1));
    await openPanel(page);
    await inPanelButton(page, 'Opret i Dinero').click();
    await expect(text(page, `Slettet i Dinero: ${NAME}`)).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(1);
    await inPanelButton(page, 'Gendan').click();
    await expect(text(page, 'Kunden er gendannet i Dinero og linket')).toBeVisible();
    await expect(text(page, `Synkroniseret med ${NAME}`)).toBeVisible();
    expect(contacts(sandbox)).toHaveLength(1);
    expect(linkedTo(sandbox)).toBe(contacts(sandbox)[0]?.ContactGuid);
  });
});

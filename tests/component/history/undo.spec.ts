import {
  contactNamed,
  contactsOf,
  customerNamed,
  inWorld,
  linksOf,
  oneOfEach,
} from '../../helpers/worlds.ts';
import {
  askUndo,
  confirmUndo,
  openHistory,
  runOf,
  showRun,
  undoDialog,
  undone,
  undoTasks,
} from '../../pages/history.ts';
import { rowsOf, written } from '../../pages/result.ts';
import { button } from '../../pages/steps.ts';
import { NOTHING_LINKED, ONE_OF_EACH, syncShown } from '../../pages/undo.ts';
import { changeCustomer, contactGuid } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

test('an undo says before what it will do, takes it back, and is a run of its own', {
  tag: '@firefox',
}, async ({ app, sandbox }) => {
  const page = await syncShown(app);
  const before = written(sandbox).length;
  await askUndo(page);
  await expect(undoTasks(page).getByRole('listitem')).toHaveText([
    '1 link fjernes',
    '1 kunde slettes i Dinero',
    '1 kunde slettes i Effihub',
    '1 kunde tages af ignorer-listen',
  ]);
  await undoDialog(page).getByRole('button', { name: 'Annuller', exact: true }).click();
  await expect(undoDialog(page)).toBeHidden();
  expect(written(sandbox)).toHaveLength(before);

  await askUndo(page);
  await confirmUndo(page);
  await undone(page);
  await expect(rowsOf(page, 'Slettet i Dinero (1)')).toHaveAccessibleName('Stjerne Byg A/S');
  await expect(rowsOf(page, 'Slettet i Effihub (1)')).toHaveAccessibleName('Grøn Have ApS');
  await expect(rowsOf(page, 'Link fjernet (1)')).toHaveAccessibleName('Bagergården ApS');
  await expect(button(page, 'Fortryd kørsel')).toBeHidden();
  expect(linksOf(sandbox.world)).toEqual(NOTHING_LINKED);
  expect(contactNamed(sandbox.world, 'Stjerne Byg A/S').DeletedAt).not.toBeNull();

  await button(page, 'Til historikken').click();
  await expect(runOf(page, 'Fortrydelse')).toContainText('(Synkronisering');
  await expect(runOf(page, 'Synkronisering')).toContainText('Fortrudt');
  await showRun(page, 'Synkronisering');
  await expect(page.getByText('Fortrudt', { exact: true })).toBeVisible();
  await expect(button(page, 'Fortryd kørsel')).toBeHidden();
});

test('the same sync works after it and asks nothing', async ({ app, sandbox }) => {
  const { run } = await app.sync(ONE_OF_EACH);
  const { id } = await app.ask.undoRun({ runId: run.id });
  await app.ended(id);
  const page = await app.openResult(ONE_OF_EACH);
  await expect(app.heading(page, 'Oprettet i Dinero (1)')).toBeVisible();
  const made = contactsOf(sandbox.world).filter(({ Name }) => Name === 'Stjerne Byg A/S');
  expect(made.map(({ DeletedAt }) => DeletedAt === null)).toEqual([false, true]);
  expect(linksOf(sandbox.world)).toEqual({
    ...NOTHING_LINKED,
    'Bagergården ApS': 'BAGERGÅRDEN APS',
    'Stjerne Byg A/S': 'Stjerne Byg A/S',
    'Grøn Have ApS': 'Grøn Have ApS',
  });
});

test('what cannot be undone is said before, and a refusal of Dinero afterwards', async ({ app, sandbox }) => {
  const page = await syncShown(app);
  const { world } = sandbox;
  changeCustomer(world, customerNamed(world, 'Bagergården ApS'), { dineroContactGuid: contactGuid(5) });
  contactNamed(world, 'Stjerne Byg A/S').usedOnInvoice = true;
  await askUndo(page);
  await expect(undoDialog(page).getByRole('region', { name: 'Bliver stående (1)' })).toHaveText(
    /Bagergården ApS: kunden er linket til en anden nu/,
  );
  await confirmUndo(page);
  await undone(page, '1 fejl');
  const failed = rowsOf(page, 'Fejl (1)');
  await expect(failed).toContainText('Dinero vil ikke slette kunden');
  await expect(failed).toContainText('Dinero skriver: “Kontakten er brugt på en faktura”');
  await expect(failed).toContainText('Linket bliver stående');
  expect(linksOf(world)).toMatchObject({
    'Bagergården ApS': 'Solsikke Børnehave',
    'Stjerne Byg A/S': 'Stjerne Byg A/S',
  });
  await button(page, 'Til historikken').click();
  await expect(runOf(page, 'Synkronisering')).toContainText('Delvist fortrudt');
});

test('an undo that gets no answer waits with its reason, and goes on with Genoptag', async ({
  app,
  sandbox,
}) => {
  const page = await syncShown(app);
  await askUndo(page);
  const fault = sandbox.faults.add({ system: 'dinero', method: 'DELETE', kind: 'status', status: 403 });
  await confirmUndo(page);
  await expect(page.getByRole('alert')).toContainText('Dinero giver ikke adgang');
  fault.remove();
  await button(page, 'Genoptag').click();
  await undone(page);
  expect(linksOf(sandbox.world)).toEqual(NOTHING_LINKED);
});

test('nothing can be undone before it has been said what that is, also when the first look fails', async ({
  app,
  sandbox,
}) => {
  const page = await syncShown(app);
  const fault = sandbox.faults.add({ system: 'effihub', method: 'GET', kind: 'status', status: 403 });
  await button(page, 'Fortryd kørsel').click();
  await expect(undoDialog(page)).toContainText('Intet er fortrudt.');
  await expect(undoDialog(page).getByRole('button', { name: 'Fortryd kørsel', exact: true })).toHaveCount(0);
  fault.remove();
  await undoDialog(page).getByRole('button', { name: 'Prøv igen', exact: true }).click();
  await expect(undoTasks(page)).toBeVisible();
  await expect(undoDialog(page).getByRole('button', { name: 'Fortryd kørsel', exact: true })).toBeVisible();
});

test('a reset is undone from the history too, also after the next run', async ({ app, sandbox }) => {
  const { run } = await app.sync();
  const { id } = await app.ask.resetLinks({ connectionId: run.connectionId });
  await app.ended(id);
  const page = await app.open('sync');
  await expect(page.getByText('1 kundelink er nulstillet', { exact: true })).toBeVisible();
  await app.sync({ skip: ['Bagergården ApS'] });

  await openHistory(page);
  await showRun(page, 'Nulstilling');
  await expect(rowsOf(page, 'Nulstillet (1)')).toHaveAccessibleName('Bagergården ApS');
  await askUndo(page);
  await expect(undoTasks(page).getByRole('listitem')).toHaveText(['1 kunde linkes igen']);
  await confirmUndo(page);
  await undone(page);
  expect(linksOf(sandbox.world)).toMatchObject({ 'Bagergården ApS': 'BAGERGÅRDEN APS' });
});

test('nothing to take back is said, and cannot be confirmed', async ({ app }) => {
  const page = await syncShown(app, { skip: ['Bagergården ApS'] });
  await button(page, 'Fortryd kørsel').click();
  await expect(undoDialog(page)).toContainText('Der er ikke noget at tage tilbage.');
  await expect(undoDialog(page).getByRole('button', { name: 'Fortryd kørsel', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../browser/fixtures.ts';
import { firefoxOf } from '../../helpers/firefox/index.ts';
import { inWorld, linksOf } from '../../helpers/worlds.ts';
import { connectWithSheets, countsCustomers, openReading, pasteField, use } from '../../pages/sheets.ts';
import { at, button, choice, next, save } from '../../pages/steps.ts';

test.use({
  worldOptions: inWorld(() => ({
    contacts: [{ Name: 'BAGERGÅRDEN APS' }, { Name: 'Fjordens Rengøring I/S', City: 'Odense' }],
  })),
  connected: false,
});

test('customers go from a table to a file for Effihub’s own import', { tag: '@firefox' }, async ({
  app,
  sandbox,
}) => {
  await connectWithSheets(app);
  const page = await openReading(app);
  await pasteField(page).fill('Firmanavn\tBy\nBagergården ApS\tOdense');
  await countsCustomers(page, '1 kunde');
  await use(page, '1 kunde er læst ind');
  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await next(page, 3);
  await choice(page, 'Fjordens Rengøring I/S', 'Importér').check();
  await save(page);
  await expect(app.heading(page, '1 kunde venter på at blive indsat i Effihub')).toBeVisible();
  await button(page, 'Hent virksomheder som fil').click();
  const { downloads } = firefoxOf(app.context);
  const files = async () => {
    const names = (await readdir(downloads)).filter((name) => name.endsWith('.csv'));
    return Promise.all(names.map((name) => readFile(join(downloads, name), 'utf8')));
  };
  await expect.poll(files).toEqual([expect.stringContaining('Fjordens Rengøring I/S;')]);
  expect(linksOf(sandbox.world)).toEqual({});
  expect(sandbox.count({ system: 'effihub' })).toBe(0);
});

import { contactsOf, customersOf, linksOf } from '../../helpers/worlds.ts';
import { chosen, dialogOf } from '../../pages/match.ts';
import { action, button, choice, confirmation, GROUPS, nameField, next } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const MARKUP = [
  '<script>alert("script")</script>',
  '<img src=x onerror=alert("img")>',
  '"><svg onload=alert(1)>',
];

/** Records dialogs opened by executed markup, and finds injected elements. */
function watch(page: Page): () => Promise<void> {
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  return async () => {
    expect(opened).toEqual([]);
    await expect(page.locator('img, svg[onload], body script, [onerror]')).toHaveCount(0);
  };
}

test('markup in names is text in every view, and is sent unchanged', async ({ connectTo, sandbox }) => {
  const [script = '', image = '', svg = ''] = MARKUP;
  const app = await connectTo({
    customers: [
      { name: script, city: image, invoiceEmail: svg, notes: script },
      { name: `${image} A/S`, vatNumber: svg },
      { name: svg, dineroContactGuid: contactGuid(4) },
    ],
    contacts: [
      { Name: script, City: image },
      { Name: `${svg} ApS`, Email: image },
      { Name: `${image} Import`, Street: script },
      { Name: svg },
    ],
  });
  const page = await app.open('sync');
  const expectHarmless = watch(page);
  await button(page, 'Start synkronisering').click();
  for (const group of [GROUPS.matched, GROUPS.unmatched, GROUPS.linked]) await app.openGroup(page, group);
  await expect(app.row(page, script)).toContainText(script);
  await expect(app.row(page, script)).toContainText(image);
  await expect(app.row(page, svg)).toContainText(svg);
  await expectHarmless();

  await chosen(page, script).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('option', { name: `${image} Import`, exact: true })).toBeVisible();
  await dialog.getByRole('searchbox', { name: 'Søg i Dinero-kunder' }).fill('<script>');
  await expect(dialog.getByRole('option', { name: script, exact: true })).toBeVisible();
  await expectHarmless();
  await dialog.getByRole('option', { name: script, exact: true }).click();

  await action(page, `${image} A/S`).selectOption('Opret i Dinero');
  await next(page, 2);
  await expect(nameField(page, `${image} A/S`)).toHaveValue(`${image} A/S`);
  await expectHarmless();
  await next(page, 3);
  await choice(page, `${svg} ApS`, 'Importér').check();
  await choice(page, `${image} Import`, 'Ignorér').check();
  await expectHarmless();
  await button(page, 'Gem og fuldfør').click();
  await expect(page.getByText(/^Synkroniseringen er færdig/)).toBeVisible();
  await expectHarmless();

  const { world } = sandbox;
  expect(linksOf(world)[script]).toBe(script);
  const sent = sandbox.requests.filter(({ method, path }) => method === 'POST' && /s$/.test(path));
  expect(sent.map(({ body }) => body?.Name ?? body?.name)).toEqual([`${image} A/S`, `${svg} ApS`]);

  const options = await app.open('options');
  const expectHarmlessToo = watch(options);
  await expect(button(options, `Fjern ${image} Import fra ignorer-listen`)).toBeVisible();
  await expectHarmlessToo();
});

test('names with a meaning in JavaScript are ordinary names', async ({ connectTo, sandbox }) => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const app = await connectTo({
    customers: [...names.map((name) => ({ name })), { name: 'valueOf' }],
    contacts: [...names.map((Name) => ({ Name })), { Name: 'prototype' }],
  });
  const page = await app.openAt(1);
  await expect(app.heading(page, `Kunder med et match (${names.length})`)).toBeVisible();
  await app.openGroup(page, GROUPS.matched);
  await app.openGroup(page, GROUPS.unmatched);
  for (const name of names) await expect(app.row(page, name)).toBeVisible();
  await action(page, 'valueOf').selectOption('Opret i Dinero');
  await next(page, 2);
  await next(page, 3);
  await choice(page, 'prototype', 'Importér').check();
  await app.finish(page);
  const everybody = [...names, 'valueOf', 'prototype'];
  expect(customersOf(sandbox.world).map(({ name }) => name)).toEqual(everybody);
  for (const { name, dineroContactGuid } of customersOf(sandbox.world))
    expect(sandbox.world.organization.contacts.get(dineroContactGuid ?? '')?.Name).toBe(name);
});

test('a name of 10,000 letters can be matched, created and imported, and breaks no view', async ({
  connectTo,
  sandbox,
}) => {
  const long = (start: string) => `${start} ${'langt navn '.repeat(1000)}`.slice(0, 9_999).concat('!');
  const [both, mine, theirs] = [long('Fælles'), long('Effihub'), 'Wxyz'.repeat(2500)];
  const app = await connectTo({
    customers: [{ name: both }, { name: mine }],
    contacts: [{ Name: both }, { Name: theirs }],
  });
  const page = await app.openAt(1);
  const expectNoOverflow = async () =>
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  for (const group of [GROUPS.matched, GROUPS.unmatched]) await app.openGroup(page, group);
  await expect(app.row(page, both)).toBeVisible();
  await expectNoOverflow();
  await expect(app.heading(page, 'Kunder med et match (1)')).toBeVisible();
  await action(page, mine).selectOption('Opret i Dinero');
  await next(page, 2);
  await expectNoOverflow();
  await next(page, 3);
  await choice(page, theirs, 'Importér').check();
  await expectNoOverflow();
  await app.finish(page);
  await expectNoOverflow();
  expect(linksOf(sandbox.world)).toEqual({ [both]: both, [mine]: mine, [theirs]: theirs });
});

test('customers without a name can be matched and ignored, never created or imported', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    customers: [{ name: '', city: 'Ribe' }],
    contacts: [{ Name: null, City: 'Tønder' }, { Name: 'Grøn Have ApS' }],
  });
  const page = await app.openAt(1);
  await app.openGroup(page, GROUPS.unmatched);
  const row = app.row(page, '(uden navn)');
  await expect(row).toContainText('Ribe');
  await expect(row).toContainText('Kan ikke oprettes uden navn');
  await expect(action(page, '(uden navn)').getByRole('option')).toHaveText(['Match', 'Spring over']);
  await next(page, 3);
  await expect(app.row(page, '(uden navn)')).toContainText('Kan ikke importeres uden navn');
  await expect(choice(page, '(uden navn)', 'Importér')).toHaveCount(0);
  await button(page, 'Importér alle').click();
  await app.finish(page);
  expect(customersOf(sandbox.world).map(({ name }) => name)).toEqual(['', 'Grøn Have ApS']);
  expect(contactsOf(sandbox.world)).toHaveLength(2);
});

test('two customers of the same name are distinguished by town, and each gets its own contact', async ({
  connectTo,
  sandbox,
}) => {
  const app = await connectTo({
    customers: [
      { id: 1, name: 'Anders Jensen', city: 'Odense', isPerson: true },
      { id: 2, name: 'Anders Jensen', city: 'Aarhus', isPerson: true },
    ],
    contacts: [
      { Name: 'Anders Jensen', City: 'Aarhus', IsPerson: true },
      { Name: 'Anders Jensen', City: 'Odense', IsPerson: true },
    ],
  });
  const page = await app.openAt(1);
  for (const group of [GROUPS.matched, GROUPS.unmatched]) await app.openGroup(page, group);
  for (const town of ['Odense', 'Aarhus']) {
    const name = `Anders Jensen (${town})`;
    await action(page, name).selectOption('Match');
    await chosen(page, name).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('option', { name, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(button(page, `Dinero-kunde for ${name}: ${name}`)).toBeVisible();
    await expect(confirmation(page, name)).toBeChecked();
  }
  await next(page, 3);
  await app.finish(page);
  const { customers } = sandbox.world.account;
  expect(customers.get(1)?.dineroContactGuid).toBe(contactGuid(2));
  expect(customers.get(2)?.dineroContactGuid).toBe(contactGuid(1));
});

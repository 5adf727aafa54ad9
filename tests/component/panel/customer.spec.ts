/** The panel on a customer's page in Effihub. */

import { contactsOf, inWorld } from '../../helpers/worlds.ts';
import { created } from '../../pages/create.ts';
import { linkOf } from '../../pages/match.ts';
import { button, heading, inPanel, text } from '../../pages/panel.ts';
import { customerIsLinked, openCustomer, press } from '../../pages/panel-card.ts';
import { written } from '../../pages/result.ts';
import { shows } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const ZENIT = { id: 1, name: 'Zenit Film ApS', city: 'Odense', vatNumber: '25313763' };
const CREATE = 'POST /v1/637871/contacts';
const creating = { system: 'dinero', method: 'POST', path: /\/contacts$/ } as const;
const LINK = 'PUT /v1/customers/1/dinero-link';

const alert = (page: Page) => inPanel(page).getByRole('alert');
const similar = (page: Page, name: string) =>
  inPanel(page)
    .getByRole('region', { name: 'Måske findes kunden allerede i Dinero', exact: true })
    .getByRole('listitem', { name, exact: true });
const dialog = (page: Page) => inPanel(page).getByRole('dialog', { name: 'Vælg Dinero-kunde', exact: true });
const search = (page: Page) => dialog(page).getByRole('searchbox', { name: 'Søg i Dinero-kunder' });
const options = (page: Page) => dialog(page).getByRole('option');

test.describe('a customer with an invalid CVR number and e-mail', () => {
  const customers = [{ ...ZENIT, vatNumber: '253137', invoiceEmail: 'a@zenit.example; b@zenit.example' }];
  test.use({ worldOptions: inWorld(() => ({ customers })) });

  test('is shown with both warnings before it is created', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await expect(text(page, 'CVR-nummeret er ikke gyldigt og sendes ikke')).toBeVisible();
    await expect(text(page, 'Feltet har flere e-mailadresser')).toBeVisible();
    await press(page, 'Opret i Dinero');
    await customerIsLinked(page, 'Zenit Film ApS');
    expect(created(sandbox)).toMatchObject([{ VatNumber: null, Email: customers[0]?.invoiceEmail }]);
  });
});

test.describe('a customer in Effihub alone', () => {
  test.use({ worldOptions: inWorld(() => ({ customers: [ZENIT], contacts: [{ Name: 'Bagergården' }] })) });

  test('is created in Dinero and linked by one click', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await expect(text(page, 'Kunden er ikke linket til en kunde i Dinero.')).toBeVisible();
    await press(page, 'Opret i Dinero');
    await expect(text(page, 'Zenit Film ApS er oprettet i Dinero og linket')).toBeVisible();
    await customerIsLinked(page, 'Zenit Film ApS');

    const [contact, ...others] = created(sandbox);
    expect(others).toEqual([]);
    expect(contact).toMatchObject({
      Name: 'Zenit Film ApS',
      VatNumber: '25313763',
      City: 'Odense',
      CountryKey: 'DK',
      ExternalReference: 'effihub:41:1',
    });
    expect(linkOf(sandbox, 1)).toBe(contact?.ContactGuid);
    expect(written(sandbox)).toEqual([CREATE, LINK]);
  });

  test('is created once although the button is pressed twice', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await button(page, 'Opret i Dinero').dblclick();
    await customerIsLinked(page, 'Zenit Film ApS');
    expect(created(sandbox)).toHaveLength(1);
    expect(written(sandbox)).toEqual([CREATE, LINK]);
  });

  test('is created once although the answer was lost', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    sandbox.faults.add({ ...creating, kind: 'lost-answer' });
    await press(page, 'Opret i Dinero');
    await customerIsLinked(page, 'Zenit Film ApS');
    expect(written(sandbox)).toEqual([CREATE, CREATE, LINK]);
    expect(created(sandbox)).toHaveLength(1);
    expect(linkOf(sandbox, 1)).toBe(created(sandbox)[0]?.ContactGuid);
  });

  test('is created once although there was no answer and the button is pressed again', async ({
    app,
    sandbox,
  }) => {
    const page = await openCustomer(app.context);
    const lost = sandbox.faults.add({ ...creating, kind: 'lost-answer', times: 99 });
    await press(page, 'Opret i Dinero');
    await lost.arrived;
    // It is retried with growing pauses.
    await expect(alert(page)).toContainText('Dinero svarer ikke', { timeout: 30_000 });
    await expect(alert(page)).toContainText('Det er ikke sikkert, om det nåede igennem.');
    expect(created(sandbox)).toHaveLength(1);
    expect(linkOf(sandbox, 1)).toBeNull();

    lost.remove();
    await press(page, 'Opret i Dinero');
    // The contact created after all is its own, so there is no question about it.
    await customerIsLinked(page, 'Zenit Film ApS');
    await expect(alert(page)).toHaveCount(0);
    expect(created(sandbox)).toHaveLength(1);
    expect(linkOf(sandbox, 1)).toBe(created(sandbox)[0]?.ContactGuid);
  });

  test('is not created while Dinero does not answer, and the card says so', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await expect(button(page, 'Opret i Dinero')).toBeVisible();
    const down = sandbox.faults.add({ system: 'dinero', path: /\/contacts/, kind: 'drop', times: 99 });
    await press(page, 'Opret i Dinero');
    await expect(alert(page)).toContainText('Dinero svarer ikke', { timeout: 20_000 });
    await expect(alert(page)).toContainText('Kontrollér din internetforbindelse.');
    await expect(alert(page)).toContainText('Intet er ændret.');
    // Only for failures without a click.
    await expect(button(page, 'Prøv igen')).toHaveCount(0);
    expect(written(sandbox)).toEqual([]);
    down.remove();
    await press(page, 'Opret i Dinero');
    await customerIsLinked(page, 'Zenit Film ApS');
    expect(created(sandbox)).toHaveLength(1);
  });

  test('is not created when Dinero no longer accepts the key', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await expect(button(page, 'Opret i Dinero')).toBeVisible();
    sandbox.world.organization.apiKey = 'another-key';
    sandbox.expireTokens();
    await press(page, 'Opret i Dinero');
    await expect(alert(page)).toContainText('Dinero genkender ikke');
    await expect(alert(page)).toContainText('under Indstillinger');
    expect(written(sandbox)).toEqual([]);
    expect(linkOf(sandbox, 1)).toBeNull();
  });

  test('is distinguished from one that does not exist in Effihub', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context, 99);
    await expect(heading(page, 'Kunden findes ikke i Effihub')).toBeVisible();
    await expect(button(page, 'Opret i Dinero')).toHaveCount(0);
    expect(written(sandbox)).toEqual([]);
  });
});

test.describe('a field that Dinero requires', () => {
  test.use({
    worldOptions: inWorld(() => ({
      customers: [
        { ...ZENIT, countryCode: null },
        { id: 2, name: '', countryCode: null },
      ],
    })),
  });

  const country = (page: Page) => inPanel(page).getByRole('combobox', { name: 'Land', exact: true });
  const name = (page: Page) => inPanel(page).getByRole('textbox', { name: /^Navn/ });
  const asked = (page: Page) =>
    inPanel(page).getByRole('group', {
      name: 'Udfyld det, der mangler, og tryk på Opret i Dinero igen',
      exact: true,
    });

  test('is asked for on the card: Danmark is the proposed country', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await press(page, 'Opret i Dinero');
    await expect(asked(page)).toBeVisible();
    await shows(country(page), 'Danmark');
    await expect(name(page)).toHaveCount(0);
    expect(written(sandbox)).toEqual([]);
    await press(page, 'Opret i Dinero');
    await customerIsLinked(page, 'Zenit Film ApS');
    expect(created(sandbox)).toMatchObject([{ Name: 'Zenit Film ApS', CountryKey: 'DK' }]);
  });

  test('is asked for on the card: a nameless customer is created with the entered name', async ({
    app,
    sandbox,
  }) => {
    const page = await openCustomer(app.context, 2);
    await expect(heading(page, '(uden navn)')).toBeVisible();
    await press(page, 'Opret i Dinero');
    await expect(name(page)).toBeVisible();
    await press(page, 'Opret i Dinero');
    await expect(name(page)).toHaveValue('');
    expect(written(sandbox)).toEqual([]);

    await name(page).fill('Sænk Sejlads AB');
    await country(page).selectOption('Sverige');
    await press(page, 'Opret i Dinero');
    await expect(text(page, 'Sænk Sejlads AB er oprettet i Dinero og linket')).toBeVisible();
    expect(created(sandbox)).toMatchObject([{ Name: 'Sænk Sejlads AB', CountryKey: 'SE' }]);
    expect(linkOf(sandbox, 2)).toBe(created(sandbox)[0]?.ContactGuid);
  });
});

test.describe('similar contacts are offered, and nothing is created until Opret alligevel', () => {
  const cases = [
    [
      'the same CVR number under another name',
      { Name: 'Havnens Fisk I/S', VatNumber: '25313763' },
      'samme CVR',
    ],
    ['the same name', { Name: 'ZENIT FILM APS' }, 'samme navn'],
    ['a name that only resembles it', { Name: 'Zenith Film ApS' }, 'navnet ligner'],
  ] as const;
  for (const [what, contact, reason] of cases) {
    test.describe(what, () => {
      test.use({ worldOptions: inWorld(() => ({ customers: [ZENIT], contacts: [contact] })) });

      test('prevents creating by the first click; Opret alligevel creates', async ({ app, sandbox }) => {
        const page = await openCustomer(app.context);
        await expect(similar(page, contact.Name).getByText(reason)).toBeVisible();
        await press(page, 'Opret i Dinero');
        await expect(button(page, 'Opret alligevel')).toBeVisible();
        await expect(button(page, `Match med ${contact.Name}`)).toBeVisible();
        expect(written(sandbox)).toEqual([]);
        await press(page, 'Opret alligevel');
        await customerIsLinked(page, 'Zenit Film ApS');
        expect(created(sandbox)).toHaveLength(1);
        expect(linkOf(sandbox, 1)).toBe(created(sandbox)[0]?.ContactGuid);
      });
    });
  }

  test.describe('and can be matched', () => {
    test.use({
      worldOptions: inWorld(() => ({ customers: [ZENIT], contacts: [{ Name: 'Zenit Film A/S' }] })),
    });

    test('by one click, which creates nothing', async ({ app, sandbox }) => {
      const page = await openCustomer(app.context);
      await press(page, 'Match med Zenit Film A/S');
      await expect(text(page, 'Linket med Zenit Film A/S')).toBeVisible();
      await customerIsLinked(page, 'Zenit Film A/S');
      expect(linkOf(sandbox, 1)).toBe(contactGuid(1));
      expect(written(sandbox)).toEqual([LINK]);
    });

    test('even from the ignore list', async ({ app, sandbox }) => {
      const { connectionId } = await app.read();
      await app.ask.ignoreOne({ connectionId, contactGuid: contactGuid(1) });
      const page = await openCustomer(app.context);
      await expect(similar(page, 'Zenit Film A/S').getByText('på ignorer-listen')).toBeVisible();
      await press(page, 'Opret i Dinero');
      await expect(button(page, 'Opret alligevel')).toBeVisible();
      expect(written(sandbox)).toEqual([]);
      await press(page, 'Match med Zenit Film A/S');
      await customerIsLinked(page, 'Zenit Film A/S');
      expect(created(sandbox)).toEqual([]);
    });
  });

  test.describe('even if created after the card was opened', () => {
    test.use({ worldOptions: inWorld(() => ({ customers: [ZENIT], contacts: [{ Name: 'Bagergården' }] })) });

    test('it is found by the click', async ({ app, sandbox }) => {
      const page = await openCustomer(app.context);
      await expect(button(page, 'Opret i Dinero')).toBeVisible();
      const [bakery] = contactsOf(sandbox.world);
      if (!bakery) throw new Error('No contact');
      const now = new Date(sandbox.world.clock.tick()).toISOString();
      const contact = {
        ...bakery,
        ContactGuid: contactGuid(7),
        Name: 'Zenit Film',
        UpdatedAt: now,
        number: 77,
      };
      sandbox.world.organization.contacts.set(contact.ContactGuid, contact);
      await press(page, 'Opret i Dinero');
      await expect(button(page, 'Match med Zenit Film')).toBeVisible();
      await expect(button(page, 'Opret alligevel')).toBeVisible();
      expect(written(sandbox)).toEqual([]);
    });
  });
});

test.describe('a linked customer', () => {
  test.use({
    worldOptions: inWorld(() => ({
      customers: [
        { ...ZENIT, dineroContactGuid: contactGuid(1) },
        { id: 2, name: 'Zenit Film' },
      ],
      contacts: [{ Name: 'ZENIT FILM APS' }, { Name: 'Bagergården' }],
    })),
  });

  test('shows its contact, and Fjern link can be undone', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await customerIsLinked(page, 'ZENIT FILM APS');
    await press(page, 'Fjern link');
    await expect(text(page, 'Linket er fjernet')).toBeVisible();
    await expect(button(page, 'Opret i Dinero')).toBeVisible();
    expect(linkOf(sandbox, 1)).toBeNull();
    await press(page, 'Fortryd');
    await customerIsLinked(page, 'ZENIT FILM APS');
    expect(linkOf(sandbox, 1)).toBe(contactGuid(1));
    await expect(button(page, 'Fortryd')).toHaveCount(0);
    expect(contactsOf(sandbox.world)).toHaveLength(2);
  });

  test('keeps its contact: another customer shows it but cannot be matched with it', async ({
    app,
    sandbox,
  }) => {
    const page = await openCustomer(app.context, 2);
    await expect(similar(page, 'ZENIT FILM APS').getByText('linket til Zenit Film ApS')).toBeVisible();
    await expect(similar(page, 'ZENIT FILM APS').getByRole('button')).toHaveCount(0);
    await press(page, 'Match med eksisterende');
    await expect(options(page)).toHaveText([/Bagergården/]);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    expect(written(sandbox)).toEqual([]);
  });
});

test.describe('Match med eksisterende', () => {
  test.use({
    worldOptions: inWorld(() => ({
      customers: [ZENIT],
      contacts: [
        { Name: 'Havnens Fisk I/S' },
        { Name: 'Bagergården ApS', City: 'Ribe' },
        { Name: 'Zenit Film A/S' },
        { Name: 'Måne Design' },
      ],
    })),
  });

  test('shows suggestions first, and finds everybody else by searching', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await press(page, 'Match med eksisterende');
    await expect(search(page)).toBeFocused();
    await expect(options(page)).toHaveText([
      /^Zenit Film A\/S/,
      /^Bagergården ApS/,
      /^Havnens Fisk/,
      /^Måne Design/,
    ]);
    await search(page).fill('fisk');
    await expect(options(page)).toHaveText([/^Havnens Fisk/]);
    await search(page).fill('ingen hedder sådan');
    await expect(options(page)).toHaveCount(0);
    await expect(dialog(page).getByText('Ingen Dinero-kunder passer til søgningen.')).toBeVisible();
    await search(page).fill('ribe');
    await options(page).getByText('Bagergården ApS', { exact: true }).click();
    await expect(dialog(page)).toHaveCount(0);
    await customerIsLinked(page, 'Bagergården ApS');
    expect(linkOf(sandbox, 1)).toBe(contactGuid(2));
    expect(written(sandbox)).toEqual([LINK]);
  });
});

test.describe('a link whose contact was deleted in Dinero', () => {
  test.use({
    worldOptions: inWorld(() => ({
      customers: [{ ...ZENIT, dineroContactGuid: contactGuid(1) }],
      contacts: [{ Name: 'Zenit Film ApS', DeletedAt: '2026-01-05T10:00:00.000Z' }, { Name: 'Bagergården' }],
    })),
  });

  test('is shown as broken, and the customer can be created again', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await expect(text(page, 'Brudt link')).toBeVisible();
    await expect(
      text(page, 'Dinero-kunden, som denne kunde var linket til, findes ikke mere.'),
    ).toBeVisible();
    await expect(button(page, 'Fjern link')).toHaveCount(0);
    await press(page, 'Opret i Dinero');
    await customerIsLinked(page, 'Zenit Film ApS');
    await expect(text(page, 'Brudt link')).toHaveCount(0);
    expect(created(sandbox)).toHaveLength(1);
    expect(linkOf(sandbox, 1)).toBe(created(sandbox)[0]?.ContactGuid);
  });
});

test.describe('the button Alle kunder', () => {
  test.use({ worldOptions: inWorld(() => ({ customers: [ZENIT] })) });

  test('leads to the overview, and back to the page’s customer', async ({ app }) => {
    const page = await openCustomer(app.context);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await press(page, 'Alle kunder');
    await expect(heading(page, 'Synkroniser kunder')).toBeVisible();
    await expect(button(page, 'Start synkronisering')).toBeVisible();
    await press(page, 'Kunden på siden');
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await expect(button(page, 'Opret i Dinero')).toBeVisible();
  });
});

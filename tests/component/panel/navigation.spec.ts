/** The panel while the user navigates between pages and companies. */

import { customersOf, inWorld, linksOf, oneOfEach } from '../../helpers/worlds.ts';
import { created } from '../../pages/create.ts';
import { confirmUndo, openHistory, showRun, undoDialog, undone } from '../../pages/history.ts';
import { linkOf } from '../../pages/match.ts';
import {
  button,
  contactAt,
  contactPage,
  customerPage,
  follow,
  goTo,
  inPanel,
  ready,
  text,
} from '../../pages/panel.ts';
import {
  isAbout,
  offersNothing,
  openContact,
  openCustomer,
  openGroup,
  press,
  visitPanel,
} from '../../pages/panel-card.ts';
import { written } from '../../pages/result.ts';
import { action, choice, confirmation, country, GROUPS, STEPS, shows } from '../../pages/steps.ts';
import { NOTHING_LINKED, ONE_OF_EACH } from '../../pages/undo.ts';
import { contactGuid, credentials, type Sandbox } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const NORDISK = credentials.nordisk.organizationId;
const FJORD = credentials.fjord.organizationId;
const LIST = `https://app.dinero.dk/${NORDISK}/contacts`;

test.describe('navigation within the site', () => {
  test.describe('in Effihub', () => {
    test.use({
      worldOptions: inWorld(() => ({ customers: [{ name: 'Zenit Film ApS' }, { name: 'Bagergården I/S' }] })),
    });

    test('a click does nothing when its customer was left meanwhile', async ({ app, sandbox }) => {
      const page = await openCustomer(app.context);
      await expect(button(page, 'Opret i Dinero')).toBeVisible();
      const held = sandbox.faults.add({
        system: 'dinero',
        method: 'GET',
        path: /\/contacts$/,
        kind: 'hold',
        times: 99,
      });
      await press(page, 'Opret i Dinero');
      await held.arrived;
      await follow(page, customerPage(2));
      await isAbout(page, 'Bagergården I/S');
      held.release();
      await expect(button(page, 'Opret i Dinero')).toBeVisible();
      // The first click is over once a second one is answered.
      await press(page, 'Opret i Dinero');
      await expect(text(page, 'Synkroniseret med Bagergården I/S')).toBeVisible();
      expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Bagergården I/S']);
      expect(linkOf(sandbox, 1)).toBeNull();
    });
  });
});

test.describe('an unconnected company', () => {
  test.use({
    worldOptions: inWorld(() => ({
      contacts: [{ Name: 'Zenit Film ApS' }],
      otherContacts: [{ Name: 'Havnens Fisk I/S' }],
      otherCustomers: [{ id: 1, name: 'Havnens Fisk I/S' }],
    })),
  });

  const apiRequests = ({ requests }: Sandbox) =>
    requests.filter(({ isPage }) => !isPage).map(({ method, path }) => `${method} ${path}`);

  for (const [who, address] of [
    [String(FJORD), `https://app.dinero.dk/${FJORD}/contacts/1043300007`],
    ['fjordregnskab', customerPage(1, 'fjordregnskab')],
  ] as const)
    test(`is reported on its pages, and nothing is read or written: ${who}`, async ({ app, sandbox }) => {
      const page = await visitPanel(app.context, address);
      await isAbout(page, `${who} er ikke forbundet`);
      await offersNothing(page);
      await expect(button(page, 'Alle kunder')).toHaveCount(0);
      expect(apiRequests(sandbox)).toEqual([]);
      const settings = app.context.waitForEvent('page');
      await press(page, 'Forbind');
      await expect(
        (await settings).getByRole('heading', { name: 'Indstillinger', exact: true }),
      ).toBeVisible();
      expect(written(sandbox)).toEqual([]);
    });

  test('replaces the previous company, also its unfinished flow, and going back restores it', async ({
    app,
    sandbox,
  }) => {
    const page = await openContact(app.context, sandbox);
    await isAbout(page, 'Zenit Film ApS');
    await press(page, 'Alle kunder');
    await press(page, 'Start synkronisering');
    await isAbout(page, STEPS[1]);
    await follow(page, `https://app.dinero.dk/${FJORD}/contacts`);
    await isAbout(page, `${FJORD} er ikke forbundet`);
    await follow(page, contactPage(contactAt(sandbox.world, 1)));
    await isAbout(page, 'Zenit Film ApS');
  });
});

test.describe('two connected companies with the same customer numbers', () => {
  test.use({
    worldOptions: inWorld(() => ({
      customers: [{ id: 1, name: 'Zenit Film ApS' }],
      contacts: [{ Name: 'Måne Design' }],
      otherCustomers: [{ id: 1, name: 'Havnens Fisk I/S' }],
      otherContacts: [{ Name: 'Grøn Have' }],
    })),
  });
  test.beforeEach(({ app }) => app.connect(credentials.fjord));

  const fjord = ({ world }: Sandbox) => {
    const organization = world.organizations.get(FJORD);
    const account = world.accounts.get(58);
    if (!organization || !account) throw new Error('Fjord Regnskab is missing');
    return { contacts: [...organization.contacts.values()], customers: [...account.customers.values()] };
  };
  const names = (contacts: { Name?: string | null }[]) => contacts.map(({ Name }) => Name);

  test('each page shows its own customer and creates it in its own company', async ({ app, sandbox }) => {
    const page = await openCustomer(app.context);
    await isAbout(page, 'Zenit Film ApS');
    await goTo(page, customerPage(1, 'fjordregnskab'));
    await ready(page);
    await isAbout(page, 'Havnens Fisk I/S');
    await press(page, 'Opret i Dinero');
    await expect(text(page, 'Synkroniseret med Havnens Fisk I/S')).toBeVisible();
    expect(written(sandbox)).toEqual([`POST /v1/${FJORD}/contacts`, 'PUT /v1/customers/1/dinero-link']);
    expect(names(fjord(sandbox).contacts)).toEqual(['Grøn Have', 'Havnens Fisk I/S']);
    expect(fjord(sandbox).customers[0]?.dineroContactGuid).toBe(fjord(sandbox).contacts[1]?.ContactGuid);
    expect(linkOf(sandbox, 1)).toBeNull();

    await goTo(page, customerPage(1));
    await ready(page);
    await isAbout(page, 'Zenit Film ApS');
    await press(page, 'Opret i Dinero');
    await expect(text(page, 'Synkroniseret med Zenit Film ApS')).toBeVisible();
    expect(created(sandbox).map(({ Name }) => Name)).toEqual(['Zenit Film ApS']);
    expect(linkOf(sandbox, 1)).toBe(created(sandbox)[0]?.ContactGuid);
    expect(names(fjord(sandbox).contacts)).toEqual(['Grøn Have', 'Havnens Fisk I/S']);
  });

  test('after following a link to the other company in Dinero, imports go to its account', async ({
    app,
    sandbox,
  }) => {
    const page = await openContact(app.context, sandbox);
    await isAbout(page, 'Måne Design');
    const [other] = fjord(sandbox).contacts;
    await follow(page, contactPage({ number: other?.number ?? 0 }, FJORD));
    await isAbout(page, 'Grøn Have');
    await press(page, 'Importér til Effihub');
    await expect(text(page, 'Synkroniseret med Grøn Have')).toBeVisible();
    expect(fjord(sandbox).customers.map(({ name }) => name)).toEqual(['Havnens Fisk I/S', 'Grøn Have']);
    expect(customersOf(sandbox.world)).toHaveLength(1);
  });

  test('on app.effihub.com the user chooses the company, and the heading must match the customer', async ({
    app,
    sandbox,
  }) => {
    const page = await visitPanel(app.context, customerPage(1, 'app'));
    await isAbout(page, 'Hvilket firma hører siden til?');
    await offersNothing(page);
    await press(page, 'Fjord Regnskab · Fjord Regnskab ApS');
    await isAbout(page, 'Havnens Fisk I/S');
    await expect(
      inPanel(page).getByRole('alert').getByText('Siden viser måske en kunde fra en anden konto'),
    ).toBeVisible();
    await offersNothing(page);

    await press(page, 'Skift firma');
    await isAbout(page, 'Hvilket firma hører siden til?');
    await press(page, 'Nordisk Tekst · Nordisk Tekst ApS');
    await isAbout(page, 'Zenit Film ApS');
    await press(page, 'Opret i Dinero');
    await expect(text(page, 'Synkroniseret med Zenit Film ApS')).toBeVisible();
    expect(written(sandbox)).toEqual([`POST /v1/${NORDISK}/contacts`, 'PUT /v1/customers/1/dinero-link']);
    expect(linkOf(sandbox, 1)).toBe(created(sandbox)[0]?.ContactGuid);
    expect(fjord(sandbox).customers[0]?.dineroContactGuid).toBeNull();
  });
});

test.describe('other pages', () => {
  test.use({
    worldOptions: inWorld(() => ({
      customers: [
        { id: 1, name: 'Zenit Film ApS', dineroContactGuid: contactGuid(1) },
        { id: 2, name: 'Måne Design', dineroContactGuid: contactGuid(2) },
      ],
      contacts: [{ Name: 'Zenit Film ApS' }, { Name: 'Måne Design' }],
    })),
  });

  test('Effihub’s import page offers to fetch customers from Dinero', async ({ app }) => {
    const page = await visitPanel(app.context, 'https://nordisktekst.effihub.com/customers/import');
    await isAbout(page, 'Synkroniser kunder');
    await expect(text(page, 'Hent kunderne direkte fra Dinero')).toBeVisible();
    await press(page, 'Start synkronisering');
    await isAbout(page, STEPS[1]);
  });

  test('Effihub’s integrations page shows the connection’s state, and leads to the reset of all links', async ({
    app,
    sandbox,
  }) => {
    const page = await visitPanel(app.context, 'https://nordisktekst.effihub.com/settings/integrations');
    await isAbout(page, 'Forbindelse til Dinero');
    await expect(text(page, 'Forbindelsen virker')).toBeVisible();
    await expect(text(page, 'Effihubs egen Dinero-integration er slået til for firmaet.')).toBeVisible();

    // Only in Kundebro's own tab, never inside a site's page.
    const opens = app.context.waitForEvent('page');
    await press(page, 'Nulstil alle kundelinks');
    const tab = await opens;
    const dialog = tab.getByRole('alertdialog', { name: 'Nulstil alle kundelinks', exact: true });
    await expect(dialog).toBeVisible();
    await expect(inPanel(page).getByRole('alertdialog')).toHaveCount(0);
    expect(new URL(tab.url()).hash).toBe('');
    await dialog.getByRole('button', { name: 'Nulstil', exact: true }).click();
    await expect(tab.getByText('2 kundelinks er nulstillet', { exact: true })).toBeVisible();
    // Asks only once.
    await tab.reload();
    await expect(tab.getByRole('button', { name: 'Nulstil alle kundelinks', exact: true })).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await tab.close();
    await expect(text(page, '2 kundelinks er nulstillet')).toBeVisible();
    expect(linksOf(sandbox.world)).toEqual({ 'Zenit Film ApS': null, 'Måne Design': null });
    await press(page, 'Fortryd');
    await expect(button(page, 'Fortryd')).toHaveCount(0);
    await expect
      .poll(() => linksOf(sandbox.world))
      .toEqual({ 'Zenit Film ApS': 'Zenit Film ApS', 'Måne Design': 'Måne Design' });
  });

  test('Effihub’s integrations page warns when its own integration is off or the key is wrong', async ({
    app,
    sandbox,
  }) => {
    sandbox.world.account.dinero = { enabled: false, organizationId: NORDISK };
    const page = await visitPanel(app.context, 'https://nordisktekst.effihub.com/settings/integrations');
    const alerts = inPanel(page).getByRole('alert');
    await expect(alerts).toContainText('Effihubs egen Dinero-integration er slået fra');
    sandbox.world.account.token = 'another-token';
    await page.reload();
    await expect(alerts.filter({ hasText: 'Effihub genkender ikke API-tokenet' })).toBeVisible();
    await expect(text(page, 'Forbindelsen virker')).toHaveCount(0);
  });
});

test.describe('the wizard in the panel', () => {
  test.use({ worldOptions: inWorld(oneOfEach) });

  test('has its run undone in Kundebro’s own tab', async ({ app, sandbox }) => {
    await app.sync(ONE_OF_EACH);
    const page = await visitPanel(app.context, LIST);
    await openHistory(page);
    await showRun(page, 'Synkronisering');
    const opens = app.context.waitForEvent('page');
    await press(page, 'Fortryd kørsel');
    const tab = await opens;
    await expect(undoDialog(tab)).toBeVisible();
    await expect(undoDialog(page)).toHaveCount(0);
    await confirmUndo(tab);
    await undone(tab);
    expect(linksOf(sandbox.world)).toEqual(NOTHING_LINKED);
  });

  test('goes from the start to linked customers on Dinero’s contact list', async ({ app, sandbox }) => {
    const page = await visitPanel(app.context, LIST);
    await press(page, 'Start synkronisering');
    await isAbout(page, STEPS[1]);
    await openGroup(page, GROUPS.matched);
    await confirmation(inPanel(page), 'Havnens Fisk I/S').check();
    await openGroup(page, GROUPS.unmatched);
    await action(inPanel(page), 'Måne Design ApS').selectOption('Opret i Dinero');
    await press(page, 'Fortsæt');
    await isAbout(page, STEPS[2]);
    await shows(country(inPanel(page), 'Måne Design ApS'), 'Danmark');
    await press(page, 'Fortsæt');
    await isAbout(page, STEPS[3]);
    await choice(inPanel(page), 'Grøn Have ApS', 'Importér').check();
    await press(page, 'Gem og fuldfør');
    await expect(text(page, 'Synkroniseringen er færdig')).toBeVisible();
    await isAbout(page, STEPS[4]);
    expect(linksOf(sandbox.world)).toEqual({
      'Bagergården ApS': 'BAGERGÅRDEN APS',
      'Havnens Fisk I/S': 'Havnens Fisk I/S',
      'Stjerne Byg A/S': null,
      'Måne Design ApS': 'Måne Design ApS',
      'Grøn Have ApS': 'Grøn Have ApS',
    });
    await press(page, 'Færdig');
    await isAbout(page, 'Synkroniser kunder');
  });
});

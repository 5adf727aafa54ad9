/** The panel on a contact's page in Dinero. No API knows the number in its address: only names identify the contact. */

import { customersOf, inWorld } from '../../helpers/worlds.ts';
import { heading, text } from '../../pages/panel.ts';
import { contactIsLinked, openContact, openEffihub, press } from '../../pages/panel-card.ts';
import { written } from '../../pages/result.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

const IMPORT = 'POST /v1/customers';

test.describe('a contact in Dinero alone', () => {
  test.use({
    worldOptions: inWorld(() => ({
      contacts: [{ Name: 'Zenit Film ApS', City: 'Odense', VatNumber: '25313763' }],
      account: {
        defaults: {
          hub: { showTimesheets: false, showProjects: true, showPunchCards: false, showInvoices: true },
          language: 'en',
        },
      },
    })),
  });

  test('is imported and linked by one click, with the account’s hub defaults', async ({ app, sandbox }) => {
    const page = await openContact(app.context, sandbox);
    await expect(heading(page, 'Zenit Film ApS')).toBeVisible();
    await expect(text(page, 'Kunden er ikke linket til en kunde i Effihub.')).toBeVisible();
    await press(page, 'Importér til Effihub');
    await expect(text(page, 'Zenit Film ApS er importeret til Effihub og linket')).toBeVisible();
    await contactIsLinked(page, 'Zenit Film ApS');

    const { hub, language } = sandbox.world.account.defaults;
    expect(customersOf(sandbox.world)).toMatchObject([
      {
        name: 'Zenit Film ApS',
        city: 'Odense',
        vatNumber: '25313763',
        dineroContactGuid: contactGuid(1),
        hub,
        language,
      },
    ]);
    expect(written(sandbox)).toEqual([IMPORT]);
    const sent = sandbox.requests.find(({ method, path }) => method === 'POST' && path === '/v1/customers');
    expect(sent?.body).toMatchObject({ hub, language });
    await expect(openEffihub(page)).toHaveAttribute('href', 'https://nordisktekst.effihub.com/customers/1');
  });
});

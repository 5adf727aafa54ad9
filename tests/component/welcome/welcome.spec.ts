/** A new user, from the installation to the result of the first synchronisation. */
import { expectNothingSaved } from '../../helpers/stored.ts';
import { inWorld, oneCertain } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { Welcome } from '../../pages/welcome.ts';
import { credentials, type Sandbox, world } from '../../sandbox/index.ts';
import { test as base, expect, type Page } from '../fixtures.ts';

interface User extends Kundebro {
  page: Page;
  welcome: Welcome;
}

const test = base.extend<{ user: User }>({
  user: async ({ app }, use) => {
    const page = await app.open('welcome');
    await use(Object.assign(app, { page, welcome: new Welcome(page) }));
  },
});

test.use({
  connected: false,
  worldOptions: inWorld(oneCertain),
});

const { nordisk, fjord, withoutPro } = credentials;

test.describe('a failed connection says why, and saves nothing', () => {
  type Fault = Parameters<Sandbox['faults']['add']>[0];
  const offline = (system: Fault['system']): Fault => ({ system, kind: 'drop', times: 99 });
  const dinero: [string, Partial<typeof nordisk>, string, Fault?][] = [
    [
      'a wrong pair',
      { clientSecret: 'forkert' },
      'Dinero genkender ikke klient-id’et eller klienthemmeligheden',
    ],
    ['a wrong key', { apiKey: 'forkert' }, 'Dinero genkender ikke API-nøglen'],
    ['the key of another company', { apiKey: fjord.apiKey }, 'API-nøglen hører til et andet firma i Dinero'],
    ['a company without Pro', withoutPro, 'Firmaet har ikke et aktivt Dinero Pro-abonnement'],
    ['no way to Dinero', {}, 'Dinero svarer ikke', offline('dinero')],
  ];
  for (const [title, who, words, fault] of dinero)
    test(title, async ({ user, sandbox }) => {
      const { page, welcome } = user;
      if (fault) sandbox.faults.add(fault);
      const all = { ...nordisk, ...who };
      await welcome.fillDinero(all);
      await welcome.field('Firma-id').fill(String(all.organizationId));
      await welcome.button('Test og fortsæt').click();
      await expect(page.getByRole('alert')).toContainText(words, { timeout: 20_000 });
      await expect(welcome.field('API-token')).toHaveCount(0);
      await expect(welcome.field('Klient-id')).toHaveValue(nordisk.clientId);
      await expectNothingSaved(user);
      // Corrected in place, it continues.
      sandbox.faults.clear();
      await welcome.fillDinero(nordisk);
      await welcome.field('Firma-id').fill(String(nordisk.organizationId));
      await welcome.button('Test og fortsæt').click();
      await expect(welcome.field('API-token')).toBeVisible();
    });

  for (const [title, token, words, fault] of [
    ['a wrong token', 'forkert', 'Effihub genkender ikke API-tokenet', undefined],
    ['no way to Effihub', nordisk.effihubToken, 'Effihub svarer ikke', offline('effihub')],
  ] as const)
    test(title, async ({ user, sandbox }) => {
      const { page, welcome } = user;
      await welcome.fillDinero(nordisk);
      await welcome.button('Test og fortsæt').click();
      if (fault) sandbox.faults.add(fault);
      await welcome.field('API-token').fill(token);
      await welcome.button('Test og forbind').click();
      await expect(page.getByRole('alert')).toContainText(words, { timeout: 20_000 });
      await expect(page.getByRole('alert')).toContainText('Indstillingerne er ikke gemt.');
      await expectNothingSaved(user);
      sandbox.faults.clear();
      await welcome.field('API-token').fill(nordisk.effihubToken);
      await welcome.button('Test og forbind').click();
      await expect(welcome.button('Start synkronisering')).toBeVisible();
    });
});

for (const [title, enabled, organizationId, words] of [
  ['off', false, 637871, 'Effihubs egen Dinero-integration er slået fra'],
  ['set to another company', true, 551307, 'Effihubs egen Dinero-integration er sat til et andet firma'],
] as const)
  test(`the third step reports that Effihub’s own Dinero integration is ${title}`, async ({
    user,
    sandbox,
  }) => {
    const { page, welcome } = user;
    sandbox.reset({ world: world({ account: { dinero: { enabled, organizationId } } }), limits: false });
    await welcome.fillDinero(nordisk);
    await welcome.connectWithApi(nordisk);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('link', { name: /^Åbn Integrationer i Effihub/ })).toBeVisible();
    await welcome.start();
    await expect(page.getByRole('heading', { name: 'Trin 1 - Match kunder', exact: true })).toBeVisible();
  });

import { contactsOf, customersOf, inWorld, oneOfEach } from '../../helpers/worlds.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { action, at, button, GROUPS, next, shows } from '../../pages/steps.ts';
import type { Fault, Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

/** A fault of every reading of a list, until it is removed. */
interface Trouble {
  begin(sandbox: Sandbox): () => void;
  what: string;
  todo: string;
}

const lists = { dinero: /contacts$/, effihub: /customers$/ } as const;
type Kind = Fault extends infer Each ? (Each extends Fault ? Omit<Each, 'system'> : never) : never;

const faulty =
  (system: keyof typeof lists, kind: Kind) =>
  ({ faults }: Sandbox) => {
    const fault = faults.add({ ...kind, system, method: 'GET', path: lists[system], times: 999 } as Fault);
    return () => fault.remove();
  };

const LATER = 'Vent et par minutter, og prøv igen.';
const OFFLINE = 'Kontrollér din internetforbindelse.';
const AGAIN = 'Prøv igen om lidt.';
const ADDRESS = 'Kontrollér API-adressen under Indstillinger';

const troubles: Record<string, Trouble> = {
  'Dinero does not answer': {
    begin: faulty('dinero', { kind: 'drop' }),
    what: 'Dinero svarer ikke',
    todo: OFFLINE,
  },
  'Effihub does not answer': {
    begin: faulty('effihub', { kind: 'drop' }),
    what: 'Effihub svarer ikke',
    todo: OFFLINE,
  },
  'Dinero answers 500': {
    begin: faulty('dinero', { kind: 'status', status: 500, body: { message: 'Der skete en fejl' } }),
    what: 'Dinero har problemer lige nu',
    todo: LATER,
  },
  'Effihub answers 500': {
    begin: faulty('effihub', { kind: 'status', status: 500 }),
    what: 'Effihub har problemer lige nu',
    todo: LATER,
  },
  'Dinero answers with a page': {
    begin: faulty('dinero', { kind: 'html' }),
    what: 'Dinero gav et svar, som ikke kan læses',
    todo: AGAIN,
  },
  'Effihub answers with a page': {
    begin: faulty('effihub', { kind: 'html' }),
    what: 'Effihub gav et svar, som ikke kan læses',
    todo: ADDRESS,
  },
  'Dinero’s answer is cut off': {
    begin: faulty('dinero', { kind: 'cut-json' }),
    what: 'Dinero gav et svar, som ikke kan læses',
    todo: AGAIN,
  },
  'Effihub’s answer is cut off': {
    begin: faulty('effihub', { kind: 'cut-json' }),
    what: 'Effihub gav et svar, som ikke kan læses',
    todo: ADDRESS,
  },
  'Dinero’s answer has other types': {
    begin: faulty('dinero', { kind: 'garbled' }),
    what: 'Dinero gav et svar, som ikke kan læses',
    todo: AGAIN,
  },
  'Effihub’s answer has other types': {
    begin: faulty('effihub', { kind: 'garbled' }),
    what: 'Effihub gav et svar, som ikke kan læses',
    todo: ADDRESS,
  },
  'Dinero refuses twice in a row': {
    begin: faulty('dinero', { kind: 'status', status: 401 }),
    what: 'Dinero genkender ikke dine oplysninger',
    todo: 'Kontrollér klient-id, klienthemmelighed og API-nøgle under Indstillinger.',
  },
  'the API key was revoked in Dinero': {
    begin: ({ world, expireTokens }) => {
      const { apiKey } = world.organization;
      world.organization.apiKey = 'sandbox-another-key';
      expireTokens();
      return () => {
        world.organization.apiKey = apiKey;
      };
    },
    what: 'Dinero genkender ikke API-nøglen',
    todo: 'Kopiér nøglen fra Dinero',
  },
  'the token was revoked in Effihub': {
    begin: ({ world }) => {
      const { token } = world.account;
      world.account.token = 'sandbox-another-token';
      return () => {
        world.account.token = token;
      };
    },
    what: 'Effihub genkender ikke API-tokenet',
    todo: 'Kopiér tokenet fra Effihub',
  },
  'the company has no Pro subscription': {
    begin: ({ world }) => {
      world.organization.isPro = false;
      return () => {
        world.organization.isPro = true;
      };
    },
    what: 'Firmaet har ikke et aktivt Dinero Pro-abonnement',
    todo: 'Opgradér i Dinero, og prøv igen.',
  },
};

/** The text of the wizard's alert. */
async function expectAlert(page: Page, { what, todo }: Trouble): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: 'Kunderne er ikke læst.' });
  await expect(alert).toContainText(what, { timeout: 20_000 });
  await expect(alert).toContainText(todo);
  await expect(alert).toContainText('Intet er ændret.');
  await expect(alert).not.toContainText(/undefined|null|\[object|Error|JSON|<\w/);
  await expect(page.getByRole('alert')).toHaveCount(1);
}

async function mend(page: Page, mended: () => void): Promise<void> {
  mended();
  await button(page, 'Prøv igen').click();
  await expect(button(page, GROUPS.matched)).toBeVisible();
}

for (const [name, trouble] of Object.entries(troubles)) {
  test(`when ${name}, the user is told, and trying again works`, async ({ app, sandbox }) => {
    const page = await app.open('sync');
    await expect(button(page, 'Start synkronisering')).toBeVisible();
    const mended = trouble.begin(sandbox);
    await button(page, 'Start synkronisering').click();
    await expectAlert(page, trouble);
    await mend(page, mended);
    await expect(app.heading(page, 'Kunder med et match (2)')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

for (const name of ['Dinero answers with a page', 'the token was revoked in Effihub'] as const) {
  test(`earlier choices are kept when ${name}`, async ({ app, sandbox }) => {
    await app.plan({ create: ['Stjerne Byg A/S'] });
    const page = await app.open('popup');
    await expect(button(page, 'Fortsæt synkronisering')).toBeVisible();
    const trouble = troubles[name]!;
    const mended = trouble.begin(sandbox);
    await button(page, 'Fortsæt synkronisering').click();
    await expectAlert(page, trouble);
    await mend(page, mended);
    await app.openGroup(page, GROUPS.unmatched);
    await shows(action(page, 'Stjerne Byg A/S'), 'Opret i Dinero');
  });
}

test('the overview reports that Effihub does not answer, and keeps its numbers', async ({ app, sandbox }) => {
  await app.read();
  const fault = sandbox.faults.add({ system: 'effihub', kind: 'drop', times: 999 });
  const page = await app.open('sync');
  await expect(page.getByRole('alert')).toContainText('Effihub svarer ikke', { timeout: 20_000 });
  await expect(page.getByText('Nordisk Tekst ApS', { exact: true })).toBeVisible();
  fault.remove();
  await button(page, 'Fortsæt synkronisering').click();
  await at(page, 1);
  await expect(button(page, GROUPS.matched)).toBeVisible();
});

test.describe('without customers', () => {
  const writes = ({ requests }: Sandbox) =>
    requests.filter(({ method, host }) => method !== 'GET' && host !== 'authz.dinero.dk');

  async function toTheEnd(app: Kundebro): Promise<Page> {
    const page = await app.openAt(1);
    await expect(page.getByText('Ingen match og ingen nye kunder er valgt endnu')).toBeVisible();
    await next(page, 3);
    return page;
  }

  test('an empty account and an empty company end in a result without changes', async ({
    connectTo,
    sandbox,
  }) => {
    const app = await connectTo({});
    const page = await app.openAt(1);
    await expect(page.getByText('Der er ingen kunder i Effihub endnu.')).toBeVisible();
    await next(page, 3);
    await expect(page.getByText('Der er ingen kunder at importere.')).toBeVisible();
    await app.finish(page);
    await expect(page.getByText('Der var ikke noget at gøre: Intet er ændret.')).toBeVisible();
    expect(writes(sandbox)).toEqual([]);
  });

  test('an empty account offers Dinero’s customers for import', async ({ connectTo, sandbox }) => {
    const app = await connectTo({ contacts: [{ Name: 'Grøn Have ApS' }] });
    const page = await toTheEnd(app);
    await button(page, 'Importér alle').click();
    await app.finish(page);
    expect(customersOf(sandbox.world).map(({ name }) => name)).toEqual(['Grøn Have ApS']);
  });

  test('an empty company shows all customers without a match', async ({ connectTo, sandbox }) => {
    const app = await connectTo({ customers: [{ name: 'Stjerne Byg A/S' }] });
    const page = await toTheEnd(app);
    await expect(page.getByText('Der er ingen kunder at importere.')).toBeVisible();
    await button(page, 'Tilbage').click();
    await expect(app.heading(page, 'Kunder uden match (1)')).toBeVisible();
    await next(page, 3);
    await app.finish(page);
    expect(contactsOf(sandbox.world)).toEqual([]);
    expect(writes(sandbox)).toEqual([]);
  });
});

/** A new user's way from the installation to the result of the first sync. */
import { type Browser, openBrowser, welcomeTab } from '../../helpers/browser.ts';
import { throwAway } from '../../helpers/shared-browser.ts';
import { inWorld, linksOf, oneCertain } from '../../helpers/worlds.ts';
import { answer, consentWindow, organization } from '../../pages/visma.ts';
import { Welcome } from '../../pages/welcome.ts';
import { credentials, vismaClientId, vismaClientSecret } from '../../sandbox/index.ts';
import { test as base, expect, type Locator, type Page } from '../fixtures.ts';

interface User extends Browser {
  page: Page;
  welcome: Welcome;
}

const test = base.extend<{ user: User }>({
  user: async ({ sandbox, worldOptions }, use) => {
    sandbox.reset(worldOptions);
    const browser = await openBrowser({ sandbox, welcome: true });
    const page = await welcomeTab(browser.context);
    await use({ ...browser, page, welcome: new Welcome(page) });
    await throwAway(browser);
  },
});

test.use({
  worldOptions: inWorld(oneCertain),
});

const { nordisk } = credentials;

/** Counts what a user does. */
class Hands {
  clicks = 0;
  fields = 0;

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async fill(target: Locator, value: string): Promise<void> {
    this.fields += 1;
    await target.fill(value);
  }
}

/** From the third step to the result, where everybody has a certain match. */
async function firstSync({ page, welcome }: User, hands: Hands): Promise<void> {
  for (const name of ['Start synkronisering', 'Fortsæt', 'Gem og fuldfør'])
    await hands.click(welcome.button(name));
  await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
}

test.describe('from the installation to the result of the first sync', () => {
  test('with a personal integration it is four fields and five clicks', async ({ user, sandbox }) => {
    const { page, welcome } = user;
    await expect(page.getByRole('heading', { name: 'Kom i gang med Kundebro', exact: true })).toBeVisible();
    const hands = new Hands();
    await hands.fill(welcome.field('Klient-id'), nordisk.clientId);
    await hands.fill(welcome.field('Klienthemmelighed'), nordisk.clientSecret);
    await hands.fill(welcome.field('API-nøgle'), nordisk.apiKey);
    await hands.click(welcome.button('Test og fortsæt'));
    await expect(page.getByText('Forbundet til Nordisk Tekst ApS', { exact: true })).toBeVisible();
    await hands.fill(welcome.field('API-token'), nordisk.effihubToken);
    await hands.click(welcome.button('Test og forbind'));
    await firstSync(user, hands);
    expect(hands).toMatchObject({ fields: 4, clicks: 5 });
    expect(linksOf(sandbox.world)).toEqual({ 'Bagergården ApS': 'Bagergården ApS' });
  });

  // The browser's own question about the right to sign in is answered without a click here.
  test('with Visma Connect it is three fields and eight clicks', async ({ user, sandbox }) => {
    const { page, welcome } = user;
    const hands = new Hands();
    await hands.click(welcome.radio('Visma Connect'));
    await hands.fill(welcome.field('Klient-id'), vismaClientId);
    await hands.fill(welcome.field('Klienthemmelighed'), vismaClientSecret);
    // The sign-in's button, and the one in its window.
    const consent = await consentWindow(page);
    await answer(consent, 'Giv adgang');
    hands.clicks += 2;
    await expect(organization(page)).toHaveValue('637871');
    await hands.click(welcome.button('Test og fortsæt'));
    await hands.fill(welcome.field('API-token'), nordisk.effihubToken);
    await hands.click(welcome.button('Test og forbind'));
    await firstSync(user, hands);
    expect(hands).toMatchObject({ fields: 3, clicks: 8 });
    expect(linksOf(sandbox.world)).toEqual({ 'Bagergården ApS': 'Bagergården ApS' });
  });

  test('the keyboard is enough', async ({ user }) => {
    const { page, welcome } = user;
    const to = async (target: Locator) => {
      const isThere = () => target.evaluate((element) => element === document.activeElement);
      for (let presses = 0; presses < 20 && !(await isThere()); presses++) await page.keyboard.press('Tab');
      await expect(target).toBeFocused();
    };
    await expect(welcome.field('Klient-id')).toBeVisible();
    for (const [name, value] of [
      ['Klient-id', nordisk.clientId],
      ['Klienthemmelighed', nordisk.clientSecret],
      ['API-nøgle', 'forkert'],
    ] as const) {
      await to(welcome.field(name));
      await page.keyboard.insertText(value);
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Dinero genkender ikke API-nøglen');
    // Where it was, to be typed again.
    await expect(welcome.field('API-nøgle')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(nordisk.apiKey);
    await to(welcome.button('Test og fortsæt'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Trin 2: Forbind Effihub/ })).toBeFocused();
    await to(welcome.field('API-token'));
    await page.keyboard.insertText(nordisk.effihubToken);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Trin 3: Første synkronisering/ })).toBeFocused();
    await to(welcome.button('Start synkronisering'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Trin 1 - Match kunder', exact: true })).toBeVisible();
  });

  test('what is missing is said at the first field before anything is sent', async ({ user, sandbox }) => {
    const { welcome } = user;
    await welcome.button('Test og fortsæt').click();
    for (const name of ['Klient-id', 'Klienthemmelighed', 'API-nøgle'])
      await expect(welcome.field(name)).toHaveAccessibleDescription(new RegExp(`^${name} mangler`));
    await expect(welcome.field('Klient-id')).toBeFocused();
    expect(sandbox.requests).toEqual([]);
  });
});

test('the tab comes back until a company is connected, and never after', { tag: '@slow' }, async ({
  user,
  sandbox,
}) => {
  const { profile } = user;
  await user.context.close();
  const second = await openBrowser({ sandbox, profile });
  const welcome = new Welcome(await welcomeTab(second.context));
  await welcome.fillDinero(nordisk);
  await welcome.connectWithApi(nordisk);
  await second.context.close();
  const third = await openBrowser({ sandbox, profile });
  const popup = await third.context.newPage();
  await popup.goto(`${third.origin}/popup.html`);
  await expect(popup.getByRole('button', { name: 'Start synkronisering', exact: true })).toBeVisible();
  expect(third.context.pages().filter((page) => page.url().endsWith('/welcome.html'))).toEqual([]);
  await third.context.close();
});

test.describe('the Firma-id of an open Dinero tab', () => {
  const take = 'Hent fra åben Dinero-fane';

  test('is taken with one click; without a tab it is said where to open one', async ({ user }) => {
    const { page, welcome, context } = user;
    await welcome.button(take).click();
    await expect(
      page.getByRole('status').getByText(/^Ingen åben fane viser et firma i Dinero/),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /^Åbn Dinero/ })).toHaveAttribute(
      'href',
      'https://app.dinero.dk/',
    );
    await (await context.newPage()).goto('https://app.dinero.dk/637871/contacts');
    await page.bringToFront();
    await welcome.button(take).click();
    await expect(welcome.field('Firma-id')).toHaveValue('637871');
    await expect(page.getByText('637871 er hentet fra den åbne fane.', { exact: true })).toBeVisible();
  });

  test('is that of the tab last looked at, and the others can be chosen', async ({ user }) => {
    const { page, welcome, context } = user;
    const [first, second] = [await context.newPage(), await context.newPage()];
    await first.goto('https://app.dinero.dk/637871/contacts');
    await second.goto('https://app.dinero.dk/551307/contacts');
    await first.bringToFront();
    await page.bringToFront();
    await welcome.button(take).click();
    await expect(welcome.field('Firma-id')).toHaveValue('637871');
    await expect(page.getByText(/^Flere faner er åbne/)).toBeVisible();
    await welcome.button('551307').click();
    await expect(welcome.field('Firma-id')).toHaveValue('551307');
  });
});

/** Automatic and manual checks, and the bars of customers by state. */
import AxeBuilder from '@axe-core/playwright';
import { contactNamed, inWorld, someWaiting } from '../../helpers/worlds.ts';
import { company, status } from '../../pages/controls.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { inPanel, openPanel, text, visit } from '../../pages/panel.ts';
import { button } from '../../pages/steps.ts';
import { changeContact, credentials, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(someWaiting) });

const picture = (page: Page, name: string) => page.getByRole('img', { name, exact: true });

/** Reads both lists and clears the sandbox's log. */
async function read(app: Kundebro, sandbox: Sandbox): Promise<void> {
  await app.read();
  sandbox.requests.length = 0;
}

test.describe('Tjek nu', () => {
  test('says that nothing has changed, or how many decisions wait', async ({ app, sandbox }) => {
    await read(app, sandbox);
    const popup = await app.open('popup');
    await expect(popup.getByText(/^Sidst tjekket /)).toBeVisible();
    await expect(picture(popup, 'Dinero: 1 linket, 2 venter, 0 ignoreret, 1 brudt')).toBeVisible();
    await expect(picture(popup, 'Effihub: 1 linket, 1 venter, 0 ignoreret, 1 brudt')).toBeVisible();
    await button(popup, 'Tjek nu').click();
    await expect(status(popup, 'Intet er ændret')).toBeVisible();
    const { organization } = sandbox.world;
    changeContact(sandbox.world, contactNamed(sandbox.world, 'Grøn Have ApS'), {
      DeletedAt: '2026-11-25T00:00:00Z',
    });
    expect(organization.contacts.size).toBe(4);
    await button(popup, 'Tjek nu').click();
    await expect(status(popup, '3 venter på din beslutning')).toBeVisible();
    await expect(picture(popup, 'Dinero: 1 linket, 1 venter, 0 ignoreret, 1 brudt')).toBeVisible();
    expect(
      sandbox.requests.filter(({ method, host }) => method !== 'GET' && host.startsWith('api.')),
    ).toEqual([]);
  });

  test('says what went wrong, and that nothing was changed', async ({ app, sandbox }) => {
    await read(app, sandbox);
    const popup = await app.open('popup');
    await expect(button(popup, 'Tjek nu')).toBeVisible();
    sandbox.faults.add({ system: 'dinero', path: /contacts$/, kind: 'status', status: 403, times: 99 });
    await button(popup, 'Tjek nu').click();
    await expect(popup.getByRole('alert')).toContainText('Intet er ændret.');
    await expect(button(popup, 'Tjek nu')).toBeFocused();
    sandbox.faults.clear();
    await button(popup, 'Tjek nu').click();
    await expect(status(popup, 'Intet er ændret')).toBeVisible();
    await expect(popup.getByRole('alert')).toHaveCount(0);
  });

  test('is missing before the first reading; the bars are empty and keep their place', async ({ app }) => {
    const popup = await app.open('popup');
    await expect(button(popup, 'Start synkronisering')).toBeVisible();
    await expect(picture(popup, 'Dinero: kunderne er ikke hentet endnu')).toBeVisible();
    await expect(button(popup, 'Tjek nu')).toHaveCount(0);
  });
});

test('another company with waiting decisions is one click away, and the badge counts both', async ({
  app,
  sandbox,
  office,
}) => {
  await read(app, sandbox);
  await app.connect(credentials.fjord);
  await read(app, sandbox);
  const popup = await app.open('popup');
  await expect(button(popup, 'Nordisk Tekst ApS: 4 venter')).toBeVisible();
  await expect.poll(() => office.waiting()).toBe(6);
  await button(popup, 'Nordisk Tekst ApS: 4 venter').click();
  await expect(button(popup, 'Fjord Regnskab ApS: 2 venter')).toBeVisible();
  await expect(company(popup).locator('option:checked')).toHaveText('Nordisk Tekst ApS');
  await expect(app.heading(popup, 'Synkroniser kunder')).toBeFocused();

  const other = await app.open('sync');
  await company(other).selectOption('Fjord Regnskab ApS');
  const ofFjord = sandbox.world.organizations.get(credentials.fjord.organizationId);
  const [theirs] = ofFjord ? ofFjord.contacts.values() : [];
  if (!theirs) throw new Error('The other company has no contact');
  changeContact(sandbox.world, theirs, { Name: 'Havnens Fisk I/S' });
  await button(other, 'Tjek nu').click();
  // The first company's view follows.
  await expect(button(popup, 'Fjord Regnskab ApS: 1 venter')).toBeVisible();
});

test('the panel shows nothing of other companies', async ({ app, sandbox }) => {
  await app.connect(credentials.fjord);
  await read(app, sandbox);
  const page = await visit(app.context, 'https://nordisktekst.effihub.com/');
  await openPanel(page);
  await expect(inPanel(page).getByRole('button', { name: 'Start synkronisering' })).toBeVisible();
  await expect(text(page, /Fjord Regnskab/)).toHaveCount(0);
});

for (const colour of ['light', 'dark'] as const) {
  test.describe(colour, () => {
    test.use({ colour, language: 'en-GB' });

    test('overview and choice in English, also in a narrow window', async ({ app, sandbox }) => {
      await app.read();
      const page = await app.open('sync');
      await button(page, 'Check now').click();
      await expect(status(page, 'Nothing has changed')).toBeVisible();
      await expect(picture(page, 'Dinero: 1 linked, 2 waiting, 0 ignored, 1 broken')).toBeVisible();
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
      await page.setViewportSize({ width: 400, height: 600 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
      await page.goto(`${app.origin}/options.html`);
      await expect(page.getByRole('combobox', { name: 'Automatic check' })).toHaveAccessibleDescription(
        /never writes anything/,
      );
      expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
      expect(sandbox.count({ method: 'POST' })).toBe(0);
    });
  });
}

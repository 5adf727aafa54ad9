import AxeBuilder from '@axe-core/playwright';
import { catalogues } from '../../lib/text/index.ts';
import { expect, type Page, test } from '../browser/fixtures.ts';
import { axeIn, expectNothingFound } from '../helpers/axe.ts';
import { openToSite } from '../helpers/closed-root.ts';
import { contactNamed, everyKindOfRow, inWorld } from '../helpers/worlds.ts';
import { contactPage, customerPage, goTo, visit } from '../pages/panel.ts';
import { button } from '../pages/steps.ts';

test.use({ worldOptions: inWorld(everyKindOfRow) });

/** Nothing that axe knows how to find in the panel or on its launcher; the page around them is the site's own. */
async function expectPanelAccessible(page: Page, view: string, part: 'panel' | 'launcher' = 'panel') {
  // It looks from the page's own world, which finds nothing in there.
  await openToSite(page);
  const looks = [await new AxeBuilder({ page }).include('[data-kundebro]').analyze()];
  const frame = page.frames().find((each) => new URL(each.url()).pathname === '/panel.html');
  if (part === 'panel' && frame) looks.push(await axeIn(frame).analyze());
  expectNothingFound(looks, view);
  // What axe looked at was on the screen.
  if (part === 'panel') return expect(looks[1]?.passes ?? [], view).not.toEqual([]);
  const seen = looks[0]?.passes.flatMap(({ nodes }) => nodes.map(({ target }) => JSON.stringify(target)));
  expect(
    seen?.some((target) => /launcher/.test(target)),
    view,
  ).toBe(true);
}

// What axe finds depends on the words or on the colours, never on both together.
for (const [language, colour] of [
  ['da', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`in ${language}, ${colour}`, () => {
    test.use({ language: { da: 'da-DK', en: 'en-GB' }[language], colour });
    const words = catalogues[language];

    test('axe finds nothing on launcher and panel', async ({ extension, sandbox }) => {
      test.setTimeout(120_000);
      const page = await visit(extension, 'https://nordisktekst.effihub.com/kunder');
      const launcher = button(page, words.panel.title);
      await expect(launcher).toBeVisible();
      await expectPanelAccessible(page, 'launcher', 'launcher');
      await launcher.focus();
      await expectPanelAccessible(page, 'launcher, with the focus', 'launcher');
      await launcher.click();
      const inside = page.frameLocator(`iframe[title="${words.panel.title}"]`);
      const action = (name: string) => inside.getByRole('button', { name, exact: true });
      await expect(action(words.overview.start)).toBeVisible();
      const scheme = await inside
        .locator('html')
        .evaluate(
          (html) =>
            getComputedStyle(html).colorScheme.includes('dark') &&
            matchMedia('(prefers-color-scheme: dark)').matches,
        );
      expect(scheme).toBe(colour === 'dark');
      await expectPanelAccessible(page, 'panel, overview');

      const go = async (address: string, title: string) => {
        await goTo(page, address);
        await expect(inside.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
      };
      const { world } = sandbox;
      await go(customerPage(1), 'Bagergården ApS');
      await expect(inside.getByText(words.panel.side.contacts.similar, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'panel, customer with somebody similar');
      await action(words.panel.match).click();
      await expect(inside.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await expectPanelAccessible(page, 'panel, dialog');

      await go(customerPage(5), 'Måne Design ApS');
      await inside.getByRole('heading', { level: 1 }).hover();
      await expect(inside.locator('html')).toHaveAttribute('data-ready', 'yes');
      await action(words.panel.side.contacts.make).click();
      await expect(inside.getByLabel(words.panel.country)).toBeVisible();
      await expectPanelAccessible(page, 'panel, customer without a country');
      await go(customerPage(6), 'Solskin Rejser ApS');
      await expect(
        inside.getByText(words.panel.syncedWith('Solskin Rejser ApS'), { exact: true }),
      ).toBeVisible();
      await expectPanelAccessible(page, 'panel, linked customer');
      await go(customerPage(7), 'Brudt Bro A/S');
      await expect(inside.getByText(words.panel.brokenHint, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'panel, broken link');
      await go(customerPage(99), words.panel.noCustomer);
      await expectPanelAccessible(page, 'panel, no customer');

      await go('https://nordisktekst.effihub.com/settings/integrations', words.panel.connection);
      await expect(inside.getByText(words.panel.connectionOk, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'panel, integrations');
      await go('https://nordisktekst.effihub.com/customers/import', words.overview.title);
      await expect(inside.getByText(words.panel.importPage, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'panel, import');
      await go('https://fjordregnskab.effihub.com/kunder', words.panel.unconnected('fjordregnskab'));
      await expectPanelAccessible(page, 'panel, not connected');

      // On Dinero the panel is opened anew: each site remembers for itself.
      await goTo(page, contactPage(contactNamed(world, 'Grøn Have ApS')));
      await launcher.click();
      await expect(
        inside.getByRole('heading', { level: 1, name: 'Grøn Have ApS', exact: true }),
      ).toBeVisible();
      await expectPanelAccessible(page, 'panel, contact');
      await inside.getByRole('heading', { level: 1 }).hover();
      await expect(inside.locator('html')).toHaveAttribute('data-ready', 'yes');
      await action(words.panel.ignore).click();
      await expect(inside.getByText(words.panel.onIgnoreList, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'panel, ignored contact');
      await go(contactPage(contactNamed(world, 'Solskin Rejser ApS')), 'Solskin Rejser ApS');
      await expectPanelAccessible(page, 'panel, linked contact');
      await go(contactPage(contactNamed(world, 'Lyngens Honning ApS')), words.panel.ask);
      await expectPanelAccessible(page, 'panel, question');
    });
  });
}

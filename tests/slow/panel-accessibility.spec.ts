import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext } from '@playwright/test';
import { catalogues } from '../../lib/features/words.ts';
import { expect, type Page, test } from '../browser/fixtures.ts';
import { axeIn, expectNothingFound } from '../helpers/axe.ts';
import { openToSite } from '../helpers/closed-root.ts';
import { contactNamed, everyKindOfRow, inWorld } from '../helpers/worlds.ts';
import { contactPage, customerPage, goTo, READY, visit } from '../pages/panel.ts';
import { button } from '../pages/steps.ts';

test.use({ worldOptions: inWorld(everyKindOfRow) });

/** Checks panel and launcher with axe, not the site around them. */
async function expectPanelAccessible(page: Page, view: string, part: 'panel' | 'launcher' = 'panel') {
  // axe runs in the page's world, which cannot see inside.
  await openToSite(page);
  const looks = [await new AxeBuilder({ page }).include('[data-kundebro]').setLegacyMode().analyze()];
  const frame = page.frames().find((each) => new URL(each.url()).pathname === '/panel.html');
  if (part === 'panel' && frame) looks.push(await axeIn(frame).analyze());
  expectNothingFound(looks, view);
  // What axe checked was visible.
  if (part === 'panel') return expect(looks[1]?.passes ?? [], view).not.toEqual([]);
  const seen = looks[0]?.passes.flatMap(({ nodes }) => nodes.map(({ target }) => JSON.stringify(target)));
  expect(
    seen?.some((target) => /launcher/.test(target)),
    view,
  ).toBe(true);
}

// axe's findings depend on words or colours, never on both together.
for (const [language, colour] of [
  ['da', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`in ${language}, ${colour}`, () => {
    test.use({ language: { da: 'da-DK', en: 'en-GB' }[language], colour });
    const words = catalogues[language];

    const inside = (page: Page) => page.frameLocator(`iframe[title="${words.panel.title}"]`);
    const action = (page: Page, name: string) => inside(page).getByRole('button', { name, exact: true });
    const go = async (page: Page, address: string, title: string) => {
      await goTo(page, address);
      await expect(inside(page).getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    };
    const click = async (page: Page, name: string) => {
      await inside(page).getByRole('heading', { level: 1 }).hover();
      await expect(inside(page).locator(READY)).toBeAttached();
      await action(page, name).click();
    };
    /** Opens the panel, which stays open on later pages of this site. */
    const open = async (context: BrowserContext, address: string) => {
      const page = await visit(context, address);
      await button(page, words.panel.title).click();
      return page;
    };

    test('axe finds nothing on the launcher and in an overview', async ({ extension }) => {
      const page = await visit(extension, 'https://nordisktekst.effihub.com/kunder');
      const launcher = button(page, words.panel.title);
      await expect(launcher).toBeVisible();
      await expectPanelAccessible(page, 'launcher', 'launcher');
      await launcher.focus();
      await expectPanelAccessible(page, 'launcher, with the focus', 'launcher');
      await launcher.click();
      await expect(action(page, words.overview.start)).toBeVisible();
      const scheme = await inside(page)
        .locator('html')
        .evaluate(
          (html) =>
            getComputedStyle(html).colorScheme.includes('dark') &&
            matchMedia('(prefers-color-scheme: dark)').matches,
        );
      expect(scheme).toBe(colour === 'dark');
      await expectPanelAccessible(page, 'overview');
    });

    test('axe finds nothing on customers without a link', async ({ extension }) => {
      const page = await open(extension, customerPage(1));
      await expect(inside(page).getByText(words.panel.side.contacts.similar, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'somebody similar');
      await click(page, words.panel.match);
      await expect(inside(page).getByRole('dialog').getByRole('option').first()).toBeVisible();
      await expectPanelAccessible(page, 'dialog');

      await go(page, customerPage(5), 'Måne Design ApS');
      await click(page, words.panel.side.contacts.make);
      await expect(inside(page).getByLabel(words.panel.country)).toBeVisible();
      await expectPanelAccessible(page, 'without a country');
    });

    test('axe finds nothing on linked customers, and on unknown ones', async ({ extension }) => {
      const page = await open(extension, customerPage(6));
      const linked = words.panel.syncedWith('Solskin Rejser ApS');
      await expect(inside(page).getByText(linked, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'linked');
      await go(page, customerPage(7), 'Brudt Bro A/S');
      await expect(inside(page).getByText(words.panel.brokenHint, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'broken link');
      await go(page, customerPage(99), words.panel.noCustomer);
      await expectPanelAccessible(page, 'no customer');
    });

    test('axe finds nothing in the panel on other pages of Effihub', async ({ extension }) => {
      const page = await open(extension, 'https://nordisktekst.effihub.com/settings/integrations');
      await expect(inside(page).getByText(words.panel.connectionOk, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'integrations');
      await go(page, 'https://nordisktekst.effihub.com/customers/import', words.overview.title);
      await expect(inside(page).getByText(words.panel.importPage, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'import');
      await go(page, 'https://fjordregnskab.effihub.com/kunder', words.panel.unconnected('fjordregnskab'));
      await expectPanelAccessible(page, 'not connected');
    });

    test('axe finds nothing on contacts', async ({ extension, sandbox }) => {
      const contact = (name: string) => contactPage(contactNamed(sandbox.world, name));
      const page = await open(extension, contact('Grøn Have ApS'));
      await expect(inside(page).getByRole('heading', { level: 1, name: 'Grøn Have ApS' })).toBeVisible();
      await expectPanelAccessible(page, 'contact');
      await click(page, words.panel.ignore);
      await expect(inside(page).getByText(words.panel.onIgnoreList, { exact: true })).toBeVisible();
      await expectPanelAccessible(page, 'ignored contact');
      await go(page, contact('Solskin Rejser ApS'), 'Solskin Rejser ApS');
      await expectPanelAccessible(page, 'linked contact');
      await go(page, contact('Lyngens Honning ApS'), words.panel.ask);
      await expectPanelAccessible(page, 'question');
    });
  });
}

import { expect, type Page, test } from '../../browser/fixtures.ts';
import { inWorld } from '../../helpers/worlds.ts';
import { button, counts, customerPage, inPanel, openPanel, text, visit } from '../../pages/panel.ts';
import { panel } from '../../pages/panel-frame.ts';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

/** An element of the page over everything, transparent for clicks. */
const cover = (page: Page, where: 'document' | 'shadow') =>
  page.evaluate((within) => {
    const over = document.createElement('div');
    over.popover = 'manual';
    over.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
    const holder = document.createElement('div');
    document.body.append(holder);
    (within === 'shadow' ? holder.attachShadow({ mode: 'closed' }) : holder).append(over);
    over.showPopover();
  }, where);

for (const where of ['document', 'shadow'] as const)
  test(`a panel that the page covers from its ${where} closes`, { tag: '@firefox' }, async ({
    extension,
  }) => {
    const page = await visit(extension, customerPage(1));
    await openPanel(page);
    await cover(page, where);
    await expect(panel(page)).toBeHidden();
  });

/** A view transition over everything, transparent for clicks, until the pointer is pressed in the panel. */
const picture = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :root { view-transition-name: none }
      h1 { view-transition-name: x }
      ::view-transition { background: #fff; pointer-events: none }
      ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) {
        pointer-events: none; animation-duration: 1000s
      }`);
    document.adoptedStyleSheets = [sheet];
    const transition = document.startViewTransition(() => undefined);
    transition.finished.catch(() => undefined);
    const end = () => transition.skipTransition();
    addEventListener('blur', end);
    setInterval(() => document.activeElement?.hasAttribute('data-kundebro') && end(), 5);
    return transition.ready.then(() => undefined);
  });

test('a click under a view transition does nothing, although that ends in time', {
  tag: '@firefox',
}, async ({ extension, sandbox }) => {
  const page = await visit(extension, customerPage(1));
  await openPanel(page);
  // With the focus in the page, which thereby learns of the press.
  await page.mouse.click(100, 300);
  const create = button(page, 'Opret i Dinero');
  await create.hover();
  await counts(page);
  await picture(page);
  expect(await page.evaluate(() => document.documentElement.matches(':active-view-transition'))).toBe(true);
  // Found by a check at a time that the page cannot predict.
  await expect(inPanel(page).locator('html')).toHaveAttribute('data-ready', 'no');
  await page.mouse.down();
  await page.mouse.up();
  await expect(text(page, /blev ikke brugt/)).toBeVisible();
  expect(sandbox.requests.filter(({ host, method }) => host.startsWith('api.') && method !== 'GET')).toEqual(
    [],
  );
});

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD } from '../../helpers/browser.ts';
import { inWorld } from '../../helpers/worlds.ts';
import {
  button,
  contactAt,
  contactPage,
  customerPage,
  heading,
  inPanel,
  launcher,
  openPanel,
  visit,
} from '../../pages/panel.ts';
import { openCustomer, visitPanel } from '../../pages/panel-card.ts';
import {
  boxOf,
  closing,
  drag,
  edge,
  expectFocusInPanel,
  expectInside,
  grip,
  panel,
  pressCommand,
} from '../../pages/panel-frame.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }, { name: 'Stjerne Byg A/S' }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

const OVERVIEW = 'Synkroniser kunder';
const IMPORT_PAGE = 'https://nordisktekst.effihub.com/customers/import';
const DINERO = 'https://app.dinero.dk/637871/contacts';
const EFFIHUB = 'https://nordisktekst.effihub.com/kunder';

/** When the panel's document was loaded. */
const loadedAt = (page: Page) =>
  inPanel(page)
    .locator('html')
    .evaluate(() => performance.timeOrigin);

for (const [site, address] of Object.entries({ Dinero: DINERO, Effihub: EFFIHUB })) {
  test(`on ${site} the launcher at the right edge opens the panel, and × closes it`, {
    tag: '@firefox',
  }, async ({ extension }) => {
    const page = await visit(extension, address);
    await expect(launcher(page)).toBeVisible();
    const { x, width, height } = await boxOf(launcher(page));
    expect(x + width).toBe(1280);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    expect(Math.max(width, height)).toBeLessThanOrEqual(48);
    await expect(panel(page)).toBeHidden();

    await launcher(page).click();
    await expect(heading(page, OVERVIEW)).toBeVisible();
    await expect(launcher(page)).toBeHidden();
    await expectInside(page);

    await closing(page).click();
    await expect(panel(page)).toBeHidden();
    await expect(launcher(page)).toBeVisible();
  });
}

test('a closed panel keeps its state when it is opened again', async ({ extension }) => {
  const page = await openCustomer(extension);
  await button(page, 'Alle kunder').click();
  await expect(heading(page, OVERVIEW)).toBeVisible();
  const first = await loadedAt(page);

  await closing(page).click();
  await expect(panel(page)).toBeHidden();
  await launcher(page).click();
  await expect(heading(page, OVERVIEW)).toBeVisible();
  expect(await loadedAt(page)).toBe(first);
});

test('Escape in the panel closes it and returns the focus to the launcher', async ({ extension }) => {
  const page = await visit(extension, customerPage(1));
  await launcher(page).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Bagergården ApS')).toBeVisible();
  await expectFocusInPanel(page);
  await page.keyboard.press('Tab');
  await expect(button(page, 'Indstillinger')).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeFocused();
});

test('Escape closes a dialog in the panel first', async ({ extension }) => {
  const page = await openCustomer(extension);
  await button(page, 'Match med eksisterende').click();
  const dialog = inPanel(page).getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(heading(page, 'Bagergården ApS')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
});

for (const part of [closing, grip, edge]) {
  test(`Escape on the frame's ${part.name} closes the panel, too`, async ({ extension }) => {
    const page = await visitPanel(extension, EFFIHUB);
    await part(page).focus();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
    await expect(launcher(page)).toBeFocused();
  });
}

test('Escape outside the panel is left to the site', async ({ extension }) => {
  const page = await visitPanel(extension, IMPORT_PAGE);
  await page.getByRole('textbox').focus();
  const pressed = await page.evaluateHandle(() => {
    const keys: string[] = [];
    window.addEventListener('keydown', ({ key, defaultPrevented }) =>
      keys.push(`${key} ${defaultPrevented}`),
    );
    return keys;
  });
  await page.keyboard.press('Escape');
  expect(await pressed.jsonValue()).toEqual(['Escape false']);
  await expect(panel(page)).toBeVisible();
});

test('keys pressed in the panel’s frame do not reach the site', async ({ extension }) => {
  const page = await visitPanel(extension, IMPORT_PAGE);
  const pressed = await page.evaluateHandle(() => {
    const keys: string[] = [];
    for (const type of ['keydown', 'keyup', 'keypress'])
      window.addEventListener(type, (event) => keys.push((event as KeyboardEvent).key), true);
    return keys;
  });
  await button(page, 'Indstillinger').focus();
  await page.keyboard.type('abc');
  await page.keyboard.press('Tab');
  expect(await pressed.jsonValue()).toEqual([]);
});

test('the keyboard command opens the panel from a field of the page, and Escape returns to the field', async ({
  extension,
}) => {
  const page = await visit(extension, IMPORT_PAGE);
  const field = page.getByRole('textbox');
  await expect(launcher(page)).toBeVisible();
  await field.fill('Bagergården ApS');
  await pressCommand(extension, page);
  await expect(inPanel(page).getByRole('heading').first()).toBeVisible();
  await expectFocusInPanel(page);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(field).toBeFocused();
  await page.keyboard.type('!');
  await expect(field).toHaveValue('Bagergården ApS!');
});

test('the keyboard command closes an open panel', async ({ extension }) => {
  const page = await visit(extension, IMPORT_PAGE);
  await expect(launcher(page)).toBeVisible();
  await page.getByRole('textbox').focus();
  await pressCommand(extension, page);
  await expectFocusInPanel(page);
  await pressCommand(extension, page);
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('textbox')).toBeFocused();
});

test('on any other page the keyboard command opens Kundebro in a tab', async ({ extension, app }) => {
  const page = await visit(extension, 'https://help.effihub.com/');
  const opened = extension.waitForEvent('page');
  await pressCommand(extension, page);
  await expect(app.heading(await opened, OVERVIEW)).toBeVisible();
});

test('the command and its keys are registered', async ({ extension }) => {
  const worker = extension.serviceWorkers()[0];
  const commands = await worker?.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { commands: { getAll(): Promise<unknown> } } };
    return chrome.commands.getAll();
  });
  expect(commands).toContainEqual(expect.objectContaining({ name: 'open-panel', shortcut: 'Alt+Shift+K' }));
});

test('the panel can be widened and moved with the mouse', async ({ extension }) => {
  const page = await visitPanel(extension, EFFIHUB);
  const before = await boxOf(panel(page));
  expect(before.width).toBe(520);

  await drag(page, edge(page), -120, 0);
  expect(await boxOf(panel(page))).toEqual({ ...before, x: before.x - 120, width: 640 });
  await expect(edge(page)).toHaveAttribute('aria-valuenow', '640');
  await drag(page, edge(page), -900, 0);
  expect((await boxOf(panel(page))).width).toBe(720);
  await drag(page, edge(page), 900, 0);
  expect((await boxOf(panel(page))).width).toBe(420);

  const narrow = await boxOf(panel(page));
  await drag(page, grip(page), -300, 120);
  expect(await boxOf(panel(page))).toMatchObject({ x: narrow.x - 300, y: narrow.y + 120, width: 420 });
  await expectInside(page);
});

test('the panel can be widened and moved with the arrow keys', async ({ extension }) => {
  const page = await visitPanel(extension, EFFIHUB);
  const before = await boxOf(panel(page));
  await edge(page).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight']) await page.keyboard.press(key);
  const wider = await boxOf(panel(page));
  expect(wider).toEqual({ ...before, x: before.x - 16, width: before.width + 16 });
  await expect(edge(page)).toHaveAttribute('aria-valuenow', String(wider.width));

  await grip(page).focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowUp'])
    await page.keyboard.press(key);
  expect(await boxOf(panel(page))).toMatchObject({ x: wider.x - 16, y: wider.y + 16, width: wider.width });
});

test('the panel cannot be dragged out of reach', async ({ extension }) => {
  const page = await visitPanel(extension, EFFIHUB);
  for (const [x, y] of [
    [-3000, -3000],
    [3000, 3000],
    [-3000, 3000],
    [3000, -3000],
  ] as const) {
    await drag(page, grip(page), x, y);
    await expectInside(page);
    await expect(closing(page)).toBeInViewport({ ratio: 1 });
  }
});

test('whether it is open, its width and position are remembered per site', { tag: '@slow' }, async ({
  extension,
}) => {
  const page = await visitPanel(extension, EFFIHUB);
  await drag(page, edge(page), -100, 0);
  await drag(page, grip(page), -200, 80);
  const left = await boxOf(panel(page));

  await page.reload();
  await expect(heading(page, OVERVIEW)).toBeVisible();
  expect(await boxOf(panel(page))).toEqual(left);
  // The user did not ask for it now: the page keeps the focus.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

  const dinero = await visit(extension, DINERO);
  await expect(launcher(dinero)).toBeVisible();
  await expect(panel(dinero)).toBeHidden();
  await openPanel(dinero);
  expect((await boxOf(panel(dinero))).width).toBe(520);

  await page.bringToFront();
  await closing(page).click();
  await expect(panel(page)).toBeHidden();
  await page.reload();
  await expect(launcher(page)).toBeVisible();
  await expect(panel(page)).toBeHidden();
  await openPanel(page);
  expect(await boxOf(panel(page))).toEqual(left);

  await dinero.reload();
  await expect(heading(dinero, OVERVIEW)).toBeVisible();
});

test('the panel stays inside a small window, and returns to its position in a large one', async ({
  extension,
}) => {
  const page = await visitPanel(extension, EFFIHUB);
  await drag(page, edge(page), -180, 0);
  await drag(page, grip(page), -400, 400);
  const large = await boxOf(panel(page));
  for (const size of [
    { width: 800, height: 600 },
    { width: 500, height: 400 },
    { width: 360, height: 300 },
  ]) {
    await page.setViewportSize(size);
    await expectInside(page);
    await expect(closing(page)).toBeInViewport({ ratio: 1 });
  }
  await page.reload();
  await expectInside(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => boxOf(panel(page))).toEqual(large);
});

test('neither launcher nor panel is printed', async ({ extension }) => {
  const page = await visit(extension, EFFIHUB);
  await expect(launcher(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(launcher(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await openPanel(page);
  await page.emulateMedia({ media: 'print' });
  await expect(panel(page)).toBeHidden();
  await expect(closing(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(panel(page)).toBeVisible();
});

/** The sum of all layout shifts so far, after two more frames. */
const shifts = (page: Page) =>
  page.evaluate(async () => {
    interface Shift extends PerformanceEntry {
      value: number;
    }
    for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
    const { entries, observer } = await new Promise<{ entries: Shift[]; observer: PerformanceObserver }>(
      (resolve) => {
        const found: Shift[] = [];
        const observer = new PerformanceObserver((list) => found.push(...(list.getEntries() as Shift[])));
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve({ entries: found, observer }));
      },
    );
    entries.push(...(observer.takeRecords() as Shift[]));
    observer.disconnect();
    return entries.reduce((sum, { value }) => sum + value, 0);
  });

/** The boxes of all elements of the page. */
const layout = (page: Page) =>
  page.evaluate(() => ({
    boxes: [...document.querySelectorAll('html, body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.tagName, x, y, width, height].join(' ');
    }),
    scrollable: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  }));

test('nothing on the page moves when launcher and panel appear and disappear', async ({
  extension,
  sandbox,
}) => {
  const contact = contactAt(sandbox.world, 1);
  const page = await visit(extension, contactPage(contact));
  await expect(launcher(page)).toBeVisible();
  const before = await layout(page);
  await openPanel(page);
  expect(await layout(page)).toEqual(before);
  await closing(page).click();
  await expect(panel(page)).toBeHidden();
  expect(await layout(page)).toEqual(before);
  expect(await shifts(page)).toBe(0);

  await launcher(page).click();
  await drag(page, edge(page), -100, 0);
  await drag(page, grip(page), -100, 300);
  expect(await layout(page)).toEqual(before);

  // The test does detect a page that moves.
  await page.evaluate(() => document.body.prepend(document.createElement('textarea')));
  await expect.poll(() => shifts(page)).toBeGreaterThan(0);
});

test('other hosts of the two systems have no launcher', async ({ extension }) => {
  const others: Page[] = [];
  for (const host of ['api.effihub.com', 'help.effihub.com', 'www.effihub.com', 'api.dinero.dk'])
    others.push(await visit(extension, `https://${host}/`));
  // A page opened later has its launcher by now.
  await expect(launcher(await visit(extension, 'https://app.effihub.com/kunder'))).toBeVisible();
  for (const other of others) {
    await expect(launcher(other), other.url()).toHaveCount(0);
    await expect(other.locator('[data-kundebro]'), other.url()).toHaveCount(0);
  }
});

test.describe('in English', () => {
  test.use({ language: 'en-GB' });

  test('the launcher has an English name', { tag: '@slow' }, async ({ extension }) => {
    const page = await visit(extension, EFFIHUB);
    await page.getByRole('button', { name: 'Dinero synchronisation', exact: true }).click();
    for (const name of ['Move the panel', 'Close the panel'])
      await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
    await expect(page.getByRole('separator', { name: 'Width of the panel', exact: true })).toBeVisible();
  });
});

test('the content scripts are small', async () => {
  for (const site of ['dinero', 'effihub']) {
    const { size } = await stat(join(BUILD, 'content-scripts', `${site}.js`));
    expect(size, site).toBeLessThan(14_000);
  }
});

import type { BrowserContext } from '@playwright/test';
import { expect, type Page, test } from '../browser/fixtures.ts';
import { contactsOf, inWorld, linksOf } from '../helpers/worlds.ts';
import {
  button,
  customerPage,
  heading,
  inPanel,
  launcher,
  openPanel,
  READY,
  ready,
  text,
} from '../pages/panel.ts';
import { boxOf, closing, edge, expectInside, panel } from '../pages/panel-frame.ts';
import type { Sandbox, World } from '../sandbox/index.ts';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

const CREATED = 'Bagergården ApS er oprettet i Dinero og linket';

/** A customer's page with this style sheet from the start. */
async function visitStyled(extension: BrowserContext, css: string): Promise<Page> {
  const page = await extension.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.addInitScript((rules) => {
    if (window.top !== window) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
  await page.goto(customerPage(1));
  return page;
}

/** Opens the panel, checks that it is intact and of the right size, and creates the customer with one click. */
async function expectUsable(page: Page, { world }: Sandbox): Promise<void> {
  const shown = await boxOf(launcher(page));
  expect(Math.round(shown.width)).toBe(36);
  expect(Math.round(shown.height)).toBe(44);
  expect(Math.round(shown.x + shown.width)).toBe(1280);
  await openPanel(page);
  const { width, height } = await boxOf(panel(page));
  expect(Math.round(width)).toBe(520);
  expect(Math.round(height)).toBe(768);
  await expectInside(page);
  const frame = await boxOf(page.locator('[data-kundebro] iframe'));
  expect(frame.width).toBeGreaterThan(500);
  expect(frame.height).toBeGreaterThan(700);

  await button(page, 'Opret i Dinero').click();
  await expect(text(page, CREATED)).toBeVisible();
  expect(linksOf(world)).toEqual({ 'Bagergården ApS': 'Bagergården ApS' });
  await unlink(page, world);
  // Last: the frame learns of its new width later than the page, and then accepts no clicks for a while.
  for (const [key, after] of [
    ['ArrowLeft', 536],
    ['ArrowRight', 520],
  ] as const) {
    await edge(page).press(key);
    await expect.poll(async () => Math.round((await boxOf(panel(page))).width)).toBe(after);
  }
  await closing(page).click();
  await expect(panel(page)).toBeHidden();
  await expect(launcher(page)).toBeVisible();
}

/** Starts the next page without a link again. */
async function unlink(page: Page, world: World): Promise<void> {
  await ready(page);
  await button(page, 'Fjern link').click();
  await expect(text(page, 'Linket er fjernet')).toBeVisible();
  expect(linksOf(world)).toEqual({ 'Bagergården ApS': null });
}

const styles: Record<string, string> = {
  'fades, turns and slows down everything':
    '* { opacity: .3 !important; transform: rotate(3deg) !important; transition: all 9s !important }',
  'hides every button': 'button { display: none !important; visibility: hidden !important }',
  'shrinks and hides every iframe':
    'iframe { max-width: 10px !important; max-height: 10px !important; visibility: hidden !important }',
  'paints every backdrop red': '::backdrop { background: red !important; pointer-events: auto !important }',
  'hides every popover and every element that it does not know':
    '[popover], :not(:defined), [data-kundebro] { display: none !important; opacity: 0 !important; inset: auto !important }',
  'blurs, clips, masks and blends everything':
    '* { filter: blur(9px) !important; clip-path: inset(45%) !important; mask-image: linear-gradient(transparent, transparent) !important; mix-blend-mode: difference !important }',
  'takes all pointers from everything':
    '* { pointer-events: none !important; user-select: none !important; cursor: none !important }',
  'contains everything and makes it small':
    'html, body, body > *, [data-kundebro] { contain: strict !important; overflow: hidden !important; width: 50px !important; height: 50px !important; position: relative !important }',
  'moves everything with an animation':
    '@keyframes away { to { translate: 300px 300px; opacity: 0 } } * { animation: away 1s infinite alternate !important }',
  'resets everything': '* { all: unset !important }',
  'writes in huge letters from right to left':
    'html { font: 60px/3 serif !important; direction: rtl !important; letter-spacing: 9px !important; text-transform: uppercase !important; writing-mode: vertical-rl !important }',
  'is dark':
    ':root { color-scheme: dark; background: #101010; color: #eee } body, main, header { background: #101010 !important }',
  'inverts itself to be dark': 'html { filter: invert(1) hue-rotate(180deg); background: #fff }',
  'is zoomed in': 'html { zoom: 1.5 }',
  'is zoomed a little': 'html { zoom: 1.1 }',
  'is zoomed out': 'html { zoom: .67 }',
  'zooms everything': '* { zoom: 1.2 !important }',
};

/** The pages are split among this many tests, to stay below the time limit on a busy machine. */
const ROUNDS = 9;

for (let round = 0; round < ROUNDS; round += 1) {
  const pages = Object.entries(styles).filter((_, place) => place % ROUNDS === round);
  const names = pages.map(([what]) => what).join('; ');
  test(`launcher and panel are unchanged on a page that ${names}`, async ({ extension, sandbox }) => {
    for (const [what, css] of pages) {
      await test.step(what, async () => {
        const page = await visitStyled(extension, css);
        await expectUsable(page, sandbox);
        await page.close();
      });
    }
  });
}

test('zooming the page leaves an open panel unchanged', async ({ extension }) => {
  const page = await visitStyled(extension, '');
  await openPanel(page);
  await page.evaluate(() => document.documentElement.style.setProperty('zoom', '1.5'));
  await expect.poll(async () => Math.round((await boxOf(panel(page))).width)).toBe(520);
  await expectInside(page);
});

test('the panel works where the page may not have frames', async ({ extension, sandbox }) => {
  const page = await extension.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  const response = await page.goto(customerPage(1));
  expect(response?.headers()['content-security-policy']).toContain("frame-src 'none'");
  await expectUsable(page, sandbox);
});

const replacements: Record<string, () => void> = {
  'its body': () => {
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>Bagergården ApS</h1></main>';
    document.body.replaceWith(body);
  },
  'all in its document': () => {
    const body = document.createElement('body');
    body.innerHTML = '<main><h1>Bagergården ApS</h1></main>';
    document.documentElement.replaceChildren(document.createElement('head'), body);
  },
  'the document’s element': () => {
    const html = document.createElement('html');
    html.innerHTML = '<head></head><body><main><h1>Bagergården ApS</h1></main></body>';
    document.documentElement.replaceWith(html);
  },
  'the text of its document': () => {
    document.documentElement.innerHTML = '<head></head><body><main><h1>Bagergården ApS</h1></main></body>';
  },
};

for (const [what, replace] of Object.entries(replacements)) {
  test(`the launcher is there again when the page replaces ${what}`, async ({ extension, sandbox }) => {
    const page = await visitStyled(extension, '');
    await expect(launcher(page)).toBeVisible();
    // Twice: the restored one is watched, too.
    for (const _ of [1, 2]) {
      await page.evaluate(replace);
      await expect(launcher(page)).toBeVisible();
    }
    await expectUsable(page, sandbox);
  });

  test(`the open panel is there again when the page replaces ${what}`, async ({ extension, sandbox }) => {
    const page = await visitStyled(extension, '');
    await openPanel(page);
    for (const _ of [1, 2]) {
      await page.evaluate(replace);
      await expect(heading(page, 'Bagergården ApS')).toBeVisible();
    }
    // The panel may learn late of the last replacement: the wait starts when the pointer returns.
    await page.mouse.move(20, 500);
    await expect(inPanel(page).locator(READY)).toHaveCount(0);
    await ready(page);
    await button(page, 'Opret i Dinero').click();
    await expect(text(page, CREATED)).toBeVisible();
    expect(contactsOf(sandbox.world)).toHaveLength(2);
  });
}

test('a page that removes the launcher again and again does not hang', async ({ extension }) => {
  const page = await visitStyled(extension, '');
  await expect(launcher(page)).toBeVisible();
  const thrown = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let count = 0;
        const began = performance.now();
        const observer = new MutationObserver(() => {
          for (const host of document.querySelectorAll('[data-kundebro]')) {
            host.remove();
            count += 1;
          }
          if (count < 5) return;
          observer.disconnect();
          resolve(performance.now() - began);
        });
        observer.observe(document.documentElement, { childList: true });
        document.querySelector('[data-kundebro]')?.remove();
      }),
  );
  // Each time after a delay.
  expect(thrown).toBeGreaterThan(4 * 40);
  await expect(launcher(page)).toBeVisible();
});

test('launcher and panel stay usable beside a popover of the page', async ({ extension }) => {
  const page = await visitStyled(extension, '');
  await openPanel(page);
  await closing(page).click();
  await page.evaluate(() => {
    const dialog = document.createElement('div');
    dialog.popover = 'auto';
    dialog.textContent = 'Menu';
    document.body.append(dialog);
    dialog.showPopover();
  });
  await expect(page.getByText('Menu', { exact: true })).toBeVisible();
  await launcher(page).click();
  await expect(heading(page, 'Bagergården ApS')).toBeVisible();
  await expectInside(page);
});

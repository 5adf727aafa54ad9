/** Ordinary pages with unusual features: the panel follows, is readable, and accepts clicks. */
import type { BrowserContext, Route } from '@playwright/test';
import { contactsOf, inWorld, linksOf } from '../../helpers/worlds.ts';
import { button, customerPage, heading, inPanel, openPanel, text, visit } from '../../pages/panel.ts';
import { isAbout, openCustomer, press } from '../../pages/panel-card.ts';
import { expect, type Page, test } from '../fixtures.ts';

const [FIRST, SECOND] = ['Bagergården ApS', 'Stjerne Byg A/S'];
const CREATE = 'Opret i Dinero';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: FIRST }, { name: SECOND }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

/** The customers' pages with additional content in their head. */
const serve = (extension: BrowserContext, head: string, headers: Record<string, string> = {}) =>
  extension.route('https://nordisktekst.effihub.com/kunder/*', (route: Route) => {
    const name = route.request().url().endsWith('/2') ? SECOND : FIRST;
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><title>${name}</title>${head}<main><h1>${name}</h1></main>`,
    });
  });

async function creates(page: Page, name: string): Promise<void> {
  await press(page, CREATE);
  await expect(text(page, `Synkroniseret med ${name}`)).toBeVisible();
}

test('a page with view transitions within the document', async ({ extension, sandbox }) => {
  const page = await openCustomer(extension);
  await isAbout(page, FIRST);
  const faded = page.evaluate(async (name) => {
    const { finished } = document.startViewTransition(() => {
      history.pushState(null, '', '/kunder/2');
      document.querySelector('h1')!.textContent = name;
    });
    await finished;
  }, SECOND);
  await isAbout(page, SECOND);
  await faded;
  // The panel may learn late of being covered, and waits as after any other interruption.
  await page.mouse.move(100, 300);
  await expect(inPanel(page).locator('html')).toHaveAttribute('data-ready', 'no');
  await creates(page, SECOND);
  expect(linksOf(sandbox.world)).toEqual({ [FIRST]: null, [SECOND]: SECOND });
});

test('a page with view transitions between documents', async ({ extension }) => {
  await serve(
    extension,
    '<style>@view-transition{navigation:auto} ::view-transition-group(root){animation-duration:.8s}</style>',
  );
  const page = await visit(extension, customerPage(1));
  await openPanel(page);
  for (const [id, name] of [
    [2, SECOND],
    [1, FIRST],
    [2, SECOND],
  ] as const) {
    await page.evaluate((to) => location.assign(to), customerPage(id));
    await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('/panel.html'))).toBe(true);
    await page.waitForURL(customerPage(id));
    const panel = () => page.frames().find((frame) => frame.url().endsWith('/panel.html'));
    await expect.poll(() => panel()?.locator('h1').textContent()).toBe(name);
  }
});

test('a page that shows a popover beside the panel', async ({ extension, sandbox }) => {
  const page = await openCustomer(extension);
  await page.evaluate(() => {
    const toast = document.createElement('div');
    toast.popover = 'manual';
    toast.textContent = 'Gemt';
    toast.style.cssText = 'inset:auto auto 20px 20px';
    document.body.append(toast);
    toast.showPopover();
  });
  await expect(page.getByText('Gemt', { exact: true })).toBeVisible();
  await creates(page, FIRST);
  expect(contactsOf(sandbox.world)).toHaveLength(2);
});

test('a page that dispatches pointer events', async ({ extension }) => {
  const page = await openCustomer(extension);
  await page.evaluate(() => {
    setInterval(() => {
      const move = { bubbles: true, screenX: Math.random() * 100, clientX: 10, clientY: 10 };
      document.body.dispatchEvent(new PointerEvent('pointermove', move));
    }, 20);
  });
  await creates(page, FIRST);
});

test('a page with cross-origin isolation headers', async ({ extension }) => {
  await serve(extension, '', {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  });
  const page = await visit(extension, customerPage(1));
  await openPanel(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await creates(page, FIRST);
});

test('a page with reports on its frames gets none on ours', async ({ extension }) => {
  await serve(
    extension,
    `<script>
      window.told = [];
      new ReportingObserver((reports) => told.push(...reports.map((each) => JSON.stringify(each.toJSON()))), {
        buffered: true,
      }).observe();
    </script>`,
    {
      'cross-origin-embedder-policy-report-only': 'require-corp; report-to="x"',
      'content-security-policy-report-only': "frame-src 'none'; report-to x",
      // Browsers send reports late, during another test: keep them from its sandbox.
      'reporting-endpoints': 'x="https://told.example/"',
    },
  );
  const page = await visit(extension, customerPage(1));
  await openPanel(page);
  await expect(heading(page, FIRST)).toBeVisible();
  // It does get reports on its own frame.
  await page.evaluate(() => {
    const iframe = document.createElement('iframe');
    iframe.src = 'https://app.dinero.dk/637871/contacts';
    document.body.append(iframe);
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told.join('\n'));
  await expect.poll(told).toContain('app.dinero.dk');
  expect(await told()).not.toMatch(/extension|panel\.html/);
});

test('a page that registers custom properties does not change the bar', async ({ extension }) => {
  const page = await openCustomer(extension);
  const colour = () =>
    page
      .getByRole('button', { name: 'Luk panelet', exact: true })
      .evaluate((element) => getComputedStyle(element.closest('figure')!).backgroundColor);
  const before = await colour();
  await page.evaluate(() => {
    for (const name of ['--surface', '--line', '--kundebro-zoom'])
      CSS.registerProperty({ name, syntax: '<length>', inherits: true, initialValue: '0px' });
  });
  expect(await colour()).toBe(before);
  expect(before).toMatch(/^rgb\(/);
  await expect(button(page, CREATE)).toBeVisible();
});

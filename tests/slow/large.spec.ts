import { expect, type Page, test } from '../browser/fixtures.ts';
import { openBrowser } from '../helpers/browser.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import { at, button, GROUPS, next, resume, shows } from '../pages/steps.ts';

test.use({ worldOptions: { size: 'large', limits: true } });

/** All rows in the page, visible or not. */
const rowsInPage = (page: Page) => page.locator('li, [role=listitem], [role=row], [role=option]').count();
const MOST_ROWS = 200;

const figures: string[] = [];
/** Figures are printed, not asserted, since they depend on the machine. */
const note = (what: string, ms: number) => figures.push(`${what}: ${Math.round(ms)} ms`);
test.afterAll(() => console.log(figures.join('\n')));

async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const begin = performance.now();
  await act();
  note(what, performance.now() - begin);
}

/** Scrolls to the end until the height no longer grows. */
async function scrollToEnd(page: Page): Promise<void> {
  const isAtEnd = () =>
    page.getByRole('main').evaluate((area) => {
      area.scrollTop = area.scrollHeight;
      return area.scrollTop > 0 && area.scrollHeight - area.scrollTop - area.clientHeight < 2;
    });
  await expect.poll(isAtEnd).toBe(true);
}

const LONG = { timeout: 60_000 };

/** Step 1 of a new flow, with both lists read and matched. */
async function begin(app: Kundebro): Promise<Page> {
  const page = await app.begin();
  await expect(button(page, GROUPS.matched)).toBeVisible(LONG);
  return page;
}

test('5,000 customers and 5,000 contacts are read with few calls, and again with three calls', async ({
  app,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const calls = () => ({
    dinero: sandbox.count({ system: 'dinero' }),
    effihub: sandbox.count({ system: 'effihub' }),
  });
  const openOverview = async () => {
    const looks = () => sandbox.count({ system: 'effihub', path: /account$|defaults$/ });
    const before = looks();
    const page = await app.open('sync');
    // Opening reads the account and its defaults; counting starts with the click.
    await expect.poll(looks).toBe(before + 2);
    return page;
  };

  const page = await openOverview();
  const first = calls();
  await button(page, 'Start synkronisering').click();
  await timed('both lists read', () =>
    expect(page.getByText('Finder kunder, der passer sammen …')).toBeVisible(LONG),
  );
  await timed('matched and shown', () => expect(button(page, GROUPS.matched)).toBeVisible(LONG));
  const read = calls();
  expect(read.dinero - first.dinero).toBeLessThanOrEqual(8);
  expect(read.effihub - first.effihub).toBeLessThanOrEqual(11);
  await page.close();

  const again = await openOverview();
  const before = calls();
  await button(again, 'Fortsæt synkronisering').click();
  await at(again, 1);
  await timed('second reading, matching and showing', () =>
    expect(button(again, GROUPS.matched)).toBeVisible(LONG),
  );
  const after = calls();
  expect([after.dinero - before.dinero, after.effihub - before.effihub]).toEqual([2, 1]);
});

test('groups of thousands of rows open, scroll and respond, with few rows in the page', async ({ app }) => {
  test.setTimeout(180_000);
  const page = await begin(app);
  for (const [heading, group] of [
    [/^Kunder med et match/, GROUPS.matched],
    [/^Kunder uden match/, GROUPS.unmatched],
  ] as const) {
    const region = page.getByRole('region', { name: heading });
    const size = ((await region.getByRole('heading').textContent()) ?? '').replace(/\D/g, '');
    expect(Number(size)).toBeGreaterThan(1000);
    await timed(`${size} rows opened`, async () => {
      await button(page, group).click();
      await expect(region.getByRole('listitem').first()).toBeVisible();
    });
    expect(await rowsInPage(page)).toBeLessThan(MOST_ROWS);
    await scrollToEnd(page);
    await expect(region.getByRole('listitem').last()).toHaveAttribute('aria-posinset', size);
    await expect(region.getByRole('listitem').last()).toBeInViewport();
    expect(await rowsInPage(page)).toBeLessThan(MOST_ROWS);
    await page.getByRole('main').evaluate((area) => {
      area.scrollTop = 0;
    });
    await button(page, group).click();
  }

  await button(page, GROUPS.unmatched).click();
  const region = page.getByRole('region', { name: /^Kunder uden match/ });
  const creatable = region.getByRole('combobox').filter({ hasText: 'Opret i Dinero' }).first();
  await timed('a choice answered', async () => {
    await creatable.selectOption('Opret i Dinero');
    await shows(creatable, 'Opret i Dinero');
    await expect(page.getByText(/1 oprettes i Dinero/)).toBeVisible();
  });
  await next(page, 2);
  await next(page, 3);
  await expect(page.getByRole('radiogroup').first()).toBeVisible();
  expect(await rowsInPage(page)).toBeLessThan(MOST_ROWS);
  await button(page, 'Importér alle').click();
  await expect(page.getByText(/\d+ importeres/)).toBeVisible();
  await scrollToEnd(page);
  expect(await rowsInPage(page)).toBeLessThan(MOST_ROWS);
});

test.describe(() => {
  test.use({ ownBrowser: true });

  test('the popup shows the overview while no server answers', async ({
    app,
    sandbox,
    browserWithExtension,
  }) => {
    test.setTimeout(180_000);
    const first = await begin(app);
    await first.close();
    const { profile, context } = browserWithExtension;
    await context.close();

    const held = (['dinero', 'effihub'] as const).map((system) =>
      sandbox.faults.add({ system, kind: 'hold', times: 1000 }),
    );
    const again = await openBrowser({ sandbox, profile });
    try {
      const popup = await again.context.newPage();
      await timed('the popup’s first content, no network', async () => {
        await popup.goto(`${again.origin}/popup.html`);
        await expect(button(popup, 'Fortsæt synkronisering')).toBeVisible();
      });
      await expect(popup.getByText('Nordisk Tekst ApS', { exact: true })).toBeVisible();
      await expect(popup.getByText('5.000 kontakter', { exact: true })).toBeVisible();
      const asked = () => sandbox.requests.filter(({ fault }) => fault === 'hold').length;
      await expect.poll(asked).toBeGreaterThan(0);
      for (const fault of held) fault.release();
      await resume(popup, 1);
      await expect(button(popup, GROUPS.matched)).toBeVisible(LONG);
    } finally {
      await again.context.close();
    }
  });
});

/** A click counts only for what the user saw: the page changes something at the last moment. */
import { contactsOf, inWorld, linksOf } from '../../helpers/worlds.ts';
import { button, counts, heading, inPanel, text } from '../../pages/panel.ts';
import { isAbout, openContact, openCustomer, press } from '../../pages/panel-card.ts';
import { boxOf, closing, panel, partsOf } from '../../pages/panel-frame.ts';
import { STEPS } from '../../pages/steps.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const [FIRST, SECOND] = ['Bagergården ApS', 'Stjerne Byg A/S'];
const CREATE = 'Opret i Dinero';
const EARLY = 'Trykket blev ikke brugt: Panelet skal først ses i et halvt sekund. Se efter, og tryk igen.';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: FIRST }, { name: SECOND }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

/** The first customer's page, with the pointer on the create button, which is ready for clicks. */
async function ready(extension: Parameters<typeof openCustomer>[0]): Promise<Page> {
  const page = await openCustomer(extension);
  await isAbout(page, FIRST);
  await button(page, CREATE).hover();
  await counts(page);
  return page;
}

/** Stops time in the panel, however slow the machine is. @returns resumes it */
async function stopTime(page: Page): Promise<() => Promise<void>> {
  const html = inPanel(page).locator('html');
  await html.evaluate(() => {
    const now = performance.now();
    performance.now = () => now;
  });
  return () => html.evaluate(() => void Reflect.deleteProperty(performance, 'now'));
}

/** Navigates to the other customer, as the site's own links do. */
const turn = (page: Page) =>
  page.evaluate((name) => {
    history.pushState(null, '', '/kunder/2');
    document.querySelector('h1')!.textContent = name;
  }, SECOND);

const nothingWritten = ({ world, requests }: Sandbox) => {
  expect(contactsOf(world)).toHaveLength(1);
  expect(requests.filter(({ host, method }) => host.startsWith('api.') && method !== 'GET')).toEqual([]);
};

/** It is shown in a quiet line, not as an error. */
async function isEarly(page: Page): Promise<void> {
  await expect(inPanel(page).getByRole('status').filter({ hasText: EARLY })).toBeVisible();
  await expect(inPanel(page).getByRole('alert')).toHaveCount(0);
}

test('a click on a new card does nothing, and counts once it was visible for long enough', async ({
  extension,
  sandbox,
}) => {
  const page = await ready(extension);
  const goOn = await stopTime(page);
  await turn(page);
  await expect(heading(page, SECOND)).toBeVisible();
  await expect(button(page, CREATE)).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  await isEarly(page);
  nothingWritten(sandbox);

  await goOn();
  await press(page, CREATE);
  await expect(text(page, `Synkroniseret med ${SECOND}`)).toBeVisible();
  expect(linksOf(sandbox.world)).toEqual({ [FIRST]: null, [SECOND]: SECOND });
});

test('the quiet line covers no buttons at the foot, and disappears by itself', async ({ extension }) => {
  const page = await ready(extension);
  await press(page, 'Alle kunder');
  await button(page, 'Start synkronisering').hover();
  await counts(page);
  await stopTime(page);
  await button(page, 'Start synkronisering').click();
  await expect(heading(page, STEPS[1])).toBeVisible();
  // The view has not been visible for long enough yet.
  const next = inPanel(page).locator('.foot').getByRole('button').last();
  await next.hover();
  await page.mouse.down();
  await page.mouse.up();
  await isEarly(page);
  const [line, foot] = await Promise.all([
    boxOf(inPanel(page).getByText(EARLY, { exact: true })),
    boxOf(inPanel(page).locator('.foot')),
  ]);
  expect(line.y + line.height).toBeLessThanOrEqual(foot.y + 1);
  await expect(inPanel(page).getByText(EARLY, { exact: true })).toHaveCount(0);
});

test('a key on a new card does nothing', async ({ extension, sandbox }) => {
  const page = await ready(extension);
  await button(page, CREATE).focus();
  await expect(inPanel(page).locator('html')).toHaveAttribute('data-ready-for-keys', 'yes');
  await stopTime(page);
  await turn(page);
  await expect(heading(page, SECOND)).toBeVisible();
  await button(page, CREATE).focus();
  await page.keyboard.press('Enter');
  await isEarly(page);
  nothingWritten(sandbox);
});

test('a click right after the page has changed its customer creates nobody', async ({
  extension,
  sandbox,
}) => {
  const page = await ready(extension);
  await turn(page);
  await page.mouse.down();
  await page.mouse.up();
  await expect(heading(page, SECOND)).toBeVisible();
  await counts(page);
  nothingWritten(sandbox);
});

test('a contact is not imported when the page changes its heading between mousedown and mouseup', async ({
  extension,
  sandbox,
}) => {
  const page = await openContact(extension, sandbox);
  await isAbout(page, 'Grøn Have ApS');
  await button(page, 'Importér til Effihub').hover();
  await counts(page);
  await page.mouse.down();
  await page.evaluate(() => {
    document.title = 'En helt anden ApS';
    document.querySelector('h1')!.textContent = 'En helt anden ApS';
  });
  await page.mouse.up();
  await expect(button(page, 'Importér til Effihub')).toHaveCount(0);
  nothingWritten(sandbox);
});

test('a pointer that returns after a while has to wait', async ({ extension, sandbox }) => {
  const page = await ready(extension);
  const { x, y, width, height } = await boxOf(button(page, CREATE));
  await stopTime(page);
  await page.mouse.move(100, 300);
  await expect(inPanel(page).locator('html')).toHaveAttribute('data-ready', 'no');
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.up();
  await isEarly(page);
  nothingWritten(sandbox);
});

test('a click in a panel that has just been resized does nothing', async ({ extension, sandbox }) => {
  const page = await ready(extension);
  await stopTime(page);
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(inPanel(page).locator('html')).toHaveAttribute('data-ready', 'no');
  await page.mouse.down();
  await page.mouse.up();
  await isEarly(page);
  nothingWritten(sandbox);
});

test('a double click acts once', async ({ extension, sandbox }) => {
  const page = await ready(extension);
  await button(page, CREATE).dblclick();
  await expect(text(page, `Synkroniseret med ${FIRST}`)).toBeVisible();
  // The second click does not press what has replaced the button.
  await expect(button(page, 'Fjern link')).toBeVisible();
  expect(linksOf(sandbox.world)).toEqual({ [FIRST]: FIRST, [SECOND]: null });
  expect(contactsOf(sandbox.world)).toHaveLength(2);
});

test('an element put over the panel at the moment of the click is detected', async ({
  extension,
  sandbox,
}) => {
  const page = await ready(extension);
  await page.evaluate(
    ({ panel }) => {
      panel.style.maskImage = 'linear-gradient(transparent, transparent)';
    },
    await partsOf(page),
  );
  await page.mouse.down();
  await page.mouse.up();
  await expect(panel(page)).toBeHidden();
  nothingWritten(sandbox);
});

test('a page that shows the panel only at moments of its choice is detected', async ({
  extension,
  sandbox,
}) => {
  const page = await ready(extension);
  const parts = await partsOf(page);
  await page.evaluate(({ panel }) => {
    const show = () => {
      panel.style.maskImage = '';
    };
    const hide = () => {
      panel.style.maskImage = 'linear-gradient(transparent, transparent)';
      setTimeout(show, 230);
    };
    hide();
    setInterval(hide, 250);
  }, parts);
  await expect(panel(page)).toBeHidden();
  await expect(closing(page)).toBeHidden();
  nothingWritten(sandbox);
});

import { openBrowser } from '../../helpers/browser.ts';
import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import {
  chooseEverything,
  chooseInStep1,
  chooseInStep2,
  chooseInStep3,
  expectOutcome,
  expectStep1,
  expectStep2,
  expectStep3,
} from '../../pages/choices.ts';
import { Kundebro } from '../../pages/kundebro.ts';
import { next, resume, save } from '../../pages/steps.ts';
import { test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

for (const [first, other] of [
  ['popup', 'sync'],
  ['sync', 'popup'],
] as const) {
  test(`every choice made in ${first}.html is there in ${other}.html, though the page is closed at once`, async ({
    app,
    sandbox,
  }) => {
    let page = await app.begin(first);
    await chooseInStep1(app, page);
    await page.close();

    page = await app.open(other);
    await resume(page, 1);
    await expectStep1(app, page);
    await next(page, 2);
    await chooseInStep2(page);
    await page.close();

    page = await app.open(first);
    await resume(page, 2);
    await expectStep2(page);
    await next(page, 3);
    await chooseInStep3(page);
    await page.close();

    page = await app.open(other);
    await resume(page, 3);
    await expectStep3(page);
    await save(page);
    expectOutcome(sandbox.world);
  });
}

test('a step changed just before the page is closed is the step one comes back to', async ({ app }) => {
  const page = await app.begin('popup');
  await app.next(page);
  await page.close();
  const tab = await app.open('sync');
  await resume(tab, 3);
});

test.describe(() => {
  test.use({ ownBrowser: true });

  test('a browser that is closed in step 3 and started again goes on in step 3', { tag: '@slow' }, async ({
    app,
    browserWithExtension,
    sandbox,
  }) => {
    const page = await app.begin('popup');
    await chooseEverything(app, page);
    await browserWithExtension.context.close();

    const { profile } = browserWithExtension;
    const again = await openBrowser({ sandbox, profile });
    try {
      const later = await new Kundebro(again.context, again.origin).open('sync');
      await resume(later, 3);
      await expectStep3(later);
      await save(later);
      expectOutcome(sandbox.world);
    } finally {
      await again.context.close();
    }
  });
});

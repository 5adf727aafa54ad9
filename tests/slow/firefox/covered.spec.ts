import { expect, type Page, test } from '../../browser/fixtures.ts';
import { customerPage, openPanel, visit } from '../../pages/panel.ts';
import { panel } from '../../pages/panel-frame.ts';

/** Something of the page's over everything, which clicks go through. */
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

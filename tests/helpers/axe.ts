/** What axe finds wrong, by rule and place. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Frame, type Page } from '@playwright/test';

export type Look = Awaited<ReturnType<AxeBuilder['analyze']>>;

/**
 * Axe for one frame, as if it were a page. Found from the page around it, a frame has a second to take axe's
 * script, and is left out unsaid where the machine is too busy for that.
 */
export function axeIn(frame: Frame): AxeBuilder {
  const alone = {
    mainFrame: () => frame,
    frames: () => [frame],
    evaluate: frame.evaluate.bind(frame),
    context: () => frame.page().context(),
  };
  return new AxeBuilder({ page: alone as unknown as Page }).setLegacyMode();
}

export function expectNothingFound(looks: Look[], view?: string): void {
  const found = looks
    .flatMap(({ violations }) => violations)
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html.slice(0, 160)) }));
  expect(found, view).toEqual([]);
}

/** Expects no axe violations on the current page. */
export async function expectAccessible(page: Page, view?: string): Promise<void> {
  expectNothingFound([await new AxeBuilder({ page }).setLegacyMode().analyze()], view);
}

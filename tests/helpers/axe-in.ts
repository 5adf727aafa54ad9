import { AxeBuilder } from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';

/**
 * Axe for one frame, as if it were a page. Found from the page around it, a frame has a second to take axe's script, and is
 * left out unsaid where the machine is too busy for that.
 */
export function axeIn(frame: Frame): AxeBuilder {
  const alone = {
    mainFrame: () => frame,
    evaluate: frame.evaluate.bind(frame),
    context: () => frame.page().context(),
  };
  return new AxeBuilder({ page: alone as unknown as Page });
}

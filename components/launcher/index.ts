/** What both content scripts do: show the launcher, and tell the background of the page when it asks. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { Site } from '../../lib/features/panel/index.ts';
import type { PageCommand, PageNews } from '../../lib/messaging/content.ts';
import type { Box } from './box.ts';
import { createFrame } from './frame.ts';
import { watchPage } from './watch-page.ts';
import { da, en } from './words.ts';

/** Milliseconds from one word about the page to the next. */
const PAUSE = 100;
/** Milliseconds from one look at the panel to the next: one that the page does not know. */
const nextLook = () => 50 + Math.random() * 250;

/** Starts with what the user has chosen and where the panel was left on this site. */
export async function startLauncher(ctx: ContentScriptContext, site: Site): Promise<void> {
  const key = `panel-${site}`;
  const stored = await browser.storage.local.get<Record<string, unknown>>([key, 'language', 'theme']);
  if (ctx.isInvalid) return;
  const chosen = stored.language as string | undefined;
  const isEnglish = /^en/i.test(chosen === 'da' || chosen === 'en' ? chosen : navigator.language);
  const saved = stored[key] as Partial<Box & { open: boolean }> | undefined;

  let waiting = 0;
  let hasMoved = false;
  let isMissed = false;
  const tell = (moved: boolean) => {
    hasMoved ||= moved;
    isMissed = true;
    // A page may go on as often as it likes: told at once, and then again after a while.
    if (waiting || ctx.isInvalid) return;
    // Nobody may be listening: the worker then asks by itself as soon as a panel does.
    void browser.runtime
      .sendMessage<PageNews>({ kundebro: 'page-changed', moved: hasMoved })
      .catch(() => undefined);
    hasMoved = false;
    isMissed = false;
    waiting = ctx.setTimeout(() => {
      waiting = 0;
      if (isMissed) tell(hasMoved);
    }, PAUSE);
  };
  let looking = 0;
  // Looks also whether the extension has been updated: its old panel is of no use any more.
  const look = () => {
    looking = ctx.setTimeout(look, nextLook());
    frame.check();
  };
  const page = watchPage(ctx, tell);
  const frame = createFrame(ctx, {
    words: isEnglish ? en : da,
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : undefined,
    saved,
    onSave: (box) => void browser.storage.local.set({ [key]: box }).catch(() => undefined),
    onOpen(open) {
      page.follow(open);
      clearTimeout(looking);
      if (!open) return;
      looking = ctx.setTimeout(look, nextLook());
      tell(true);
    },
  });

  const onMessage = (
    message: PageCommand,
    _sender: unknown,
    answer: (report: unknown) => void,
  ): undefined => {
    if (ctx.isInvalid) return;
    if (message.kundebro !== 'report') frame[message.kundebro]();
    else if (!message.ticket) answer(page.report());
    else if (message.ticket === frame.ticket) answer({ ...page.report(), soundFor: frame.soundFor() });
  };
  browser.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => browser.runtime?.onMessage?.removeListener(onMessage));
  if (saved?.open) frame.open(false);
}

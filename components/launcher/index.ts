/** Both content scripts: show the launcher, and report the page to the background when asked. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { PageCommand, PageNews } from '../../lib/messaging/content.ts';
import type { Box } from './box.ts';
import { createFrame } from './frame.ts';
import { watchPage } from './watch-page.ts';
import { da, en } from './words.ts';

/** Milliseconds between two messages about the page. */
const PAUSE = 100;
/** Milliseconds until the next check of the panel; random, so that the page cannot predict it. */
const nextCheck = () => 50 + Math.random() * 250;

/** Starts with the user's preferences, and with the panel as it was left on this site. */
export async function startLauncher(ctx: ContentScriptContext, site: 'dinero' | 'effihub'): Promise<void> {
  const key = `panel-${site}`;
  const stored = await browser.storage.local.get<Record<string, unknown>>([key, 'language', 'theme']);
  if (ctx.isInvalid) return;
  const chosen = stored.language as string | undefined;
  const isEnglish = /^en/i.test(chosen === 'da' || chosen === 'en' ? chosen : navigator.language);
  const saved = stored[key] as Partial<Box & { open: boolean }> | undefined;

  let pause = 0;
  let hasMoved = false;
  let isPending = false;
  const tell = (moved: boolean) => {
    hasMoved ||= moved;
    isPending = true;
    // Throttled: a page may change as often as it likes.
    if (pause || ctx.isInvalid) return;
    // Without a listener it is lost; the background asks for a report when a panel needs one.
    void browser.runtime
      .sendMessage<PageNews>({ kundebro: 'page-changed', moved: hasMoved })
      .catch(() => undefined);
    hasMoved = false;
    isPending = false;
    pause = ctx.setTimeout(() => {
      pause = 0;
      if (isPending) tell(hasMoved);
    }, PAUSE);
  };
  let checking = 0;
  const check = () => {
    // `ctx` also notices here that the extension has been updated, which makes its old panel useless.
    checking = ctx.setTimeout(check, nextCheck());
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
      clearTimeout(checking);
      if (!open) return;
      checking = ctx.setTimeout(check, nextCheck());
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

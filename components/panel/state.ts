/** What the panel shows: it follows the page that it stands on. */
import { batch, signal } from '@preact/signals';
import { isOnlyEarly } from '../../lib/domain/problem.ts';
import type { Place } from '../../lib/features/panel/index.ts';
import type { Update } from '../../lib/features/updates.ts';
import { send, updates } from '../shared/background.ts';

/** Undefined while the page is being asked. */
export const place = signal<Place | undefined>(undefined);
export const placeFailure = signal<{ error: unknown } | undefined>(undefined);
/** The overview and the flow are shown in place of what the page is about. */
export const showsAll = signal(false);
/** Counted up when something else stands on the page: whoever shows a part of it reads it again. */
export const pageChanges = signal(0);

/** Counted up with each click or key that came too early to count. */
export const earlyClicks = signal(0);
export const countEarlyClick = (): void => {
  earlyClicks.value += 1;
};

let asked = 0;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** @param changed something else stands on the page, even if it is the same place */
export async function loadPlace(changed = true): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const found = await send('place');
    if (mine !== asked) return;
    if (isSame(found, place.peek()) && !placeFailure.peek() && !changed) return;
    batch(() => {
      if (companyOf(found) !== companyOf(place.peek())) showsAll.value = false;
      place.value = found;
      placeFailure.value = undefined;
      pageChanges.value += 1;
    });
  } catch (error) {
    if (mine === asked) placeFailure.value = { error };
  }
}

/** The user says which company a page is about that names none, or takes that back. */
export async function chooseCompany(connectionId?: string): Promise<void> {
  try {
    await send('chooseCompany', { connectionId });
  } catch (error) {
    if (!isOnlyEarly(error)) placeFailure.value = { error };
  }
}

export const companyOf = (found: Place | undefined): string | undefined =>
  found?.kind === 'company' ? found.company.id : undefined;

function follow(update: Update): void {
  if (update.type === 'page') {
    // What was shown belongs to the page before: away with it, even before it is known what comes.
    if (update.moved && !showsAll.value) place.value = undefined;
    void loadPlace();
  } else if (update.type === 'overview' && place.value?.kind !== 'company') {
    // Perhaps the page's company has been connected just now.
    void loadPlace();
  }
}

/** Milliseconds in which the panel has other things to ask. */
const SOON = 400;

/** Follows the page, from what it was about when the panel was let in. @returns ends it */
export function followPage(): () => void {
  const stops = [updates.onUpdate(follow), updates.onReconnect(() => void loadPlace())];
  // Nobody was told what has happened until the port was open.
  const late = setTimeout(() => void loadPlace(false), SOON);
  stops.push(() => clearTimeout(late));
  return () => {
    for (const stop of stops) stop();
  };
}

/** Escape closes the panel, unless it is meant for something in it. @returns ends it */
export function closeOnEscape(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value) return;
    void send('closePanel');
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

/** Whether the panel is on the screen: one that was closed reads nothing while the user goes from page to page. */
export const isOnScreen = signal(true);

export function followVisibility(): () => void {
  const observer = new IntersectionObserver((entries) => {
    isOnScreen.value = entries.at(-1)?.isIntersecting ?? true;
  });
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}

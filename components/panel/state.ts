/** What the panel shows. It follows the page around it. */
import { batch, signal } from '@preact/signals';
import { isOnlyEarly } from '../../lib/domain/problem.ts';
import type { Place } from '../../lib/features/panel/index.ts';
import type { Update } from '../../lib/features/updates.ts';
import { send, updates } from '../shared/background.ts';

/** Undefined while it is being loaded. */
export const place = signal<Place | undefined>(undefined);
export const placeFailure = signal<{ error: unknown } | undefined>(undefined);
/** The overview and the wizard are shown instead of the page's customer. */
export const showsAll = signal(false);
/** Counts changes of the page's content: what depends on it is loaded again. */
export const pageChanges = signal(0);

/** Counts clicks and keys that came too early. */
export const earlyClicks = signal(0);
export const countEarlyClick = (): void => {
  earlyClicks.value += 1;
};

let latest = 0;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** @param hasChanged the page's content has changed, even if it is the same place */
export async function loadPlace(hasChanged = true): Promise<void> {
  latest += 1;
  const mine = latest;
  try {
    const found = await send('place');
    if (mine !== latest) return;
    if (isSame(found, place.peek()) && !placeFailure.peek() && !hasChanged) return;
    batch(() => {
      if (companyOf(found) !== companyOf(place.peek())) showsAll.value = false;
      place.value = found;
      placeFailure.value = undefined;
      pageChanges.value += 1;
    });
  } catch (error) {
    if (mine === latest) placeFailure.value = { error };
  }
}

/** For pages that name no company. @param connectionId undefined to be asked again */
export async function chooseCompany(connectionId?: string): Promise<void> {
  try {
    await send('chooseCompany', { connectionId });
  } catch (error) {
    if (!isOnlyEarly(error)) placeFailure.value = { error };
  }
}

const companyOf = (found: Place | undefined): string | undefined =>
  found?.kind === 'company' ? found.company.id : undefined;

function follow(update: Update): void {
  if (update.type === 'page') {
    // Hide the previous page's customer before the new place is known.
    if (update.moved && !showsAll.value) place.value = undefined;
    void loadPlace();
  } else if (update.type === 'overview' && place.value?.kind !== 'company') {
    // The page's company may just have been connected.
    void loadPlace();
  }
}

/** Milliseconds: the card comes first. */
const CATCH_UP_AFTER = 400;

/** Follows the page, starting from the place that the handshake has returned. @returns stops following */
export function followPage(): () => void {
  const before = latest;
  const stops = [updates.onUpdate(follow), updates.onReconnect(() => void loadPlace())];
  // Updates between the handshake and the opened port were lost. A load since then has made up for them.
  const catchUp = setTimeout(() => latest === before && void loadPlace(false), CATCH_UP_AFTER);
  stops.push(() => clearTimeout(catchUp));
  return () => {
    for (const stop of stops) stop();
  };
}

/** Closes the panel on Escape, unless the key is meant for something in it. @returns stops listening */
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

/** A closed panel loads nothing while the user goes from page to page. */
export const isOnScreen = signal(true);

export function followVisibility(): () => void {
  const observer = new IntersectionObserver((entries) => {
    isOnScreen.value = entries.at(-1)?.isIntersecting ?? true;
  });
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}

/** Shows a page of the extension only at its own address: top-level, or in the frame that our content script made. */
import { type ComponentChild, render } from 'preact';
import { t } from './text.ts';

const root = () => document.getElementById('app')!;

/** Shown wherever else the page is loaded. */
export function showNotHere(): void {
  render(<NotHere />, root());
}

function NotHere() {
  return <p class="not-here">{t.value.common.notHere}</p>;
}

/** @param path compared literally, since browsers load the file under other spellings too */
export const isAt = (path: string): boolean => location.pathname === path;

/** Shows a top-level page. */
export function showPage(path: string, view: ComponentChild): void {
  if (isAt(path) && window.top === window) render(view, root());
  else showNotHere();
}

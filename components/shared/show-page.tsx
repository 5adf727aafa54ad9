/** A page of the extension is shown only where it belongs: by itself, or in the frame that our content script has made. */
import { type ComponentChild, render } from 'preact';
import { t } from './text.ts';

const root = () => document.getElementById('app')!;

/** The one sentence that every other copy shows. */
export function showNotHere(): void {
  render(<NotHere />, root());
}

function NotHere() {
  return <p class="not-here">{t.value.common.notHere}</p>;
}

/** @param path the only one under which the page starts, letter by letter: a browser finds its file under others, too */
export const isAt = (path: string): boolean => location.pathname === path;

/** Shows one of the pages that stand by themselves. */
export function showPage(path: string, view: ComponentChild): void {
  if (isAt(path) && window.top === window) render(view, root());
  else showNotHere();
}

import { render } from 'preact';
import { guardWrites } from '../background.ts';
import { zoomOfTab } from '../host.ts';
import { isAt, showNotHere } from '../not-here.tsx';
import { preferencesRead } from '../preferences.ts';
import { Panel } from './Panel.tsx';
import { proveItself } from './proof.ts';
import { watchSeen } from './seen.ts';
import { place, tellEarly } from './state.ts';

/** Shows the panel once it is known to be the one that our content script has put on the page. */
export function startPanel(): void {
  if (!isAt('/panel.html')) {
    showNotHere();
    return;
  }
  guardWrites(watchSeen(zoomOfTab), tellEarly);
  proveItself(async (found) => {
    // Each panel has a cache of its own, which is empty.
    await preferencesRead;
    if (found) {
      place.value = found;
      render(<Panel />, document.getElementById('app')!);
    } else showNotHere();
  });
}

import { render } from 'preact';
import { guardWrites } from '../shared/background.ts';
import { zoomOfTab } from '../shared/host.ts';
import { preferencesRead } from '../shared/preferences.ts';
import { isAt, showNotHere } from '../shared/show-page.tsx';
import { watchForClickjacking } from './clickjacking-guard.ts';
import { startHandshake } from './handshake.ts';
import { Panel } from './Panel.tsx';
import { countEarlyClick, place, placeFailure } from './state.ts';

/** Shows the panel once it is known to be the one that our content script has put on the page. */
export function startPanel(): void {
  if (!isAt('/panel.html')) {
    showNotHere();
    return;
  }
  guardWrites(watchForClickjacking(zoomOfTab), countEarlyClick);
  startHandshake(async (proof) => {
    // Each panel has a cache of its own, which is empty.
    await preferencesRead;
    if (proof.kind === 'copy') {
      showNotHere();
      return;
    }
    if (proof.kind === 'panel') place.value = proof.place;
    else placeFailure.value = { error: proof.error };
    render(<Panel />, document.getElementById('app')!);
  });
}

import { render } from 'preact';
import { guardWrites } from '../shared/background.ts';
import { zoomOfTab } from '../shared/host.ts';
import { preferencesRead } from '../shared/preferences.ts';
import { isAt, showNotHere } from '../shared/show-page.tsx';
import { watchForClickjacking } from './clickjacking-guard.ts';
import { startHandshake } from './handshake.ts';
import { Panel } from './Panel.tsx';
import { countEarlyClick, place, placeFailure } from './state.ts';

/** Shows the panel once the handshake has succeeded. */
export function startPanel(): void {
  if (!isAt('/panel.html')) {
    showNotHere();
    return;
  }
  guardWrites(watchForClickjacking(zoomOfTab), countEarlyClick);
  startHandshake(async (result) => {
    // Inside a site the panel has an empty storage partition of its own: no cached preferences.
    await preferencesRead;
    if (result.kind === 'rejected') {
      showNotHere();
      return;
    }
    if (result.kind === 'accepted') place.value = result.place;
    else placeFailure.value = { error: result.error };
    render(<Panel />, document.getElementById('app')!);
  });
}

/**
 * How views keep state. Rule: a factory `create...State(connectionId, ..., background)` returns signals, actions and `dispose`,
 * and the view creates it with `useViewState`; module signals are only for what a page has once (preferences, words, the
 * overview, the site's page that the panel is about).
 */
import { useEffect, useState } from 'preact/hooks';

interface ViewState {
  dispose(): void;
}

/**
 * Creates the state after the first frame and disposes it with the view.
 * @param key another key creates another state
 * @param create undefined: no state for this key
 * @returns undefined until the key's state exists; never the state of another key
 */
export function useViewState<State extends ViewState>(
  key: unknown,
  create: (() => State) | undefined,
): State | undefined {
  const [made, setMade] = useState<{ key: unknown; state: State }>();
  useEffect(() => {
    if (!create) return;
    const state = create();
    setMade({ key, state });
    return () => state.dispose();
  }, [key]);
  return made && Object.is(made.key, key) ? made.state : undefined;
}

/**
 * For requests that may overlap: only the answer to the latest one counts.
 * @returns starts a request; returns whether that request is still the latest
 */
export function latestOnly(): () => () => boolean {
  let requests = 0;
  return () => {
    requests += 1;
    const mine = requests;
    return () => mine === requests;
  };
}

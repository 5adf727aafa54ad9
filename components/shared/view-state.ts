/**
 * How views keep state. Rule: a factory `create...State(...)` returns signals, actions and `dispose`, and the view that shows
 * it makes it with `useViewState`; module signals are only for what a page has once (preferences, words, the overview, the
 * page that the panel is on).
 */
import { useEffect, useState } from 'preact/hooks';

interface ViewState {
  dispose(): void;
}

/**
 * @param key another key is another state, the old one is disposed
 * @param create called once per key, after the first frame; no state while it is missing
 * @returns undefined until the state of this key exists: what belonged to another key is never shown
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
 * Drops answers that a newer request has overtaken.
 * @returns to be called before each request; what it returns tells, once the answer is there, whether it is the latest one
 */
export function latestOnly(): () => () => boolean {
  let requests = 0;
  return () => {
    requests += 1;
    const mine = requests;
    return () => mine === requests;
  };
}

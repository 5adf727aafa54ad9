import { useLayoutEffect, useRef } from 'preact/hooks';
import { mayBeDone, problemOf } from '../../lib/domain/problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { moveFocus } from '../ui/focus.ts';
import { Notice } from '../ui/Notice.tsx';
import type { DuplicatesState } from './state.ts';

/** The result of the last action, with its undo. The pressed button is usually gone, so the focus moves here. */
export function Outcome({ state: { view } }: { state: DuplicatesState }) {
  const { common, duplicates: words } = t.value;
  const done = view.done.value;
  const failure = view.failure.value;
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!done) return;
    moveFocus(notice.current?.querySelector('button'));
    // When the notice goes, keep the focus in the view without scrolling.
    return () => moveFocus(document.querySelector('h1'), { preventScroll: true });
  }, [done]);
  if (done)
    return (
      <div class="list-notice" ref={notice}>
        <Notice
          kind="success"
          title={done.text}
          actions={
            <Button compact icon="undo" busy={view.busy.value !== undefined} onClick={done.undo}>
              {common.undo}
            </Button>
          }
        />
      </div>
    );
  if (!failure?.action) return null;
  const problem = problemOf(failure.error);
  const unsure = failure.action.startsWith('move') && mayBeDone(problem);
  return (
    <div class="list-notice">
      <ErrorNotice problem={problem} unchanged={unsure ? words.unsure : common.nothingChanged} />
    </div>
  );
}

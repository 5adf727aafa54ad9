import './panel.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { mayBeDone, problemOf } from '../../lib/domain/problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import type { LiveView, ViewFailure } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { isFocusLost, moveFocus } from '../ui/focus.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PanelBar } from './PanelBar.tsx';

export interface CardFrameProps<Card> {
  /** The customer's name. */
  title: string;
  /** What it can be recognised by. */
  details?: string;
  tag?: ComponentChildren;
  state?: LiveView<Card>;
  children: ComponentChildren;
}

/** A card: whose customer it is, the name, what came of the last click, and what can be done. */
export function CardFrame<Card>({ title, details, tag, state, children }: CardFrameProps<Card>) {
  const words = t.value;
  const failure = state?.failure.value;
  const done = state?.done.value;
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed is often gone: the focus stays on the card.
    if (done && isFocusLost()) moveFocus(page.current?.querySelector('h1'));
  }, [done]);
  return (
    <Page top={<PanelBar />}>
      <div class="card-page" ref={page}>
        <PageHeader title={title} actions={tag}>
          {details && <p class="muted">{details}</p>}
        </PageHeader>
        <div class="outcome" role="status">
          {done && (
            <Notice
              still
              kind="success"
              title={done.text}
              actions={
                done.undo && (
                  <Button compact icon="undo" busy={state?.busy.value !== undefined} onClick={done.undo}>
                    {words.common.undo}
                  </Button>
                )
              }
            />
          )}
        </div>
        {failure && <Failure failure={failure} onRetry={() => state?.refresh()} />}
        {children}
      </div>
    </Page>
  );
}

/** What failed. After a click whose answer never came nobody can say that nothing was changed. */
function Failure(props: { failure: ViewFailure; onRetry: () => void }) {
  const words = t.value;
  const { error, action } = props.failure;
  const problem = problemOf(error);
  const unsure = action !== undefined && mayBeDone(problem);
  return (
    <ErrorNotice
      problem={problem}
      unchanged={unsure ? words.common.unsure : words.common.nothingChanged}
      action={
        action === undefined && (
          <Button compact variant="quiet" icon="sync" onClick={props.onRetry}>
            {words.common.tryAgain}
          </Button>
        )
      }
    />
  );
}

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
import { Tag } from '../ui/Tag.tsx';
import { PanelBar } from './PanelBar.tsx';

export interface CardFrameProps<Card> {
  /** The customer's name. */
  title: string;
  /** City, CVR number and e-mail. */
  details?: string;
  tag?: ComponentChildren;
  state?: LiveView<Card>;
  children: ComponentChildren;
}

/** The frame of a card: name, state, the outcome of the last click, and below it what can be done. */
export function CardFrame<Card>({ title, details, tag, state, children }: CardFrameProps<Card>) {
  const words = t.value;
  const failure = state?.failure.value;
  const done = state?.done.value;
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The pressed button is often gone: keep the focus on the card.
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

/** Without an answer to a click it is unknown whether anything was changed. */
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

const STATE_ICONS = { linked: 'link', unlinked: 'link-off', broken: 'link-off', ignored: 'ban' } as const;
const STATE_TONES = {
  linked: 'success',
  unlinked: 'neutral',
  broken: 'danger',
  ignored: 'neutral',
} as const;

export function StateTag({ state }: { state: keyof typeof STATE_ICONS }) {
  return (
    <Tag icon={STATE_ICONS[state]} tone={STATE_TONES[state]}>
      {t.value.panel.states[state]}
    </Tag>
  );
}

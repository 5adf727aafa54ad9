import type { ComponentChildren } from 'preact';
import { mayBeDone } from '../../lib/domain/problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { WizardHeader } from '../shared/WizardHeader.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import type { WizardState } from './state.ts';

export interface StepPageProps {
  wizard: WizardState;
  step: 1 | 2 | 3;
  children: ComponentChildren;
  /** Between the list and the foot, always visible. */
  aside?: ComponentChildren;
  foot: ComponentChildren;
  onLeave: () => void;
}

/** The page of one step: header, heading, scrolling content and fixed foot. */
export function StepPage({ wizard, step, children, aside, foot, onLeave }: StepPageProps) {
  const words = t.value;
  const title = { 1: words.match.title, 2: words.create.title, 3: words.import.title }[step];
  const dropped = wizard.droppedChoices.value;
  const bottom = (
    <>
      <Refusal wizard={wizard} />
      {aside}
      {foot}
    </>
  );
  return (
    <Page top={<WizardHeader step={step} onLeave={onLeave} />} foot={bottom}>
      <div class="list-page">
        <PageHeader title={title} takeFocus />
        {dropped > 0 && <Notice kind="info">{words.wizard.gone(dropped)}</Notice>}
        {children}
      </div>
    </Page>
  );
}

/** The action that failed, and what it has not changed. */
function Refusal({ wizard }: { wizard: WizardState }) {
  const refusal = wizard.refusal.value;
  if (!refusal) return null;
  const { wizard: words, match, create, common } = t.value;
  const isLink = refusal.action === 'unlink' || refusal.action === 'relink';
  const unchanged = {
    choice: words.choiceRefused,
    step: words.stepRefused,
    start: words.startRefused,
    unlink: match.unlinkRefused,
    relink: match.relinkRefused,
    mend: match.mendRefused,
    similar: create.similarRefused,
  }[refusal.action];
  const close = () => {
    wizard.refusal.value = undefined;
  };
  return (
    <div class="list-notice">
      <ErrorNotice
        problem={refusal.problem}
        unchanged={isLink && mayBeDone(refusal.problem) ? common.unsure : unchanged}
        action={
          <Button compact onClick={close}>
            {common.close}
          </Button>
        }
      />
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import { t } from '../shared/text.ts';
import { StepTop } from '../shared/WizardHeader.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Refusal } from './Refusal.tsx';
import type { Wizard } from './state.ts';

export interface FrameProps {
  wizard: Wizard;
  step: 1 | 2 | 3;
  children: ComponentChildren;
  /** Between the list and the foot, always in sight. */
  aside?: ComponentChildren;
  foot: ComponentChildren;
  onLeave: () => void;
}

/** One step: where one is, its heading, what scrolls, and the foot that stays. */
export function Frame({ wizard, step, children, aside, foot, onLeave }: FrameProps) {
  const words = t.value;
  const title = { 1: words.match.title, 2: words.create.title, 3: words.import.title }[step];
  const gone = wizard.gone.value;
  const bottom = (
    <>
      <Refusal wizard={wizard} />
      {aside}
      {foot}
    </>
  );
  return (
    <Page top={<StepTop step={step} onLeave={onLeave} />} foot={bottom}>
      <div class="list-page">
        <PageHeader title={title} takeFocus />
        {gone > 0 && <Notice kind="info">{words.wizard.gone(gone)}</Notice>}
        {children}
      </div>
    </Page>
  );
}

import type { HelpTopic } from '../../lib/features/help/index.ts';
import { Button } from '../ui/Button.tsx';
import { HelpButton } from './HelpButton.tsx';
import { t } from './text.ts';

export interface BackBarProps {
  onBack: () => void;
  /** The help topic about the view. */
  help?: HelpTopic;
  /** The button's label. @default back to the overview */
  label?: string;
}

/** Above a view that was opened from the overview: the way back and the help. */
export function BackBar({ onBack, help, label }: BackBarProps) {
  return (
    <div class="back-bar">
      <Button variant="quiet" compact icon="arrow-left" onClick={onBack}>
        {label ?? t.value.wizard.toOverview}
      </Button>
      {help && <HelpButton topic={help} />}
    </div>
  );
}

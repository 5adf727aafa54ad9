import type { HelpTopic } from '../../lib/features/help/index.ts';
import { Button } from '../ui/Button.tsx';
import { openPage } from './host.ts';
import { t } from './text.ts';

export interface HelpButtonProps {
  /** The topic to open. @default the beginning */
  topic?: HelpTopic;
  /** The accessible name, where the view has several of them; begins with the visible word. */
  label?: string;
}

/** Opens the help in a new tab. */
export function HelpButton({ topic, label }: HelpButtonProps) {
  return (
    <Button variant="quiet" compact icon="help" label={label} onClick={() => openPage('/help.html', topic)}>
      {t.value.common.help}
    </Button>
  );
}

import { t } from '../text.ts';
import { Button } from './Button.tsx';

/** Above a view that was opened from the overview: the way back. */
export function BackBar({ onBack }: { onBack: () => void }) {
  return (
    <Button variant="quiet" compact icon="arrow-left" onClick={onBack}>
      {t.value.wizard.toOverview}
    </Button>
  );
}

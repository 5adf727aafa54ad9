import './announced-progress.css';
import { Progress } from '../ui/Progress.tsx';
import { t } from './text.ts';

/** Percent between two announcements of a screen reader. */
const ANNOUNCED = 25;

export interface AnnouncedProgressProps {
  /** From 0 to 1; undefined where the work is too short for a bar. */
  share?: number;
  /** What is going on. */
  text: string;
  textAt: (percent: number) => string;
  aside?: string;
}

/** Work on long lists: a sentence, and a bar where it takes time. The bar moves all the time, so its steps are announced. */
export function AnnouncedProgress({ share, text, textAt, aside }: AnnouncedProgressProps) {
  const percent = share === undefined ? undefined : Math.floor(share * 100);
  const announced = percent && percent - (percent % ANNOUNCED);
  return (
    <div class="reading">
      <p role="status" class={percent === undefined ? undefined : 'hidden-visually'}>
        {announced ? textAt(announced) : text}
      </p>
      {percent !== undefined && (
        <Progress
          label={t.value.result.progress}
          value={percent}
          max={100}
          text={textAt(percent)}
          aside={aside}
        />
      )}
    </div>
  );
}

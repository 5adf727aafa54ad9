import type { MatchingProgress } from '../../lib/features/sync/index.ts';
import { formats, t } from '../shared/text.ts';
import { Progress } from '../ui/Progress.tsx';

/** Percent between two announcements. */
const ANNOUNCED = 25;

/** The lists are being matched: in a sentence, and how far where it takes long. */
export function Matching({ progress }: { progress?: MatchingProgress }) {
  const { wizard: words, result } = t.value;
  const percent = progress && Math.floor(progress.done * 100);
  const announced = percent && percent - (percent % ANNOUNCED);
  const { number } = formats.value;
  return (
    <div class="reading">
      {/* Whoever listens to the page is told now and then; the bar changes all the time. */}
      <p role="status" class={progress && 'hidden-visually'}>
        {announced ? words.matchingShare(announced) : words.matching}
      </p>
      {progress && (
        <Progress
          label={result.progress}
          value={percent}
          max={100}
          text={words.matchingShare(percent ?? 0)}
          aside={words.matchingSize(number(progress.customers), number(progress.contacts))}
        />
      )}
    </div>
  );
}

import { t } from '../shared/text.ts';
import { Progress } from '../ui/Progress.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** Percent between two announcements. */
const ANNOUNCED = 25;

/** The lists are being looked through: in a sentence, and how far where they are long. */
export function Looking({ done }: { done?: number }) {
  const { common, duplicates: words, result } = t.value;
  const percent = done === undefined ? undefined : Math.floor(done * 100);
  const announced = percent && percent - (percent % ANNOUNCED);
  return (
    <>
      <div class="reading">
        {/* Whoever listens to the page is told now and then; the bar changes all the time. */}
        <p role="status" class={percent === undefined ? undefined : 'hidden-visually'}>
          {announced ? words.lookingShare(announced) : words.looking}
        </p>
        {percent !== undefined && (
          <Progress label={result.progress} value={percent} max={100} text={words.lookingShare(percent)} />
        )}
      </div>
      <Skeleton label={common.loading} rows={6} />
    </>
  );
}

import './loading.css';
import type { System } from '../../lib/domain/problem.ts';
import type { MatchingProgress } from '../../lib/features/sync/index.ts';
import { AnnouncedProgress } from '../shared/AnnouncedProgress.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { WizardState } from './state.ts';

/** The lists are being read and matched, or could not be. */
export function Loading({ wizard }: { wizard: WizardState }) {
  const { wizard: words, common } = t.value;
  const phase = wizard.phase.value;
  if (phase.name === 'failed')
    return (
      <ErrorNotice
        problem={phase.problem}
        unchanged={words.loadFailed}
        action={<Button onClick={wizard.load}>{common.tryAgain}</Button>}
      />
    );
  return (
    <>
      {phase.name === 'reading' ? (
        <div class="reading">
          <p role="status">{words.reading}</p>
          <dl class="reading-counts">
            {(['effihub', 'dinero'] as System[]).map((system) => {
              const read = phase.name === 'reading' ? phase.read[system] : undefined;
              return (
                <div key={system}>
                  <dt>{common.systems[system]}</dt>
                  <dd>{read === undefined ? words.waiting : words.read(formats.value.number(read))}</dd>
                </div>
              );
            })}
          </dl>
          <p class="muted small">{words.readingHint}</p>
        </div>
      ) : (
        <Matching progress={phase.name === 'matching' ? phase.progress : undefined} />
      )}
      <Skeleton label={common.loading} rows={6} />
    </>
  );
}

function Matching({ progress }: { progress?: MatchingProgress }) {
  const words = t.value.wizard;
  const { number } = formats.value;
  return (
    <AnnouncedProgress
      share={progress?.done}
      text={words.matching}
      textAt={words.matchingShare}
      aside={progress && words.matchingSize(number(progress.customers), number(progress.contacts))}
    />
  );
}

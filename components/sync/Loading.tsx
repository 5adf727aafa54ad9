import type { System } from '../../lib/domain/problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Matching } from './Matching.tsx';
import type { Wizard } from './state.ts';

/** The lists are on their way: how far, or why not. */
export function Loading({ wizard }: { wizard: Wizard }) {
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

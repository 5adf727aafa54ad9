import { useEffect, useState } from 'preact/hooks';
import type { Run } from '../../lib/domain/run.ts';
import { SYSTEM_NAMES } from '../../lib/words/explain.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Tag } from '../ui/Tag.tsx';
import type { Waiting } from './state.ts';

/** Problems that the user solves in the settings. */
const CONNECTION_PROBLEMS = new Set(['wrong-credentials', 'wrong-company', 'forbidden']);

/** How far the run is, and why it waits. */
export function RunProgress({ run, waiting }: { run: Run; waiting?: Waiting }) {
  const words = t.value;
  const now = useClock();
  const { result } = words;
  const stopping = run.state === 'stopped';
  const paused = run.state === 'paused';
  const title = stopping ? result.stopping : paused ? result.paused : result.running;
  return (
    <>
      <section class="box" aria-labelledby="run-heading">
        <h2 id="run-heading">{title}</h2>
        <Progress
          label={result.progress}
          value={run.finished}
          max={run.total}
          text={result.progressOf(run.finished, run.total)}
          aside={paused || stopping ? undefined : timeLeft(run, waiting, now)}
        />
        <div class="run-hints" data-lively>
          {!run.reason && (
            <p class="muted">
              {paused ? result.pausedHint : (waitingInWords(waiting, now) ?? result.runningHint)}
            </p>
          )}
          {run.failed > 0 && (
            <Tag icon="error" tone="danger">
              {result.failedSoFar(run.failed)}
            </Tag>
          )}
        </div>
      </section>
      {paused && run.reason && (
        <ErrorNotice
          problem={run.reason}
          unchanged={result.pausedHint}
          action={
            CONNECTION_PROBLEMS.has(run.reason.code) && (
              <Button variant="quiet" compact icon="gear" onClick={() => openPage('/options.html')}>
                {words.common.openSettings}
              </Button>
            )
          }
        />
      )}
    </>
  );
}

/** A shorter wait is over before it is read. */
const WORTH_TELLING_MS = 3_000;

function waitingInWords(waiting: Waiting | undefined, now: number): string | undefined {
  if (!waiting || waiting.until - now < WORTH_TELLING_MS) return undefined;
  return t.value.result.waitingFor(SYSTEM_NAMES[waiting.system], Math.round((waiting.until - now) / 1000));
}

/** Never earlier than the end of a wait for one of the systems. */
function timeLeft({ expectedEnd }: Run, waiting: Waiting | undefined, now: number): string | undefined {
  const { result } = t.value;
  if (expectedEnd === undefined) return undefined;
  const end = Math.max(expectedEnd, waiting?.until ?? 0);
  const seconds = Math.max(1, Math.round((end - now) / 1000));
  return seconds < 60 ? result.secondsLeft(seconds) : result.minutesLeft(Math.round(seconds / 60));
}

/** The time in ms since 1970, updated every second. */
function useClock(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

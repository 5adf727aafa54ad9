import type { ComponentChildren } from 'preact';
import type { Overview } from '../../lib/messaging/protocol.ts';
import { formats, t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';

export interface NumbersProps {
  counts: Overview['counts'];
  linkedAction: ComponentChildren;
  ignoredAction: ComponentChildren;
  /** Leads to the view in which something can be decided; missing where there is no room for one. */
  onOpen?(view: 'differences' | 'gone' | 'duplicates'): void;
}

/** How many customers stand where, each number with what can be done about it. */
export function Numbers({ counts, linkedAction, ignoredAction, onOpen }: NumbersProps) {
  const { overview: words, differences, duplicates, gone } = t.value;
  const { number } = formats.value;
  const say = (value: number | undefined) => (value === undefined ? '–' : number(value));
  const unlinked = counts && Math.max(0, counts.customers - counts.linked - counts.broken);
  return (
    <dl class="box numbers" aria-label={words.numbersLabel}>
      <div class="number">
        <dt>{words.rows.linked}</dt>
        <dd>{say(counts?.linked)}</dd>
        <dd>{linkedAction}</dd>
      </div>
      <div class="number">
        <dt>{words.rows.unlinked}</dt>
        <dd>{say(unlinked)}</dd>
        <dd />
      </div>
      {counts && counts.broken > 0 && (
        <div class="number">
          <dt>{words.rows.broken}</dt>
          <dd>{say(counts.broken)}</dd>
          <dd>
            <Tag icon="link-off" tone="warning">
              {words.brokenHint}
            </Tag>
          </dd>
        </div>
      )}
      <div class="number">
        <dt>{words.rows.undecided}</dt>
        <dd>{say(counts?.undecided)}</dd>
        <dd />
      </div>
      <div class="number">
        <dt>{words.rows.differing}</dt>
        <dd>{say(counts?.differing)}</dd>
        <dd>
          {onOpen && counts?.differing !== undefined && (
            <Button variant="quiet" compact onClick={() => onOpen('differences')}>
              {differences.open}
            </Button>
          )}
        </dd>
      </div>
      {counts?.goneListed ? (
        <div class="number">
          <dt>{words.rows.gone}</dt>
          <dd>{say(counts.goneListed)}</dd>
          <dd>
            {onOpen && (
              <Button variant="quiet" compact onClick={() => onOpen('gone')}>
                {gone.open}
              </Button>
            )}
          </dd>
        </div>
      ) : null}
      <div class="number">
        <dt>{words.rows.ignored}</dt>
        <dd>{say(counts?.ignored)}</dd>
        <dd>{ignoredAction}</dd>
      </div>
      <div class="number">
        <dt>{words.rows.duplicates}</dt>
        <dd>{say(counts?.duplicates)}</dd>
        <dd>
          {onOpen && (
            <Button variant="quiet" compact onClick={() => onOpen('duplicates')}>
              {duplicates.open}
            </Button>
          )}
        </dd>
      </div>
    </dl>
  );
}

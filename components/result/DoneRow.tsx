import type { Operation } from '../../lib/sync/run.ts';
import { t } from '../text.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';
import { triedWords } from './tried.ts';

export interface DoneRowProps {
  operation: Operation;
  name: string;
  /** Also what was to be done with it. */
  tried: boolean;
}

/** A customer with whom it went as planned, or whose turn did not come. */
export function DoneRow({ operation, name, tried }: DoneRowProps) {
  const words = t.value.result;
  const { otherName, already } = operation;
  return (
    <div class="result-row">
      <span class="result-name">{name}</span>
      {!tried && otherName && (
        <span class="result-other">
          <Icon name="link" />
          <span class="result-other-name">{otherName}</span>
        </span>
      )}
      {tried && <span class="result-other">{triedWords(operation, words)}</span>}
      {already && <Tag>{words.already}</Tag>}
    </div>
  );
}

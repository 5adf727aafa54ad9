import type { Operation } from '../../lib/domain/run.ts';
import { t } from '../shared/text.ts';
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
      <span class="result-other">
        {tried && <span class="result-other-name">{triedWords(operation, words)}</span>}
        {!tried && otherName && (
          <>
            <Icon name="link" />
            <span class="result-other-name">{otherName}</span>
          </>
        )}
        {already && <Tag>{words.already}</Tag>}
      </span>
    </div>
  );
}

/** A row of the result: an operation that was done or is still open, or one that failed. */
import './result.css';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { Company } from '../../lib/domain/company.ts';
import type { Operation } from '../../lib/domain/run.ts';
import { helpTopicOf } from '../../lib/features/help/index.ts';
import { explain } from '../../lib/words/explain.ts';
import { DeletedAnswers } from '../candidates/index.ts';
import { HelpButton } from '../shared/HelpButton.tsx';
import { t } from '../shared/text.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Tag } from '../ui/Tag.tsx';
import { linksOf, plannedInWords } from './operations.ts';

export interface DoneRowProps {
  operation: Operation;
  name: string;
  /** It was not carried out: says what it was to do. */
  isOpen: boolean;
}

/** A customer that went as planned, or whose turn did not come. */
export function DoneRow({ operation, name, isOpen }: DoneRowProps) {
  const words = t.value.result;
  const { otherName, already } = operation;
  return (
    <div class="result-row">
      <span class="result-name">{name}</span>
      <span class="result-other">
        {isOpen && <span class="result-other-name">{plannedInWords(operation, words)}</span>}
        {!isOpen && otherName && (
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

export interface FailedRowProps {
  operation: Operation;
  name: string;
  connection?: Company;
  /** For a contact that was deleted in Dinero; missing where nothing can be retried. */
  onAnswer?(answer: DeletedAnswer): void;
  /** Why nothing can be retried now. */
  blocked?: string;
}

/** A customer that failed: what was tried, what happened, what to do, and links to the customer. */
export function FailedRow({ operation, name, connection, onAnswer, blocked }: FailedRowProps) {
  const words = t.value;
  const { what, todo, quote } = explain(operation.problem, words);
  const { effihub, dinero } = linksOf(operation, connection);
  const isDeleted = operation.problem?.code === 'contact-deleted';
  const isHalfway = operation.kind === 'create' && operation.phase === 'link';
  return (
    <div class="failed-row">
      <p class="failed-head">
        <span class="failed-name">{name}</span>
        <span class="muted">{plannedInWords(operation, words.result)}</span>
      </p>
      <p>
        <span class="failed-what">{what}.</span> {todo}
      </p>
      {isHalfway && <p>{words.result.createdNotLinked}</p>}
      {operation.kind === 'deleteContact' && (
        <p>{operation.phase === 'link' ? words.result.deletedNotUnlinked : words.result.stayLinked}</p>
      )}
      {quote && <p class="quote">{quote}</p>}
      <div class="failed-links">
        {isDeleted && onAnswer && <DeletedAnswers blocked={blocked} onAnswer={onAnswer} />}
        {effihub && <ExternalLink href={effihub}>{words.result.openEffihub}</ExternalLink>}
        {dinero && <ExternalLink href={dinero}>{words.result.openDinero}</ExternalLink>}
        <HelpButton topic={helpTopicOf(operation.problem)} label={words.common.helpWithErrorOf(name)} />
      </div>
    </div>
  );
}

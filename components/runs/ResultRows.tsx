import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { Company } from '../../lib/domain/company.ts';
import type { Operation } from '../../lib/domain/run.ts';
import { helpTopicOf } from '../../lib/features/help/index.ts';
import { explain } from '../../lib/words/explain.ts';
import { DeletedAnswers } from '../candidates/index.ts';
import { HelpButton } from '../shared/HelpButton.tsx';
import { t } from '../shared/text.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { linksOf } from './links.ts';
import { triedWords } from './tried.ts';

export interface FailedRowProps {
  operation: Operation;
  name: string;
  connection?: Company;
  /** With a contact that was deleted in Dinero; left out where nothing is tried again. */
  onAnswer?(answer: DeletedAnswer): void;
  /** Why nothing can be tried again now. */
  blocked?: string;
}

/** A customer with whom it failed: what was tried, what happened, what to do, and the way to the customer. */
export function FailedRow({ operation, name, connection, onAnswer, blocked }: FailedRowProps) {
  const words = t.value;
  const { what, todo, quote } = explain(operation.problem, words);
  const { effihub, dinero } = linksOf(operation, connection);
  const isDeleted = operation.problem?.code === 'contact-deleted';
  const halfway = operation.kind === 'create' && operation.phase === 'link';
  return (
    <div class="failed-row">
      <p class="failed-head">
        <span class="failed-name">{name}</span>
        <span class="muted">{triedWords(operation, words.result)}</span>
      </p>
      <p>
        <span class="failed-what">{what}.</span> {todo}
      </p>
      {halfway && <p>{words.result.createdNotLinked}</p>}
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

import type { Candidate } from '../../lib/page/card.ts';
import { PickNotes } from '../pick/PickOption.tsx';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Tag } from '../ui/Tag.tsx';
import { detailsOf } from '../ui/Who.tsx';
import { reasonsInWords } from '../wizard/reasons.ts';
import { candidateNames } from './candidates.ts';

export interface SimilarProps {
  title: string;
  hint?: string;
  /** The user has asked for something else, and is told why it was not done. */
  warning?: string;
  candidates: readonly Candidate[];
  /** The button's words for a candidate. */
  action: (name: string) => string;
  busy?: string;
  onChoose: (candidate: Candidate) => void;
}

/** Customers of the other side that may be the same, each with why, and a button. */
export function Similar({ title, hint, warning, candidates, action, busy, onChoose }: SimilarProps) {
  const words = t.value.panel;
  const names = candidateNames(candidates);
  /** Where the matcher speaks for nobody, no button does either. */
  const best = candidates.find(({ linkedTo, reasons }) => linkedTo === undefined && reasons.length > 0);
  return (
    <section class="box similar" aria-label={title}>
      <div>
        <h2>{title}</h2>
        {hint && <p class="muted">{hint}</p>}
      </div>
      {warning && <Notice kind="warning" title={warning} />}
      <ul>
        {candidates.map((candidate) => {
          const name = names.get(candidate.id) ?? candidate.name;
          const { linkedTo } = candidate;
          return (
            <li key={candidate.id} class="similar-row" aria-label={name}>
              <div class="similar-words">
                <p class="similar-name">{name}</p>
                <p class="muted small">{detailsOf(candidate)}</p>
                <p class="similar-notes">
                  <PickNotes item={{ ...candidate, reasons: reasonsInWords(candidate.reasons) }} />
                  {linkedTo !== undefined && <Tag icon="link">{words.alreadyLinked(linkedTo)}</Tag>}
                </p>
              </div>
              {linkedTo === undefined && (
                <Button
                  variant={candidate === best ? 'primary' : 'secondary'}
                  busy={busy === candidate.id}
                  onClick={() => onChoose(candidate)}
                >
                  {action(name)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

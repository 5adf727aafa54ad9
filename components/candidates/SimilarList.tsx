import './similar.css';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import { candidateNames } from './candidates.ts';
import { PickNotes } from './PickOption.tsx';
import { reasonsInWords } from './words.ts';

export interface SimilarListProps {
  candidates: readonly Candidate[];
  /** The button's words for a candidate. */
  action: (name: string) => string;
  /** What is under way: nothing else can be pressed. */
  busy?: string;
  onChoose: (candidate: Candidate) => void;
}

/** Customers of the other side that may be the same, each with why, and a button. */
export function SimilarList({ candidates, action, busy, onChoose }: SimilarListProps) {
  const words = t.value.panel;
  const names = candidateNames(candidates);
  /** Where the matcher speaks for nobody, no button does either. */
  const best = candidates.find(({ linkedTo, reasons }) => linkedTo === undefined && reasons.length > 0);
  return (
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
                busy={busy !== undefined}
                onClick={() => onChoose(candidate)}
              >
                {action(name)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

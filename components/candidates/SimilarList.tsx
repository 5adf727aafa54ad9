import './candidates.css';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import { CandidateNotes } from './PickDialog.tsx';
import { candidateNames, reasonsInWords } from './words.ts';

export interface SimilarListProps {
  candidates: readonly Candidate[];
  /** The label of a candidate's button. */
  action: (name: string) => string;
  /** The action that is running: the buttons are busy. */
  busy?: string;
  onChoose: (candidate: Candidate) => void;
}

/** Customers or contacts of the other system that may be the same, each with its reasons and a button. */
export function SimilarList({ candidates, action, busy, onChoose }: SimilarListProps) {
  const words = t.value.panel;
  const names = candidateNames(candidates);
  /** Only a candidate that the matcher has reasons for gets the primary button. */
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
                <CandidateNotes item={{ ...candidate, reasons: reasonsInWords(candidate.reasons) }} />
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

import { useId, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import type { DuplicateSet, Side } from '../../lib/features/duplicates/index.ts';
import { reasonsInWords } from '../candidates/index.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { MemberRow } from './MemberRow.tsx';
import { busyWith, type DuplicatesState, giverOf, type Names } from './state.ts';

export interface SetRowProps {
  state: DuplicatesState;
  connection: Company;
  side: Side;
  set: DuplicateSet;
  names: Names;
}

/** Members shown at first. */
const SHOWN = 8;

/** Records of one system that may be the same customer. */
export function SetRow({ state, connection, side, set, names }: SetRowProps) {
  const words = t.value.duplicates;
  const reasonsId = useId();
  const [all, setAll] = useState(false);
  const { members } = set;
  const giver = giverOf(set);
  const shown = all || members.length <= SHOWN + 1 ? members : members.slice(0, SHOWN);
  const busy = state.view.busy.value;
  return (
    <div class="duplicate-set">
      <div class="duplicate-why">
        <p class="muted small" id={reasonsId}>
          {reasonsInWords(set.reasons)}
        </p>
        <Button
          compact
          variant="quiet"
          describedBy={reasonsId}
          busy={busy === `dismiss ${busyWith(side, members[0]?.id ?? '')}`}
          onClick={() => state.dismiss(side, set)}
        >
          {words.dismiss}
        </Button>
      </div>
      {shown.map((member) => (
        <MemberRow
          key={member.id}
          connection={connection}
          side={side}
          member={member}
          name={names.member(member)}
          busy={busy === `move ${busyWith(side, member.id)}`}
          onMove={
            giver && giver.id !== member.id
              ? () => state.move(side, giver, member, names.member(member))
              : undefined
          }
        />
      ))}
      {shown.length < members.length && (
        <Button compact variant="quiet" icon="chevron-down" onClick={() => setAll(true)}>
          {words.more(formats.value.number(members.length - shown.length))}
        </Button>
      )}
    </div>
  );
}

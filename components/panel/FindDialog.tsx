import { useSignal, useSignalEffect } from '@preact/signals';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import { candidateNames, PickDialog, type PickItem, reasonsInWords } from '../candidates/index.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';

export interface FindDialogProps {
  connectionId: string;
  /** The lists to search. */
  side: 'customers' | 'contacts';
  name: string;
  details: string;
  /** Shown first while the search field is empty. */
  suggested: readonly Candidate[];
  onChoose: (id: string, name: string) => void;
  onClose: () => void;
}

/** Chooses a counterpart by hand. The background searches, so that no list is sent here. */
export function FindDialog(props: FindDialogProps) {
  const { connectionId, side } = props;
  const { panel: words, match, common } = t.value;
  const query = useSignal('');
  const hits = useSignal<{ found: Candidate[]; more: number } | undefined>(undefined);
  const failure = useSignal<{ error: unknown } | undefined>(undefined);
  useSignalEffect(() => {
    const asked = query.value;
    send('findFree', { connectionId, side, query: asked }).then(
      (found) => {
        if (asked === query.peek()) hits.value = found;
      },
      (error: unknown) => {
        failure.value = { error };
      },
    );
  });
  const typed = query.value.trim() !== '';
  const free = props.suggested.filter(({ linkedTo }) => linkedTo === undefined);
  const suggested = typed ? [] : free;
  const others = (hits.value?.found ?? []).filter(({ id }) => !suggested.some((each) => each.id === id));
  const names = candidateNames([...suggested, ...others]);
  const items = (candidates: readonly Candidate[]) =>
    candidates.map(
      (candidate): PickItem => ({
        ...candidate,
        name: names.get(candidate.id) ?? candidate.name,
        details: detailsOf(candidate),
        reasons: reasonsInWords(candidate.reasons),
      }),
    );
  return (
    <PickDialog
      title={words.choose[side]}
      question={props.name}
      details={props.details}
      search={words.search[side]}
      list={words.list[side]}
      query={query}
      sections={[
        { title: match.suggestions, items: items(suggested) },
        { title: typed ? match.hits : match.others, items: items(others) },
      ]}
      more={hits.value?.more ?? 0}
      nobodyFound={hits.value ? words.nobodyFound[side] : common.loading}
      nobody={hits.value ? words.nobody[side] : common.loading}
      notice={
        failure.value && (
          <ErrorNotice problem={problemOf(failure.value.error)} unchanged={common.nothingChanged} />
        )
      }
      onChoose={(id) => props.onChoose(id, names.get(id) ?? '')}
      onClose={props.onClose}
    />
  );
}

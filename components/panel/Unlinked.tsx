import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { Contact, Customer } from '../../lib/domain/customer.ts';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import type { OneClickResult } from '../../lib/features/panel/index.ts';
import { DeletedAnswers, PartyWarnings, SimilarList, type SimilarListProps } from '../candidates/index.ts';
import { send } from '../shared/background.ts';
import type { LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { FindDialog } from './FindDialog.tsx';

export interface UnlinkedProps<Card> {
  state: LiveView<Card>;
  connectionId: string;
  /** The customer or contact on the page. */
  party: Customer | Contact;
  /** The lists in which its counterpart is searched. */
  side: 'contacts' | 'customers';
  /** The card's candidates. */
  similar: readonly Candidate[];
  /** The pair to link when this candidate is chosen. */
  pairWith: (id: string) => { customerId: string; contactGuid: string };
  /** Creates a counterpart. @param anyway even if there are candidates */
  create: (anyway: boolean, deleted?: DeletedAnswer) => Promise<OneClickResult>;
  /** It was created or restored. */
  onCreated: (deleted?: DeletedAnswer) => void;
  /** It was not created, since these fields are missing. */
  onMissing: (missing: readonly ('name' | 'country')[]) => void;
  /** At the top. `children` stand above the buttons, `other` is one more button. */
  intro: ComponentChildren;
  children?: ComponentChildren;
  other?: ComponentChildren;
}

/** A customer or contact without a counterpart: candidates, choosing by hand, and creating one with one click. */
export function Unlinked<Card>(props: UnlinkedProps<Card>) {
  const { state, connectionId, party, side } = props;
  const words = t.value.panel;
  const own = words.side[side];
  /** Candidates found by the click; until then the card's. */
  const [found, setFound] = useState<Candidate[]>();
  /** The click found that it was created before under this name, and deleted since. */
  const [deleted, setDeleted] = useState<string>();
  /** The user's answer to that. */
  const [answered, setAnswered] = useState<DeletedAnswer>();
  const [picking, setPicking] = useState(false);
  const similar = found ?? props.similar;
  const busy = state.busy.value;
  /** The user has seen the candidates after pressing create. */
  const asked = found !== undefined && found.length > 0;

  const create = async (answer = answered) => {
    const outcome = await state.perform(answer ?? 'create', () => props.create(asked, answer));
    if (!outcome) return;
    setAnswered(answer);
    setDeleted(!outcome.done && 'deleted' in outcome ? outcome.deleted : undefined);
    if (outcome.done) props.onCreated(answer);
    else if ('similar' in outcome) setFound(outcome.similar);
    else if ('missing' in outcome) props.onMissing(outcome.missing);
  };
  const matchWith = async (id: string, name: string) => {
    const input = { connectionId, ...props.pairWith(id), shown: party.name };
    const run = await state.perform(id, () => send('matchOne', input));
    if (run) state.announce(words.matched(name));
  };

  return (
    <>
      {props.intro}
      {similar.length > 0 && (
        <SimilarBox
          title={own.similar}
          hint={words.similarFirst}
          warning={asked ? own.notMade : undefined}
          candidates={similar}
          action={words.matchWith}
          busy={busy}
          onChoose={({ id, name }) => matchWith(id, name)}
        />
      )}
      {props.children}
      <div class="card-warnings">
        <PartyWarnings party={party} />
      </div>
      {deleted !== undefined && (
        <Notice kind="warning" title={t.value.create.deleted.was(deleted)}>
          <p>{words.deletedHint}</p>
          <DeletedAnswers busy={busy} onAnswer={create} />
        </Notice>
      )}
      <div class="card-actions">
        {props.other}
        <Button busy={busy !== undefined} onClick={() => setPicking(true)}>
          {words.match}
        </Button>
        {deleted === undefined && (
          <Button
            variant={similar.length > 0 ? 'secondary' : 'primary'}
            busy={busy !== undefined}
            onClick={() => create()}
          >
            {asked ? own.makeAnyway : own.make}
          </Button>
        )}
      </div>
      {picking && (
        <FindDialog
          connectionId={connectionId}
          side={side}
          name={party.name}
          details={detailsOf(party)}
          suggested={similar}
          onChoose={(id, name) => {
            setPicking(false);
            void matchWith(id, name);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}

export interface SimilarBoxProps extends SimilarListProps {
  title: string;
  hint?: string;
  /** Why what the user asked for was not done. */
  warning?: string;
}

/** Customers of the other side that may be the same. */
export function SimilarBox({ title, hint, warning, ...list }: SimilarBoxProps) {
  return (
    <section class="box similar" aria-label={title}>
      <div>
        <h2>{title}</h2>
        {hint && <p class="muted">{hint}</p>}
      </div>
      {warning && <Notice kind="warning" title={warning} />}
      <SimilarList {...list} />
    </section>
  );
}

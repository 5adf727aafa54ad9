import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { Contact, Customer } from '../../lib/domain/customer.ts';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import type { OneClickResult } from '../../lib/features/panel/index.ts';
import { DeletedAnswers } from '../candidates/DeletedAnswers.tsx';
import { PartyWarnings } from '../candidates/PartyWarnings.tsx';
import { send } from '../shared/background.ts';
import type { LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { FindDialog } from './FindDialog.tsx';
import { Similar } from './Similar.tsx';

export interface UnlinkedProps<Card> {
  state: LiveView<Card>;
  connectionId: string;
  /** The customer or contact on the page. */
  party: Customer | Contact;
  /** Where its counterpart is looked for. */
  side: 'contacts' | 'customers';
  /** Who it may be, as the card knows. */
  similar: readonly Candidate[];
  /** Which customer is to be which contact, when this one is chosen. */
  pairWith: (id: string) => { customerId: string; contactGuid: string };
  /** The click that makes a counterpart. @param anyway though somebody similar is there */
  create: (anyway: boolean, deleted?: DeletedAnswer) => Promise<OneClickResult>;
  /** It was made, or has come back. */
  onCreated: (deleted?: DeletedAnswer) => void;
  /** It was not made, since this is missing. */
  onMissing: (missing: readonly ('name' | 'country')[]) => void;
  /** How it stands, above; what is missing, above the buttons; and another button. */
  intro: ComponentChildren;
  children?: ComponentChildren;
  other?: ComponentChildren;
}

/** Somebody without a counterpart: who it may be, a choice by hand, and the one click that makes one. */
export function Unlinked<Card>(props: UnlinkedProps<Card>) {
  const { state, connectionId, party, side } = props;
  const words = t.value.panel;
  const own = words.side[side];
  /** Found at the click; until then the card's own. */
  const [found, setFound] = useState<Candidate[]>();
  /** It was made before, under this name, and deleted since; found at the click. */
  const [deleted, setDeleted] = useState<string>();
  /** What the user has said to that. */
  const [answered, setAnswered] = useState<DeletedAnswer>();
  const [picking, setPicking] = useState(false);
  const similar = found ?? props.similar;
  const busy = state.busy.value;
  /** The user has been shown who it may be, and pressed the button for it to be made. */
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
        <Similar
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

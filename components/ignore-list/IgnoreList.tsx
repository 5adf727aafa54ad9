import { useEffect, useRef, useState } from 'preact/hooks';
import { displayNames } from '../../lib/domain/display-names.ts';
import type { IgnoredContact } from '../../lib/domain/link.ts';
import { byName } from '../../lib/domain/order.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { overview } from '../shared/overview.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';

/** Longer lists have a search field. */
const LONG = 10;

/** The contacts that are not offered for import, each with a button that removes it from the list. */
export function IgnoreList() {
  const words = t.value.settings;
  const connectionId = overview.value?.connection?.id;
  const [contacts, setContacts] = useState<IgnoredContact[]>();
  const [failure, setFailure] = useState<{ error: unknown; unchanged: string }>();
  const [removed, setRemoved] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);

  const load = async (id: string) => {
    try {
      const found = await send('ignored', { connectionId: id });
      setContacts(found.sort(byName((contact) => contact.contactGuid)));
    } catch (error) {
      setFailure({ error, unchanged: words.ignoreListFailed });
    }
  };
  // Reload when another view has changed the list, and with it the count.
  const count = overview.value?.counts?.ignored;
  useEffect(() => {
    if (connectionId) void load(connectionId);
  }, [connectionId, count]);
  useEffect(() => {
    if (location.hash === '#ignore-list') heading.current?.scrollIntoView();
  }, [contacts === undefined]);

  const remove = async ({ contactGuid }: IgnoredContact, name: string) => {
    if (!connectionId) return;
    setFailure(undefined);
    try {
      await send('unignore', { connectionId, contactGuid });
      setContacts((current) => current?.filter((contact) => contact.contactGuid !== contactGuid));
      setRemoved(name);
      // The pressed button is gone: move the focus to the list's heading.
      heading.current?.focus();
    } catch (error) {
      setFailure({ error, unchanged: words.removeFailed });
    }
  };

  return (
    <section class="box" id="ignore-list" aria-labelledby="ignore-list-heading">
      <div>
        <h2 id="ignore-list-heading" ref={heading} tabIndex={-1}>
          {words.ignoreList}
        </h2>
        <p class="muted">{words.ignoreListHint}</p>
      </div>
      <p class={removed ? 'muted' : 'hidden-visually'} role="status">
        {removed && words.removed(removed)}
      </p>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={failure.unchanged} />}
      <Rows contacts={contacts} connected={connectionId !== undefined} onRemove={remove} />
    </section>
  );
}

interface RowsProps {
  contacts?: IgnoredContact[];
  connected: boolean;
  onRemove(contact: IgnoredContact, name: string): void;
}

function Rows({ contacts, connected, onRemove }: RowsProps) {
  const words = t.value;
  const [query, setQuery] = useState('');
  if (!contacts) {
    const unconnected = overview.value !== undefined && !connected;
    if (unconnected) return <p class="muted">{words.settings.ignoreListUnconnected}</p>;
    return <Skeleton label={words.common.loading} rows={2} />;
  }
  if (contacts.length === 0) return <p class="muted">{words.settings.ignoreListEmpty}</p>;
  const names = displayNames(
    contacts.map(({ contactGuid, name }) => ({ id: contactGuid, name })),
    words.common.unnamed,
  );
  const nameOf = ({ contactGuid, name }: IgnoredContact) => names.get(contactGuid) ?? name;
  const wanted = query.trim().toLocaleLowerCase('da');
  const shown = contacts.filter((contact) => nameOf(contact).toLocaleLowerCase('da').includes(wanted));
  return (
    <>
      {contacts.length > LONG && (
        <TextField
          label={words.settings.ignoreListSearch}
          hideLabel
          type="search"
          placeholder={words.settings.ignoreListSearch}
          value={query}
          onInput={setQuery}
        />
      )}
      {shown.length === 0 && <p class="muted">{words.settings.ignoreListNothingFound}</p>}
      <VirtualList
        label={words.settings.ignoreList}
        items={shown}
        keyOf={({ contactGuid }) => contactGuid}
        nameOf={nameOf}
        rowHeight={41}
      >
        {(contact) => (
          <div class="ignored">
            <span class="ignored-name">{nameOf(contact)}</span>
            <span class="muted small">
              {words.settings.ignoredSince(formats.value.date(contact.ignoredAt))}
            </span>
            <Button
              variant="quiet"
              compact
              icon="undo"
              label={words.settings.removeNamed(nameOf(contact))}
              onClick={() => onRemove(contact, nameOf(contact))}
            >
              {words.settings.remove}
            </Button>
          </div>
        )}
      </VirtualList>
    </>
  );
}

import { useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { contactsUrl, contactUrl } from '../../lib/domain/dinero-page.ts';
import { customerLink } from '../../lib/domain/effihub-page.ts';
import type { DuplicateMember, Side } from '../../lib/features/duplicates/index.ts';
import { t } from '../shared/text.ts';
import { detailsOf } from '../shared/Who.tsx';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Tag } from '../ui/Tag.tsx';

export interface MemberRowProps {
  connection: Company;
  side: Side;
  member: DuplicateMember;
  /** The member's name in this list. */
  name: string;
  busy: boolean;
  /** Missing unless another member has a link that can be moved here. */
  onMove?: () => void;
}

/** One of the records that may be the same customer. */
export function MemberRow({ connection, side, member, name, busy, onMove }: MemberRowProps) {
  const { common, duplicates: words, match, panel } = t.value;
  const [copied, setCopied] = useState(false);
  const { linkedTo, number, ignored, supplier } = member;
  const details = detailsOf(member);
  const { organizationId, source } = connection;
  const inDinero = side === 'contacts';
  const dinero = number ? contactUrl(organizationId, number) : contactsUrl(organizationId);
  const leadsToList = inDinero ? !number : source === 'sheet';
  // The link leads to a list, where the user searches by name.
  const copy = () => {
    if (!leadsToList || !member.name) return;
    void navigator.clipboard.writeText(member.name).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <fieldset class="duplicate" aria-label={name}>
      <div class="who">
        <div class="duplicate-name">
          <span>{name}</span>
          {linkedTo && (
            <Tag icon="link" tone="success">
              {words.linkedTo(linkedTo.name || words.unknown)}
            </Tag>
          )}
          {ignored && <Tag icon="ban">{match.ignored}</Tag>}
          {supplier && <Tag>{match.supplier}</Tag>}
        </div>
        {details && <div class="muted small duplicate-details">{details}</div>}
        <p class={copied ? 'muted small' : 'hidden-visually'} role="status">
          {copied && panel.nameCopied(member.name || common.unnamed)}
        </p>
      </div>
      <div class="duplicate-actions">
        {onMove && (
          <Button compact busy={busy} onClick={onMove}>
            {words.move}
          </Button>
        )}
        <ExternalLink href={inDinero ? dinero : customerLink(connection, member.id)} onClick={copy}>
          {inDinero ? panel.openDinero : panel.openEffihub}
        </ExternalLink>
        {linkedTo && (
          <ExternalLink href={inDinero ? customerLink(connection, linkedTo.id) : contactsUrl(organizationId)}>
            {inDinero ? panel.openEffihub : panel.openDinero}
          </ExternalLink>
        )}
      </div>
    </fieldset>
  );
}

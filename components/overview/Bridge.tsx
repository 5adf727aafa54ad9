import type { ComponentChildren } from 'preact';
import type { ConnectionInfo, Overview } from '../../lib/messaging/protocol.ts';
import { formats, t } from '../text.ts';
import { Icon } from '../ui/Icon.tsx';

export interface BridgeProps {
  connection: ConnectionInfo;
  counts: Overview['counts'];
  /** What can be begun, and what was done last. */
  children: ComponentChildren;
}

/** Which company and which account, how many stand on each side, and how many are linked. */
export function Bridge({ connection, counts, children }: BridgeProps) {
  const words = t.value.overview;
  const { number } = formats.value;
  return (
    <section class="box" aria-label={words.connectedLabel}>
      <div class="bridge">
        <div class="bridge-side">
          <p class="bridge-system">Dinero</p>
          <p class="bridge-name">{connection.organizationName}</p>
          <p class="muted small">{words.companyId(connection.organizationId)}</p>
          {counts && (
            <p class="bridge-count">{words.contacts(number(counts.contacts), counts.contacts === 1)}</p>
          )}
        </div>
        <div class="bridge-middle">
          <span class="bridge-line" />
          <span class="bridge-knot">
            <Icon name="link" />
            {counts && (
              <span>
                <strong>{number(counts.linked)}</strong> {words.linked}
              </span>
            )}
          </span>
          <span class="bridge-line" />
        </div>
        <div class="bridge-side bridge-side-right">
          <p class="bridge-system">Effihub</p>
          <p class="bridge-name">{connection.accountName}</p>
          {connection.subdomain && <p class="muted small">{connection.subdomain}.effihub.com</p>}
          {counts && (
            <p class="bridge-count">{words.customers(number(counts.customers), counts.customers === 1)}</p>
          )}
        </div>
      </div>
      {!counts && connection.source !== 'sheet' && <p class="muted">{words.notReadYet}</p>}
      <div class="bridge-foot">{children}</div>
    </section>
  );
}

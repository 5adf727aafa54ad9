import type { ComponentChildren } from 'preact';
import type { Company } from '../../lib/domain/company.ts';
import type { Overview } from '../../lib/features/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { StateBar } from './StateBar.tsx';

export interface BridgeProps {
  connection: Company;
  counts: Overview['counts'];
  /** When the counts were last brought up to date. */
  checked?: ComponentChildren;
  /** What can be begun, and what was done last. */
  children: ComponentChildren;
}

/** Which company and which account, how many stand on each side, and how many are linked. */
export function Bridge({ connection, counts, checked, children }: BridgeProps) {
  const words = t.value.overview;
  const { number } = formats.value;
  return (
    <section class="box" aria-label={words.connectedLabel}>
      <div class="bridge">
        <div class="bridge-side">
          <p class="bridge-system">Dinero</p>
          <p class="bridge-name">{connection.organizationName}</p>
          <Details
            where={words.companyId(connection.organizationId)}
            count={counts && words.contacts(number(counts.contacts), counts.contacts === 1)}
          />
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
          <Details
            where={connection.subdomain && `${connection.subdomain}.effihub.com`}
            count={counts && words.customers(number(counts.customers), counts.customers === 1)}
          />
        </div>
      </div>
      <div class="bridge-state">
        <div class="states">
          <StateBar system="dinero" side={counts?.sides?.dinero} />
          <StateBar system="effihub" side={counts?.sides?.effihub} />
        </div>
        {counts && checked}
      </div>
      {!counts && connection.source !== 'sheet' && <p class="muted">{words.notReadYet}</p>}
      <div class="bridge-foot">{children}</div>
    </section>
  );
}

/** What a side can be told by, and how many there are. */
function Details({ where, count }: { where: string; count?: string }) {
  if (!where && !count) return null;
  return (
    <p class="bridge-details">
      {where && <span>{where}</span>}
      {count && <span>{count}</span>}
    </p>
  );
}

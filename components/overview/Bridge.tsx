import './overview.css';
import './state-bar.css';
import type { ComponentChildren } from 'preact';
import type { Company } from '../../lib/domain/company.ts';
import type { SideCounts } from '../../lib/domain/counts.ts';
import type { System } from '../../lib/domain/problem.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

export interface BridgeProps {
  connection: Company;
  counts: Overview['counts'];
  /** When the systems were last checked. */
  checked?: ComponentChildren;
  /** At the foot: the last run, and what can be started. */
  children: ComponentChildren;
}

/** Company and account, the number of customers on each side and in each state, and how many are linked. */
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

/** A side's address, and its number of customers. */
function Details({ where, count }: { where: string; count?: string }) {
  if (!where && !count) return null;
  return (
    <p class="bridge-details">
      {where && <span>{where}</span>}
      {count && <span>{count}</span>}
    </p>
  );
}

const STATES = ['linked', 'waiting', 'ignored', 'broken'] as const satisfies readonly (keyof SideCounts)[];

const ICONS: Record<keyof SideCounts, IconName> = {
  linked: 'link',
  waiting: 'clock',
  ignored: 'ban',
  broken: 'link-off',
};

/** A bar of one system's customers by state, with a legend. @param props.side undefined before the first reading */
function StateBar({ system, side }: { system: System; side?: SideCounts }) {
  const words = t.value;
  const { number } = formats.value;
  const name = words.common.systems[system];
  const count = (state: keyof SideCounts) => (side ? number(side[state]) : '–');
  const counted = {
    linked: count('linked'),
    waiting: count('waiting'),
    ignored: count('ignored'),
    broken: count('broken'),
  };
  const isSome = (state: keyof SideCounts) => side !== undefined && side[state] > 0;
  return (
    <div
      class="state"
      role="img"
      aria-label={side ? words.check.picture(name, counted) : words.check.pictureUnread(name)}
    >
      <div class="state-bar">
        {STATES.filter(isSome).map((state) => (
          <span key={state} class={`state-part state-${state}`} style={{ flexGrow: side?.[state] }} />
        ))}
      </div>
      <div class="state-words">
        <span class="state-system">{name}</span>
        {STATES.filter((state) => state === 'linked' || state === 'waiting' || isSome(state)).map((state) => (
          <span key={state} class={`state-word state-word-${state}`}>
            <Icon name={ICONS[state]} />
            {words.check.states[state]} <strong>{count(state)}</strong>
          </span>
        ))}
      </div>
    </div>
  );
}

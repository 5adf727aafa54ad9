import type { Company } from '../../lib/domain/company.ts';
import { contactsUrl } from '../../lib/domain/dinero-page.ts';
import { customerLink } from '../../lib/domain/effihub-page.ts';
import type { System } from '../../lib/domain/problem.ts';
import type { DifferencesRow as Row } from '../../lib/features/differences/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Who } from '../shared/Who.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { FieldLine } from './FieldLine.tsx';
import type { DifferencesState } from './state.ts';

export interface DifferencesRowProps {
  state: DifferencesState;
  row: Row;
  /** The customer's name in this list. */
  name: string;
  connection: Company;
}

/** A customer and its differing fields. */
export function DifferencesRow({ state, row, name, connection }: DifferencesRowProps) {
  const words = t.value;
  const { customerId: id, city, vatNumber, changedAt } = row;
  const headOf = (system: System) => {
    const name = words.common.systems[system];
    const time = changedAt[system];
    return time ? words.differences.changedAt(name, formats.value.date(Date.parse(time))) : name;
  };
  return (
    <div class="differences-row">
      <div class="differences-head">
        <Who name={name} party={{ id, name: row.name, city, vatNumber }} />
        <span class="differences-links small">
          <ExternalLink href={contactsUrl(connection.organizationId)}>{words.result.openDinero}</ExternalLink>
          <ExternalLink href={customerLink(connection, id)}>{words.result.openEffihub}</ExternalLink>
        </span>
      </div>
      <div class="difference-line difference-heads muted small">
        <span />
        <span>{headOf('dinero')}</span>
        <span>{headOf('effihub')}</span>
        <span />
      </div>
      {row.differences.map((difference) => (
        <FieldLine
          key={difference.field}
          state={state}
          line={{ row, difference }}
          name={name}
          writesEffihub={connection.source !== 'sheet'}
        />
      ))}
    </div>
  );
}

import { ASSUMED_COUNTRY } from '../../lib/domain/create-fields.ts';
import type { Party } from '../../lib/domain/customer.ts';
import { warningsOf } from '../../lib/domain/customer-checks.ts';
import { t } from '../shared/text.ts';
import { Tag } from '../ui/Tag.tsx';

/** What should be looked at before somebody is made in the other system, as it stands. */
export function PartyWarnings({ party }: { party: Party }) {
  const { countryCode = ASSUMED_COUNTRY, isPerson = false } = party;
  return warningsOf(party, { countryCode, isPerson }).map((warning) => (
    <Tag key={warning} icon="warning" tone="warning">
      {t.value.create.warnings[warning]}
    </Tag>
  ));
}

import { companyLabel } from '../../lib/domain/company.ts';
import { overview, switchCompany } from '../shared/overview.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';

/** The other companies where something waits for a decision; one click leads to each. */
export function Others({ onTurn }: { onTurn(): void }) {
  const words = t.value.check;
  const { connection, companies = [] } = overview.value ?? {};
  const others = companies.filter(({ id, waiting }) => connection && id !== connection.id && waiting > 0);
  if (others.length === 0) return null;
  const turnTo = async (connectionId: string) => {
    onTurn();
    await switchCompany(connectionId);
  };
  return (
    <nav class="others" aria-label={words.others}>
      {others.map((company) => (
        <Button key={company.id} variant="quiet" compact icon="clock" onClick={() => turnTo(company.id)}>
          {words.other(companyLabel(company), formats.value.number(company.waiting))}
        </Button>
      ))}
    </nav>
  );
}

import { companyLabel } from '../../lib/domain/company.ts';
import { overview, switchCompany } from '../shared/overview.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';

/** Chooses the company that is shown, here and in views opened later. */
export function CompanyChoice() {
  const { connection, companies = [] } = overview.value ?? {};
  if (!connection || companies.length < 2) return null;
  return (
    <Select
      compact
      label={t.value.overview.company}
      value={connection.id}
      options={companies.map((company) => ({ value: company.id, label: companyLabel(company) }))}
      onChange={switchCompany}
    />
  );
}

/** Links to the other companies in which decisions wait. */
export function OtherCompanies({ onSwitch }: { onSwitch(): void }) {
  const words = t.value.check;
  const { connection, companies = [] } = overview.value ?? {};
  const others = companies.filter(({ id, waiting }) => connection && id !== connection.id && waiting > 0);
  if (others.length === 0) return null;
  const switchTo = async (connectionId: string) => {
    onSwitch();
    await switchCompany(connectionId);
  };
  return (
    <nav class="others" aria-label={words.others}>
      {others.map((company) => (
        <Button key={company.id} variant="quiet" compact icon="clock" onClick={() => switchTo(company.id)}>
          {words.other(companyLabel(company), formats.value.number(company.waiting))}
        </Button>
      ))}
    </nav>
  );
}

import { companyLabel } from '../../lib/domain/company.ts';
import { overview, switchCompany } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Select } from '../ui/Select.tsx';

/** Which of several companies is shown; the next view that is opened shows it, too. */
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

import { companyLabel } from '../../lib/company.ts';
import { send } from '../background.ts';
import { t } from '../text.ts';
import { Select } from '../ui/Select.tsx';
import { lookOnce, overview, showCompany } from './state.ts';

/** Which of several companies is shown; the next view that is opened shows it, too. */
export function CompanyChoice() {
  const { connection, companies = [] } = overview.value ?? {};
  if (!connection || companies.length < 2) return null;
  const choose = async (connectionId: string) => {
    await showCompany(connectionId);
    // Removed meanwhile: then the view turns to another one by itself.
    await send('useCompany', { connectionId }).catch(() => undefined);
    await lookOnce();
  };
  return (
    <Select
      compact
      label={t.value.overview.company}
      value={connection.id}
      options={companies.map((company) => ({ value: company.id, label: companyLabel(company) }))}
      onChange={choose}
    />
  );
}

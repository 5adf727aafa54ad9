import './connect.css';
import { t } from '../../shared/text.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { FromOpenPage } from './FromOpenPage.tsx';
import { SettingField } from './SettingField.tsx';
import { formValues, selectedId, setEffihubKind, setField } from './state.ts';

/** The source of Effihub's customers: its API, or tables. */
export function EffihubSide() {
  const words = t.value.settings;
  const kind = formValues.value?.effihub ?? 'api';
  return (
    <>
      <RadioGroup
        label={words.effihubAccess}
        hideLabel
        value={kind}
        options={[
          { value: 'api', label: words.api },
          { value: 'sheet', label: words.sheet },
        ]}
        onChange={setEffihubKind}
      />
      <p class="muted">{kind === 'api' ? words.effihubHow : words.sheetHow}</p>
      {kind === 'api' ? (
        <>
          <SettingField name="baseUrl" label={words.baseUrl} hint={words.baseUrlHint} required />
          <SettingField name="token" label={words.token} hint={words.tokenHint} required />
        </>
      ) : (
        <div class="field-with-action">
          <SettingField name="account" label={words.account} hint={words.accountHint} required />
          <FromOpenPage
            key={selectedId.value}
            label={words.fromEffihub}
            none={words.noEffihubPage}
            page="https://app.effihub.com/"
            openLabel={words.openEffihub}
            pick={({ accounts }) => accounts}
            onPick={(account) => setField('account', account)}
          />
        </div>
      )}
    </>
  );
}

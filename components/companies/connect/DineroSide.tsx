import './connect.css';
import { t } from '../../shared/text.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { FromOpenPage } from './FromOpenPage.tsx';
import { SettingField } from './SettingField.tsx';
import { chosen, setDineroKind, type, typed } from './state.ts';
import { VismaFields } from './VismaFields.tsx';

/** How Kundebro gets into Dinero: with an API key, or signed in with Visma Connect. */
export function DineroSide() {
  const words = t.value.settings;
  const kind = typed.value?.dinero ?? 'personal';
  return (
    <>
      <RadioGroup
        label={words.dineroAccess}
        hideLabel
        value={kind}
        options={[
          { value: 'personal', label: words.personal },
          { value: 'visma', label: words.visma },
        ]}
        onChange={setDineroKind}
      />
      <p class="muted">{kind === 'personal' ? words.dineroHow : words.vismaHow}</p>
      {kind === 'visma' ? (
        <VismaFields />
      ) : (
        <>
          <SettingField name="clientId" label={words.clientId} hint={words.clientIdHint} required />
          <SettingField
            name="clientSecret"
            label={words.clientSecret}
            hint={words.clientSecretHint}
            required
          />
          <SettingField name="apiKey" label={words.apiKey} hint={words.apiKeyHint} required />
          <div class="field-with-action">
            <SettingField
              name="organizationId"
              label={words.organizationId}
              hint={words.organizationIdHint}
            />
            <FromOpenPage
              key={chosen.value}
              label={words.fromDinero}
              none={words.noDineroPage}
              page="https://app.dinero.dk/"
              openLabel={words.openDinero}
              pick={({ organizationIds }) => organizationIds}
              onPick={(id) => type('organizationId', id)}
            />
          </div>
        </>
      )}
    </>
  );
}

import './connect.css';
import { useState } from 'preact/hooks';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FromOpenPage } from './FromOpenPage.tsx';
import { isSaved } from './fields.ts';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { SettingField } from './SettingField.tsx';
import { reuseSignIn, signIn, signOut } from './sign-in.ts';
import {
  busy,
  errors,
  formValues,
  grantedOrganizations,
  outcomes,
  saved,
  selectedId,
  setDineroKind,
  setField,
  settings,
} from './state.ts';

/** Access to Dinero: with an API key, or a sign-in with Visma Connect. */
export function DineroSide() {
  const words = t.value.settings;
  const kind = formValues.value?.dinero ?? 'personal';
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
              key={selectedId.value}
              label={words.fromDinero}
              none={words.noDineroPage}
              page="https://app.dinero.dk/"
              openLabel={words.openDinero}
              pick={({ organizationIds }) => organizationIds}
              onPick={(id) => setField('organizationId', id)}
            />
          </div>
        </>
      )}
    </>
  );
}

/** The sign-in with Visma Connect, through the user's own application there. */
function VismaFields() {
  const words = t.value.settings;
  const form = formValues.value;
  const info = settings.value;
  if (!form || !info) return null;
  const isSignedIn = form.signInId !== '' || isSaved('signInId', form, info, saved.value);
  const hasSavedSignIn =
    !isSignedIn &&
    info.clients.some(
      ({ kind, clientId, signedIn }) => kind === 'visma' && signedIn && clientId === form.clientId.trim(),
    );
  const error = errors.value.signInId;
  return (
    <>
      <RedirectAddress address={info.redirectUri} />
      <SettingField name="clientId" label={words.clientId} hint={words.vismaClientHint} required />
      <SettingField name="clientSecret" label={words.clientSecret} hint={words.vismaSecretHint} required />
      <div class="connect-test">
        <div class="sign-in">
          {hasSavedSignIn && (
            <Button onClick={reuseSignIn} busy={busy.value}>
              {words.useSavedSignIn}
            </Button>
          )}
          <Button onClick={signIn} busy={busy.value}>
            {isSignedIn ? words.signInAgain : words.signIn}
          </Button>
          {saved.value?.dinero === 'visma' && saved.value.saved.key && form.signInId === '' && (
            <>
              <Button variant="quiet" onClick={signOut} busy={busy.value}>
                {words.signOut}
              </Button>
              {saved.value.sharesSignIn && <span class="muted small">{words.signOutOfAll}</span>}
            </>
          )}
        </div>
        <div role="status">
          {isSignedIn && (
            <span class="outcome-good">
              <Icon name="check-circle" />
              <span>{words.signedIn}</span>
            </span>
          )}
        </div>
        {error && (
          <p class="field-error" role="alert">
            <Icon name="error" />
            {words.signInFirst}
          </p>
        )}
        {outcomes.value.signIn?.state === 'failed' && <OutcomeNotice outcome={outcomes.value.signIn} />}
      </div>
      {grantedOrganizations.value.length > 0 && (
        <Select
          label={words.organization}
          value={form.organizationId}
          options={grantedOrganizations.value.map(({ id, name }) => ({
            value: String(id),
            label: `${name} (${id})`,
          }))}
          onChange={(id) => setField('organizationId', id)}
        />
      )}
      {form.signInId !== '' && grantedOrganizations.value.length === 0 && (
        <p class="muted">{words.nothingGranted}</p>
      )}
    </>
  );
}

/** To be registered with Visma; it depends on this extension's id. */
function RedirectAddress({ address }: { address: string }) {
  const words = t.value;
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="field-with-action">
      <TextField
        label={words.settings.redirectUri}
        value={address}
        onInput={() => undefined}
        mono
        readOnly
        hint={words.settings.redirectUriHint}
      />
      <Button compact icon={copied ? 'check' : 'copy'} onClick={copy}>
        {copied ? words.common.copied : words.settings.copyAddress}
      </Button>
    </div>
  );
}

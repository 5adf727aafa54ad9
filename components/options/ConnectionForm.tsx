import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import type { Part } from './fields.ts';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { SettingField } from './SettingField.tsx';
import { busy, outcomes, refusals, save, testDinero, testEffihub } from './state.ts';

/** Both sides of the connection, tested one at a time and saved together. */
export function ConnectionForm() {
  const words = t.value.settings;
  const form = useRef<HTMLFormElement>(null);
  const refused = refusals.value;
  // The first wrong field takes the focus, so that its reason is read at once.
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return (
    <form
      ref={form}
      class="options-form"
      aria-label={words.connection}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="options-sides">
        <section class="box" aria-labelledby="dinero-heading">
          <div>
            <h2 id="dinero-heading">{words.dinero}</h2>
            <p class="muted">{words.dineroHow}</p>
          </div>
          <SettingField name="clientId" label={words.clientId} hint={words.clientIdHint} required />
          <SettingField
            name="clientSecret"
            label={words.clientSecret}
            hint={words.clientSecretHint}
            required
          />
          <SettingField name="apiKey" label={words.apiKey} hint={words.apiKeyHint} required />
          <SettingField name="organizationId" label={words.organizationId} hint={words.organizationIdHint} />
          <Test part="dinero" label={words.testDinero} onClick={testDinero} />
        </section>
        <section class="box" aria-labelledby="effihub-heading">
          <div>
            <h2 id="effihub-heading">{words.effihub}</h2>
            <p class="muted">{words.effihubHow}</p>
          </div>
          <SettingField name="baseUrl" label={words.baseUrl} hint={words.baseUrlHint} required />
          <SettingField name="token" label={words.token} hint={words.tokenHint} required />
          <Test part="effihub" label={words.testEffihub} onClick={testEffihub} />
        </section>
      </div>
      <div class="options-save">
        <OutcomeNotice outcome={outcomes.value.save} />
        <p class="muted">{words.saveHint}</p>
        <Button type="submit" variant="primary" busy={busy.value}>
          {words.saveConnection}
        </Button>
      </div>
    </form>
  );
}

function Test({ part, label, onClick }: { part: Part; label: string; onClick: () => void }) {
  return (
    <div class="options-test">
      <Button onClick={onClick} busy={busy.value}>
        {label}
      </Button>
      <OutcomeNotice outcome={outcomes.value[part]} />
    </div>
  );
}

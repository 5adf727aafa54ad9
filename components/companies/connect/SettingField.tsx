import type { ComponentChildren } from 'preact';
import { t } from '../../shared/text.ts';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type FieldError, type FieldName, isSaved } from './fields.ts';
import { errors, formValues, saved, setField, settings } from './state.ts';

const SECRETS: ReadonlySet<FieldName> = new Set(['clientSecret', 'apiKey', 'token']);

export interface SettingFieldProps {
  name: FieldName;
  label: string;
  hint: ComponentChildren;
  required?: boolean;
}

/** One field of the connection. Of a saved secret it says only that it is saved. */
export function SettingField({ name, label, hint, required }: SettingFieldProps) {
  const words = t.value.settings;
  const secret = SECRETS.has(name);
  const { value: info } = settings;
  const { value: form } = formValues;
  const isKept = info !== undefined && form !== undefined && isSaved(name, form, info, saved.value);
  const error = errors.value[name];
  return (
    <TextField
      label={label}
      value={form?.[name] ?? ''}
      onInput={(value) => setField(name, value)}
      masked={secret}
      inputMode={name === 'organizationId' ? 'numeric' : name === 'baseUrl' ? 'url' : undefined}
      mono
      required={required && !isKept}
      error={error && errorWords(error, label)}
      hint={isKept ? words.savedHint : hint}
      after={
        isKept && (
          <Tag icon="check" tone="success">
            {words.saved}
          </Tag>
        )
      }
    />
  );
}

/** @param label the field's */
function errorWords(error: FieldError, label: string): string {
  const words = t.value.settings;
  const said: Record<FieldError, string> = {
    missing: words.missing(label),
    'digits-only': words.digitsOnly,
    'https-only': words.httpsOnly,
    'no-account': words.noAccount,
  };
  return said[error];
}

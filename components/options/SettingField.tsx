import { t } from '../text.ts';
import { Tag } from '../ui/Tag.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type FieldError, type FieldName, isSaved } from './fields.ts';
import { errors, settings, type, typed } from './state.ts';

const SECRETS: ReadonlySet<FieldName> = new Set(['clientSecret', 'apiKey', 'token']);

export interface SettingFieldProps {
  name: FieldName;
  label: string;
  hint: string;
  required?: boolean;
}

/** One field of the connection. A saved secret is told in words; its field stays empty. */
export function SettingField({ name, label, hint, required }: SettingFieldProps) {
  const words = t.value.settings;
  const secret = SECRETS.has(name);
  const { value: info } = settings;
  const { value: form } = typed;
  const saved = info !== undefined && form !== undefined && isSaved(name, info, form);
  const error = errors.value[name];
  const said: Record<FieldError, string> = {
    missing: words.missing(label),
    'digits-only': words.digitsOnly,
    'https-only': words.httpsOnly,
  };
  return (
    <TextField
      label={label}
      value={form?.[name] ?? ''}
      onInput={(value) => type(name, value)}
      masked={secret}
      inputMode={name === 'organizationId' ? 'numeric' : name === 'baseUrl' ? 'url' : undefined}
      mono
      required={required && !saved}
      error={error && said[error]}
      hint={saved ? words.savedHint : hint}
      after={
        saved && (
          <Tag icon="check" tone="success">
            {words.saved}
          </Tag>
        )
      }
    />
  );
}

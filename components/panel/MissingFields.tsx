import type { CreateChoice } from '../../lib/domain/choices.ts';
import { countryNames } from '../../lib/domain/countries.ts';
import { createFields } from '../../lib/domain/create-fields.ts';
import type { Customer } from '../../lib/domain/customer.ts';
import { language } from '../shared/preferences.ts';
import { t } from '../shared/text.ts';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface MissingFieldsProps {
  customer: Customer;
  missing: readonly ('name' | 'country')[];
  choice: CreateChoice;
  onChange: (choice: CreateChoice) => void;
}

/** The fields that Dinero requires and the customer lacks. */
export function MissingFields({ customer, missing, choice, onChange }: MissingFieldsProps) {
  const { panel: words, create } = t.value;
  const countries = countryNames(language.value).map(({ code, name }) => ({ value: code, label: name }));
  const { countryCode, name } = createFields(customer, choice);
  return (
    <fieldset class="box" aria-label={words.missing}>
      <Notice kind="info" title={words.missing} />
      {missing.includes('name') && (
        <TextField
          label={words.name}
          required
          autoFocus
          value={choice.name ?? customer.name}
          error={name ? undefined : create.missing.name}
          onInput={(text) => onChange({ ...choice, name: text })}
        />
      )}
      {missing.includes('country') && (
        <Select
          label={words.country}
          value={countryCode}
          options={countryCode ? countries : [{ value: '', label: create.chooseCountry }, ...countries]}
          onChange={(code) => onChange({ ...choice, countryCode: code })}
        />
      )}
    </fieldset>
  );
}

import './field.css';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface SelectProps<Value extends string> {
  /** The accessible name; visible unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  error?: string;
  compact?: boolean;
  /** The id of a text that describes it. */
  describedBy?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hideLabel, options, error } = props;
  const id = useId();
  const describedBy = [error && `${id}-error`, props.describedBy].filter(Boolean).join(' ');
  return (
    <div class={`field${props.compact ? ' field-compact' : ''}`}>
      {!hideLabel && (
        <label class="field-label" for={id}>
          {label}
        </label>
      )}
      <div class={`field-frame field-select${error ? ' field-invalid' : ''}`}>
        <select
          id={id}
          value={props.value}
          aria-label={hideLabel ? label : undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy || undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) props.onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" />
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="error" />
          {error}
        </p>
      )}
    </div>
  );
}

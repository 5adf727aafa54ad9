import './field.css';
import { useId } from 'preact/hooks';

export interface CheckboxProps {
  /** The accessible name. */
  label: string;
  /** A shorter visible text, where the row names the customer. The label must begin with it. */
  text?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: string;
  /** It cannot be changed yet. */
  busy?: boolean;
}

export function Checkbox({ label, text, checked, onChange, hint, busy }: CheckboxProps) {
  const id = useId();
  return (
    <div class="choice">
      <label class="choice-label">
        <input
          type="checkbox"
          checked={checked}
          aria-label={text === undefined ? undefined : label}
          aria-disabled={busy ? 'true' : undefined}
          aria-busy={busy ? 'true' : undefined}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onClick={(event) => busy && event.preventDefault()}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{text ?? label}</span>
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

import './field.css';
import { useId } from 'preact/hooks';

export interface RadioGroupProps<Value extends string> {
  /** The accessible name; visible unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
  /** Undefined until something is chosen. */
  value: Value | undefined;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** Side by side in one frame. */
  segmented?: boolean;
}

/** Native radios of one name: arrow keys move within the group, Tab leaves it. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hideLabel, segmented } = props;
  const id = useId();
  return (
    <div
      class={segmented ? 'radios radios-segmented' : 'radios'}
      role="radiogroup"
      aria-label={hideLabel ? label : undefined}
      aria-labelledby={hideLabel ? undefined : id}
    >
      {!hideLabel && (
        <span class="field-label" id={id}>
          {label}
        </span>
      )}
      <div class="radios-options">
        {props.options.map((option) => (
          <label key={option.value} class="choice-label">
            <input
              type="radio"
              name={`${id}-radio`}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

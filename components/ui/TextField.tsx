import './field.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface TextFieldProps {
  /** The accessible name; visible unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
  value: string;
  onInput: (value: string) => void;
  onBlur?: () => void;
  onEnter?: () => void;
  /** Below the field, part of its description. */
  hint?: ComponentChildren;
  /** The error in words. */
  error?: string;
  /** @default 'text' */
  type?: 'text' | 'search' | 'url' | 'email';
  /**
   * For secrets: shown as dots. Still a text field, so that it has that role and browsers do not offer to save a password.
   */
  masked?: boolean;
  /** Monospaced, for keys and numbers. */
  mono?: boolean;
  required?: boolean;
  readOnly?: boolean;
  placeholder?: string;
  inputMode?: 'text' | 'numeric' | 'url' | 'email' | 'search';
  maxLength?: number;
  compact?: boolean;
  autoFocus?: boolean;
  /** Inside the field's frame, to the right, e.g. a tag. */
  after?: ComponentChildren;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, type = 'text', after } = props;
  const id = useId();
  const describedBy = [error && `${id}-error`, after && `${id}-after`, hint && `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  return (
    <div class={`field${props.compact ? ' field-compact' : ''}`}>
      {!hideLabel && (
        <label class="field-label" for={id}>
          {label}
        </label>
      )}
      <div class={`field-frame${error ? ' field-invalid' : ''}`}>
        {type === 'search' && <Icon name="search" />}
        <input
          id={id}
          // The attribute's type takes one literal; the other types have the same attributes here.
          type={type as 'text'}
          class={props.masked ? 'field-mono field-masked' : props.mono ? 'field-mono' : undefined}
          value={props.value}
          aria-label={hideLabel ? label : undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy || undefined}
          aria-required={props.required ? 'true' : undefined}
          readOnly={props.readOnly}
          placeholder={props.placeholder}
          inputmode={props.inputMode}
          maxLength={props.maxLength}
          autocomplete="off"
          spellcheck={false}
          autofocus={props.autoFocus}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onBlur={props.onBlur}
          onKeyDown={(event) => event.key === 'Enter' && props.onEnter?.()}
        />
        {after && (
          <span class="field-after" id={`${id}-after`}>
            {after}
          </span>
        )}
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="error" />
          {error}
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

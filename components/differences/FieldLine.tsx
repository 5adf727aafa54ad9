import { useId } from 'preact/hooks';
import { countryName } from '../../lib/domain/countries.ts';
import type { Field } from '../../lib/domain/customer.ts';
import type { Answer } from '../../lib/domain/difference.ts';
import type { System } from '../../lib/domain/problem.ts';
import { canBeSent } from '../../lib/features/differences/index.ts';
import { language } from '../shared/preferences.ts';
import { t } from '../shared/text.ts';
import { Tag } from '../ui/Tag.tsx';
import type { DifferencesState, Line } from './state.ts';

export interface FieldLineProps {
  state: DifferencesState;
  line: Line;
  /** The customer's name in this list. */
  name: string;
  /** Whether Effihub can be written to. */
  writesEffihub: boolean;
}

/** Dinero requires these. */
const REQUIRED: readonly Field[] = ['name', 'countryCode'];

/** One field: choose Dinero's or Effihub's value, keep both, or decide later. */
export function FieldLine({ state, line, name, writesEffihub }: FieldLineProps) {
  const words = t.value.differences;
  const id = useId();
  const { field, dinero, effihub, changedIn } = line.difference;
  const label = words.fields[field];
  const given = state.answerOf(line);
  const isRequired = REQUIRED.includes(field);
  const isUnreadable = (from: System) => !canBeSent(line.difference, from, line.row.countries);
  const blocked: Partial<Record<Answer, string>> = {
    ...(isUnreadable('dinero') && { dinero: words.unread }),
    ...(isUnreadable('effihub') && { effihub: words.unread }),
    ...(!writesEffihub && { dinero: words.noApi }),
    ...(isRequired && effihub === '' && { effihub: words.needed(label) }),
  };
  const radio = (answer: Answer | 'wait') => ({
    name: `${id}-radio`,
    'aria-label': words.choices[answer],
    checked: answer === 'wait' ? given === undefined : given === answer,
    disabled: answer !== 'wait' && blocked[answer] !== undefined,
    onChange: () => state.answer(line, answer === 'wait' ? null : answer),
  });
  const side = (answer: 'dinero' | 'effihub', value: string) => (
    <label class="choice-label difference-value" title={blocked[answer]}>
      <input type="radio" {...radio(answer)} aria-describedby={`${id}-${answer}`} />
      <span class="difference-text" id={`${id}-${answer}`}>
        <span class="difference-system">{t.value.common.systems[answer]}</span>
        <Value field={field} value={value} />
        {isUnreadable(answer) && <span class="small difference-unread">{words.unread}</span>}
      </span>
    </label>
  );
  return (
    <div class="difference-line" role="radiogroup" aria-label={words.choiceFor(label, name)}>
      <span class="difference-field">
        <span>{label}</span>
        {changedIn && <span class="small">{words.changedIn(t.value.common.systems[changedIn])}</span>}
        {state.isStale(line) && (
          <Tag icon="warning" tone="warning">
            {words.stale}
          </Tag>
        )}
        {state.isKept(line) && <Tag icon="check">{words.kept}</Tag>}
      </span>
      {side('dinero', dinero)}
      {side('effihub', effihub)}
      <span class="difference-others">
        {(['both', 'wait'] as const).map((answer) => (
          <label key={answer} class="choice-label">
            <input type="radio" {...radio(answer)} />
            <span>{words.short[answer]}</span>
          </label>
        ))}
      </span>
    </div>
  );
}

function Value({ field, value }: { field: Field; value: string }) {
  if (value === '') return <span class="muted difference-empty">({t.value.differences.empty})</span>;
  return (
    <span class="difference-words">
      {field === 'countryCode' ? countryName(value, language.value) : value}
    </span>
  );
}

import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import type { DifferencesState, FieldFilter } from './state.ts';

/** Filters, and one answer for all shown fields. */
export function Tools({ state, writesEffihub }: { state: DifferencesState; writesEffihub: boolean }) {
  const words = t.value.differences;
  const kept = state.keptCount.value;
  const fields: FieldFilter[] = ['all', ...state.fields.value];
  const answers = writesEffihub
    ? (['dinero', 'effihub', 'both', 'wait'] as const)
    : (['effihub', 'both', 'wait'] as const);
  return (
    <div class="differences-tools">
      <div class="differences-filters">
        <Select
          label={words.onlyField}
          compact
          value={state.onlyField.value}
          options={fields.map((value) => ({
            value,
            label: value === 'all' ? words.allFields : words.fields[value],
          }))}
          onChange={(value) => {
            state.field.value = value;
          }}
        />
        {kept > 0 && (
          <Checkbox
            label={words.showKept(formats.value.number(kept))}
            checked={state.withKept.value}
            onChange={(checked) => {
              state.withKept.value = checked;
            }}
          />
        )}
      </div>
      {state.shown.value.length > 0 && (
        <div class="differences-all">
          <span class="muted">{words.allShown}</span>
          {answers.map((answer) => (
            <Button
              key={answer}
              compact
              label={words.forShown[answer]}
              onClick={() => state.answerShown(answer === 'wait' ? null : answer)}
            >
              {words.short[answer]}
            </Button>
          ))}
        </div>
      )}
      <p class="differences-left small" role="status">
        {state.leftOut.value > 0 && words.emptyNotTaken(state.leftOut.value)}
      </p>
    </div>
  );
}

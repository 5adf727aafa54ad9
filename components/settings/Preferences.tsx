import { useId } from 'preact/hooks';
import { CHECKS } from '../../lib/domain/preferences.ts';
import {
  checkChoice,
  languageChoice,
  setCheck,
  setLanguage,
  setTheme,
  themeChoice,
} from '../shared/preferences.ts';
import { t } from '../shared/text.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';

/** Language, theme and automatic check; saved on each change. */
export function Preferences() {
  const { settings: words, check } = t.value;
  const hintId = useId();
  return (
    <section class="box" aria-labelledby="preferences-heading">
      <div>
        <h2 id="preferences-heading">{words.preferences}</h2>
        <p class="muted">{words.preferencesHint}</p>
      </div>
      <div class="options-preferences">
        <Select
          label={words.language}
          value={languageChoice.value}
          options={(['auto', 'da', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
          onChange={setLanguage}
        />
        <RadioGroup
          label={words.theme}
          segmented
          value={themeChoice.value}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({
            value,
            label: words.themes[value],
          }))}
          onChange={setTheme}
        />
      </div>
      <div class="options-preferences">
        <Select
          label={check.title}
          value={checkChoice.value}
          options={CHECKS.map((value) => ({ value, label: check.choices[value] }))}
          onChange={setCheck}
          describedBy={hintId}
        />
        <p id={hintId} class="options-check-hint muted">
          {check.hint}
        </p>
      </div>
    </section>
  );
}

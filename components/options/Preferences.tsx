import { languageChoice, setLanguage, setTheme, themeChoice } from '../preferences.ts';
import { t } from '../text.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';

/** How the extension looks and speaks; saved as it is changed. */
export function Preferences() {
  const words = t.value.settings;
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
    </section>
  );
}

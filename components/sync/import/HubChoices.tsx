import type { HubChoices as Choices } from '../../../lib/domain/customer.ts';
import { language } from '../../shared/preferences.ts';
import { t } from '../../shared/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import type { WizardState } from '../state.ts';

const VIEWS: readonly (keyof Choices)[] = [
  'showTimesheets',
  'showProjects',
  'showPunchCards',
  'showInvoices',
];

/** What imported customers see in the portal: the account's defaults, which can be changed for this import. */
export function HubChoices({ wizard }: { wizard: WizardState }) {
  const words = t.value.import;
  const chosen = wizard.importDefaults.value;
  const names = new Intl.DisplayNames(language.value, { type: 'language', fallback: 'code' });
  return (
    <fieldset class="hub card">
      <legend class="hub-legend">{words.hub}</legend>
      <p class="muted small">{words.hubAbout}</p>
      <div class="hub-choices">
        {VIEWS.map((view) => (
          <Checkbox
            key={view}
            label={words.hubChoices[view]}
            checked={chosen.hub[view]}
            onChange={(checked) =>
              wizard.changeImportDefaults((now) => ({ ...now, hub: { ...now.hub, [view]: checked } }))
            }
          />
        ))}
        <div class="hub-language">
          <Select
            label={words.language}
            compact
            value={chosen.language}
            options={wizard.languages.value.map((code) => ({ value: code, label: nameOf(names, code) }))}
            onChange={(code) => wizard.changeImportDefaults((now) => ({ ...now, language: code }))}
          />
        </div>
      </div>
    </fieldset>
  );
}

/** Effihub may use a language code that the browser does not know. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

import { HelpButton } from '../shared/HelpButton.tsx';
import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { chooseCompany, place, showsAll } from './state.ts';

/** The company, and buttons to settings, help and all customers. */
export function PanelBar() {
  const words = t.value;
  const found = place.value?.kind === 'company' ? place.value : undefined;
  return (
    <div class="topbar">
      <p class="panel-company muted clipped">{found?.company.organizationName}</p>
      <div class="topbar-actions">
        {found && found.choices > 1 && <ChangeCompany />}
        <Button variant="quiet" compact icon="gear" onClick={() => openPage('/options.html')}>
          {words.common.settings}
        </Button>
        <HelpButton topic="panel" />
        {found && (
          <Button
            variant="quiet"
            compact
            onClick={() => {
              showsAll.value = true;
            }}
          >
            {words.panel.allCustomers}
          </Button>
        )}
      </div>
    </div>
  );
}

/** On pages that name no company: lets the user choose another one. */
export function ChangeCompany() {
  return (
    <Button variant="quiet" compact onClick={() => chooseCompany()}>
      {t.value.panel.otherCompany}
    </Button>
  );
}

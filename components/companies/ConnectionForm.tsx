import { showCompany } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { DineroSide } from './connect/DineroSide.tsx';
import { EffihubSide } from './connect/EffihubSide.tsx';
import { Form } from './connect/Form.tsx';
import type { Part } from './connect/fields.ts';
import { OutcomeNotice } from './connect/OutcomeNotice.tsx';
import { busy, outcomes, save, testDinero, testEffihub } from './connect/state.ts';

/** Both sides of a connection: tested one at a time, saved together. */
export function ConnectionForm() {
  const words = t.value.settings;
  return (
    <Form
      class="options-form"
      label={words.connection}
      onSubmit={() => void save(({ id }) => showCompany(id))}
    >
      <div class="options-sides">
        <section class="box" aria-labelledby="dinero-heading">
          <h2 id="dinero-heading">{words.dinero}</h2>
          <DineroSide />
          <Test part="dinero" label={words.testDinero} onClick={testDinero} />
        </section>
        <section class="box" aria-labelledby="effihub-heading">
          <h2 id="effihub-heading">{words.effihub}</h2>
          <EffihubSide />
          <Test part="effihub" label={words.testEffihub} onClick={testEffihub} />
        </section>
      </div>
      <div class="options-save">
        <OutcomeNotice outcome={outcomes.value.save} />
        <p class="muted">{words.saveHint}</p>
        <Button type="submit" variant="primary" busy={busy.value}>
          {words.saveConnection}
        </Button>
      </div>
    </Form>
  );
}

function Test({ part, label, onClick }: { part: Part; label: string; onClick: () => void }) {
  return (
    <div class="connect-test">
      <Button onClick={onClick} busy={busy.value}>
        {label}
      </Button>
      <OutcomeNotice outcome={outcomes.value[part]} />
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { type Company, companyLabel, pairLabel } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { showCompany } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { dropDraft, loadSettings, saved, selectCompany, selectedId, settings } from './connect/state.ts';
import { RemoveCompany } from './RemoveCompany.tsx';

/** The option of the company that is being added. */
const NEW = '';

/** Chooses one of the connected companies, and renames, pauses or removes it. */
export function Companies() {
  const words = t.value.settings;
  const info = settings.value;
  const [removed, setRemoved] = useState('');
  const told = (
    <p class={removed ? 'muted small' : 'hidden-visually'} role="status">
      {removed}
    </p>
  );
  if (!info) return null;
  if (info.companies.length === 0) return told;
  const company = saved.value?.company;
  const options = info.companies.map((each) => ({
    value: each.company.id,
    label: pairLabel(each.company),
  }));
  const show = (id: string) => {
    setRemoved('');
    selectCompany(id || undefined);
    if (id) void showCompany(id);
  };
  return (
    <section class="box" aria-label={words.companies}>
      <div class="companies-bar">
        <Select
          label={words.company}
          value={selectedId.value ?? NEW}
          options={company ? options : [...options, { value: NEW, label: words.newCompany }]}
          onChange={show}
        />
        {company && (
          <Button icon="plus" onClick={() => show(NEW)}>
            {words.addCompany}
          </Button>
        )}
      </div>
      {company ? (
        <OneCompany key={company.id} company={company} onRemoved={setRemoved} />
      ) : (
        <p class="muted">{words.newCompanyHint}</p>
      )}
      {told}
    </section>
  );
}

interface OneCompanyProps {
  company: Company;
  /** @param message shown outside, since another company is shown by then */
  onRemoved: (message: string) => void;
}

function OneCompany({ company, onRemoved }: OneCompanyProps) {
  const words = t.value;
  const { id: connectionId, paused = false } = company;
  const [name, setName] = useState(company.name ?? '');
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<{ error: unknown }>();
  const [removing, setRemoving] = useState(false);
  useEffect(() => setName(company.name ?? ''), [company.name]);

  const carryOut = async (work: () => Promise<void>, done: string) => {
    setFailure(undefined);
    setSaid('');
    try {
      await work();
      setSaid(done);
      await loadSettings();
    } catch (error) {
      setFailure({ error });
    }
  };
  const rename = () => {
    if (name.trim() === (company.name ?? '')) return;
    void carryOut(() => send('renameCompany', { connectionId, name }), words.settings.renamed);
  };
  const pause = () =>
    carryOut(
      () => send('pauseCompany', { connectionId, paused: !paused }),
      paused ? words.settings.resumed : words.settings.pausedNow,
    );
  const remove = async () => {
    setFailure(undefined);
    try {
      await send('removeCompany', { connectionId });
      dropDraft(connectionId);
      onRemoved(words.settings.removedCompany(companyLabel(company)));
      await loadSettings();
    } catch (error) {
      // The error is shown beneath the dialog.
      setRemoving(false);
      setFailure({ error });
    }
  };

  return (
    <>
      {paused && (
        <Notice kind="info" still title={words.overview.paused}>
          <p>{words.overview.pausedHint}</p>
        </Notice>
      )}
      <div class="companies-bar">
        <TextField
          label={words.settings.companyName}
          value={name}
          placeholder={company.organizationName}
          maxLength={80}
          onInput={setName}
          onBlur={rename}
          onEnter={rename}
          hint={words.settings.companyNameHint}
        />
        <div class="companies-actions">
          <Button icon={paused ? 'play' : 'pause'} onClick={pause}>
            {paused ? words.settings.resumeCompany : words.settings.pauseCompany}
          </Button>
          <Button onClick={() => setRemoving(true)}>{words.settings.removeCompany}</Button>
        </div>
      </div>
      <p class={said ? 'muted small' : 'hidden-visually'} role="status">
        {said}
      </p>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.common.nothingChanged} />}
      {removing && <RemoveCompany company={company} onRemove={remove} onCancel={() => setRemoving(false)} />}
    </>
  );
}

import '../ui/base.css';
import './welcome.css';
import { useEffect, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import {
  busy,
  DineroSide,
  EffihubSide,
  Form,
  formValues,
  loadSettings,
  OutcomeNotice,
  outcomes,
  save,
  settings,
  settingsFailure,
  testDinero,
} from '../companies/index.ts';
import { Warnings } from '../overview/index.ts';
import { send } from '../shared/background.ts';
import { TABLE, WIZARD } from '../shared/deep-link.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { followOverview, overview, showCompany } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Step, Where } from './Step.tsx';

type StepName = 'dinero' | 'effihub' | 'sync';

/** After installation: Dinero, Effihub, the first synchronisation. A step opens once the one before has succeeded. */
export function Welcome() {
  const words = t.value;
  const [step, setStep] = useState<StepName>('dinero');
  const [company, setCompany] = useState<Company>();
  useEffect(() => followOverview(), []);
  useEffect(() => {
    void loadSettings();
  }, []);
  useEffect(() => {
    document.title = `${words.welcome.title} - ${words.common.appName}`;
  }, [words]);
  const failure = settingsFailure.value;
  const dinero = outcomes.value.dinero;
  const dineroName = company?.organizationName ?? (dinero?.state === 'connected' ? dinero.name : undefined);
  const goOn = async () => {
    await testDinero();
    if (outcomes.value.dinero?.state === 'connected') setStep('effihub');
  };
  const connect = async () => {
    await save(async (saved) => {
      await showCompany(saved.id);
      setCompany(saved);
      setStep('sync');
    });
    // Dinero's errors are shown beside its fields.
    if (outcomes.value.dinero?.state === 'failed') setStep('dinero');
  };
  return (
    <Page top={<Logo />}>
      <div class="getting-started">
        <PageHeader title={words.welcome.title}>
          <p class="muted">{words.welcome.about}</p>
        </PageHeader>
        {failure && (
          <ErrorNotice problem={problemOf(failure.error)} unchanged={words.common.nothingChanged} />
        )}
        {!settings.value || (!formValues.value && !failure) ? (
          <Skeleton label={words.common.loading} rows={6} />
        ) : (
          <ol class="guide">
            <Step
              number={1}
              title={words.welcome.steps.dinero}
              isOpen={step === 'dinero'}
              done={dineroName && words.settings.connectedTo(dineroName)}
              onChange={() => setStep('dinero')}
              changeLabel={words.welcome.changeDinero}
            >
              <Form class="guide-form" onSubmit={goOn}>
                <DineroSide />
                <Where
                  answers={
                    formValues.value?.dinero === 'visma'
                      ? words.welcome.whereVisma
                      : words.welcome.whereDinero
                  }
                />
                {dinero?.state !== 'connected' && <OutcomeNotice outcome={dinero} />}
                <Button type="submit" variant="primary" busy={busy.value}>
                  {words.welcome.next}
                </Button>
              </Form>
            </Step>
            <Step
              number={2}
              title={words.welcome.steps.effihub}
              isOpen={step === 'effihub'}
              done={company && words.settings.connectedTo(company.accountName)}
              onChange={() => setStep('effihub')}
              changeLabel={words.welcome.changeEffihub}
            >
              <Form class="guide-form" onSubmit={connect}>
                <EffihubSide />
                <Where answers={words.welcome.whereEffihub} />
                <OutcomeNotice outcome={outcomes.value.effihub ?? outcomes.value.save} />
                <Button type="submit" variant="primary" busy={busy.value}>
                  {words.welcome.connect}
                </Button>
              </Form>
            </Step>
            <Step number={3} title={words.welcome.steps.sync} isOpen={step === 'sync'}>
              {company && <FirstSync company={company} />}
            </Step>
          </ol>
        )}
      </div>
    </Page>
  );
}

/** The connected company: warnings, and the start of the first synchronisation. */
function FirstSync({ company }: { company: Company }) {
  const words = t.value.welcome;
  const [failure, setFailure] = useState<{ error: unknown }>();
  const current = overview.value;
  const needsTable = company.source === 'sheet' && current?.sheet?.readAt === undefined;
  const start = async () => {
    try {
      if (!needsTable) await send('startFlow', { connectionId: company.id, fresh: false });
      location.assign(`/sync.html#${needsTable ? TABLE : WIZARD}`);
    } catch (error) {
      setFailure({ error });
    }
  };
  return (
    <div class="guide-form">
      {current && <Warnings overview={current} connection={company} />}
      <p>{needsTable ? words.firstTable : words.firstSync}</p>
      {failure && (
        <ErrorNotice problem={problemOf(failure.error)} unchanged={t.value.common.nothingChanged} />
      )}
      <Button variant="primary" onClick={start}>
        {needsTable ? words.readTable : words.start}
      </Button>
    </div>
  );
}

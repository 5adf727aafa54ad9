import '../ui/base.css';
import './settings.css';
import { useEffect } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import { BackupSection } from '../backup/index.ts';
import {
  Companies,
  ConnectionForm,
  loadSettings,
  type RequestedCompany,
  settings,
  settingsFailure,
} from '../companies/index.ts';
import { IgnoreList } from '../ignore-list/index.ts';
import { updates } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { HelpButton } from '../shared/HelpButton.tsx';
import { followOverview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Preferences } from './Preferences.tsx';

/** The company or account in the address: the panel's `Forbind` leads here. */
function requestedCompany(): RequestedCompany | undefined {
  const [, kind, name] = /^#(firma|konto)-([a-z0-9-]{1,63})$/.exec(location.hash) ?? [];
  if (!kind) return undefined;
  return kind === 'firma' ? { organizationId: name } : { account: name };
}

/** The settings page: companies with their keys, preferences, ignore list, backup. */
export function Settings() {
  const words = t.value;
  useEffect(() => followOverview(), []);
  useEffect(() => {
    void loadSettings(requestedCompany());
    return updates.onUpdate(({ type }) => {
      if (type === 'companies') void loadSettings();
    });
  }, []);
  useEffect(() => {
    document.title = `${words.settings.title} - ${words.common.appName}`;
  }, [words]);
  return (
    <Page>
      <div class="options">
        <PageHeader title={words.settings.title} actions={<HelpButton topic="connect" />} />
        <Connection />
        <Preferences />
        <IgnoreList />
        <BackupSection />
      </div>
    </Page>
  );
}

function Connection() {
  const words = t.value.common;
  const failure = settingsFailure.value;
  if (failure)
    return (
      <ErrorNotice
        problem={problemOf(failure.error)}
        unchanged={words.nothingChanged}
        action={
          <Button variant="quiet" compact icon="sync" onClick={() => loadSettings()}>
            {words.tryAgain}
          </Button>
        }
      />
    );
  if (!settings.value) return <Skeleton label={words.loading} rows={8} />;
  return (
    <>
      <Companies />
      <ConnectionForm />
    </>
  );
}

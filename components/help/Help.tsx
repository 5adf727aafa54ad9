import '../ui/base.css';
import './help.css';
import { useEffect, useState } from 'preact/hooks';
import { HELP_GROUP_NAMES, HELP_GROUPS } from '../../lib/features/help/words.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextField } from '../ui/TextField.tsx';
import { followAddress, wanted } from './address.ts';
import { Contents } from './Contents.tsx';
import { findTopics } from './search.ts';
import { Topic } from './Topic.tsx';
import { help } from './text.ts';

/** The help: what each part does, and what the usual errors mean. The address's hash may name a topic. */
export function Help() {
  const { common } = t.value;
  const words = help.value;
  const [query, setQuery] = useState('');
  const asked = wanted.value;
  useEffect(followAddress, []);
  // An earlier search must not hide the topic.
  useEffect(() => {
    if (asked) setQuery('');
  }, [asked]);
  useEffect(() => {
    document.title = `${common.help} - ${common.appName}`;
  }, [common]);
  const found = findTopics(words.topics, query);
  const typed = query.trim();
  return (
    <Page top={<Logo />}>
      <PageHeader title={common.help} />
      <div class="help">
        <div class="help-side">
          <TextField
            type="search"
            label={words.search}
            hideLabel
            placeholder={words.search}
            value={query}
            maxLength={60}
            onInput={setQuery}
          />
          <p class="help-count muted small" role="status">
            {typed && words.found(found.length)}
          </p>
          {found.length > 0 && <Contents topics={found} />}
        </div>
        <div class="help-topics">
          {found.length === 0 && (
            <div class="help-nothing">
              <p>{words.nothingFound(typed)}</p>
              <Button compact onClick={() => setQuery('')}>
                {t.value.wizard.clearSearch}
              </Button>
            </div>
          )}
          {HELP_GROUP_NAMES.map((group) => {
            const shown = HELP_GROUPS[group].filter((topic) => found.includes(topic));
            if (shown.length === 0) return null;
            return (
              <section key={group} class="help-group">
                <h2>{words.groups[group]}</h2>
                {shown.map((topic) => (
                  <Topic key={topic} topic={topic} />
                ))}
              </section>
            );
          })}
        </div>
      </div>
    </Page>
  );
}

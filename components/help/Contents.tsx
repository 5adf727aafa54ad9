import { useEffect, useRef, useState } from 'preact/hooks';
import type { HelpTopic } from '../../lib/features/help/index.ts';
import { HELP_GROUP_NAMES, HELP_GROUPS } from '../../lib/features/help/words.ts';
import { Button } from '../ui/Button.tsx';
import { goTo, wanted } from './address.ts';
import { help } from './text.ts';

/** The list of topics. On a narrow page it opens and closes. */
export function Contents({ topics }: { topics: readonly HelpTopic[] }) {
  const words = help.value;
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  const asked = wanted.value?.topic;
  useEffect(() => {
    const nav = list.current;
    const link = nav?.querySelector<HTMLElement>('[aria-current]');
    // Scrolls the list only, since the page shows the topic.
    if (nav && link) nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
  }, [asked]);
  return (
    <nav
      ref={list}
      class={open ? 'help-contents help-contents-open' : 'help-contents'}
      aria-label={words.contents}
    >
      <div class="help-contents-button">
        <Button
          compact
          icon={open ? 'chevron-down' : 'chevron-right'}
          expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.contents}
        </Button>
      </div>
      <div class="help-contents-list">
        {HELP_GROUP_NAMES.map((group) => {
          const shown = HELP_GROUPS[group].filter((topic) => topics.includes(topic));
          if (shown.length === 0) return null;
          return (
            <div key={group}>
              <p class="help-contents-group muted small">{words.groups[group]}</p>
              <ul>
                {shown.map((topic) => (
                  <li key={topic}>
                    <a
                      href={`#${topic}`}
                      aria-current={asked === topic ? 'location' : undefined}
                      onClick={() => {
                        setOpen(false);
                        goTo(topic);
                      }}
                    >
                      {words.topics[topic].title}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </nav>
  );
}

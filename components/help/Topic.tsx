import { useEffect, useRef } from 'preact/hooks';
import type { HelpPart, HelpTopic } from '../../lib/features/help/index.ts';
import { IN_SETTINGS, SEE_ALSO } from '../../lib/features/help/words.ts';
import { openPage } from '../shared/host.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { goTo, wanted } from './address.ts';
import { help } from './text.ts';
import { Words } from './Words.tsx';

/** One topic. When the address names it, its heading takes the focus. */
export function Topic({ topic }: { topic: HelpTopic }) {
  const { title, parts } = help.value.topics[topic];
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = wanted.value?.topic === topic ? wanted.value : undefined;
  useEffect(() => {
    if (!asked) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <article class={asked ? 'help-topic help-topic-asked' : 'help-topic'} aria-labelledby={topic}>
      <h3 id={topic} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {parts.map((part, at) => (
        <Part key={at} part={part} />
      ))}
      {IN_SETTINGS.has(topic) && (
        <Button compact icon="gear" onClick={() => openPage('/options.html')}>
          {t.value.common.openSettings}
        </Button>
      )}
      <SeeAlso topics={SEE_ALSO[topic] ?? []} />
    </article>
  );
}

function Part({ part }: { part: HelpPart }) {
  if (typeof part === 'string')
    return (
      <p>
        <Words>{part}</Words>
      </p>
    );
  const { title, text } = part;
  return (
    <div class="help-part">
      {title && <h4>{title}</h4>}
      {text && (
        <p>
          <Words>{text}</Words>
        </p>
      )}
      {'steps' in part ? (
        <ol>
          {part.steps.map((step) => (
            <li key={step}>
              <Words>{step}</Words>
            </li>
          ))}
        </ol>
      ) : (
        <ul>
          {part.points.map((point) => (
            <li key={point}>
              <Words>{point}</Words>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function SeeAlso({ topics }: { topics: readonly HelpTopic[] }) {
  const words = help.value;
  if (topics.length === 0) return null;
  return (
    <p class="help-also">
      <span class="muted">{words.seeAlso}</span>
      {topics.map((topic) => (
        <a key={topic} href={`#${topic}`} onClick={() => goTo(topic)}>
          {words.topics[topic].title}
        </a>
      ))}
    </p>
  );
}

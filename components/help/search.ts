import { isFound, plain, wordsOf } from '../../lib/domain/text-search.ts';
import type { HelpPart, HelpText, HelpTopic } from '../../lib/features/help/index.ts';
import { HELP_TOPICS } from '../../lib/features/help/words.ts';

function wordsIn(part: HelpPart): string[] {
  if (typeof part === 'string') return [part];
  const list = 'steps' in part ? part.steps : part.points;
  return [part.title ?? '', part.text ?? '', ...list];
}

/** The topics that contain every word of the query, in their order; all of them when it is blank. */
export function findTopics(texts: Record<HelpTopic, HelpText>, query: string): HelpTopic[] {
  const words = wordsOf(query);
  return HELP_TOPICS.filter((topic) => {
    const { title, parts } = texts[topic];
    const text = [title, ...parts.flatMap(wordsIn)].join('\n').replaceAll('*', '');
    return isFound(plain(text), words);
  });
}

import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../components/help/search.ts';
import { PROBLEM_CODES, type Problem } from '../../../lib/domain/problem.ts';
import type { HelpPart } from '../../../lib/features/help/index.ts';
import { type HelpTopic, helpTopicOf } from '../../../lib/features/help/index.ts';
import { HELP_TOPICS, helpCatalogues, IN_SETTINGS, SEE_ALSO } from '../../../lib/features/help/words.ts';
import { catalogues } from '../../../lib/features/words.ts';

const LANGUAGES = ['da', 'en'] as const;
const { da, en } = helpCatalogues;

/** The shape of a part: its kind and length. */
function shapeOf(part: HelpPart): unknown {
  if (typeof part === 'string') return 'paragraph';
  const { title, text } = part;
  const list = 'steps' in part ? { steps: part.steps.length } : { points: part.points.length };
  return { title: title !== undefined, text: text !== undefined, ...list };
}

const textsOf = (topic: HelpTopic, language: (typeof LANGUAGES)[number]): string[] =>
  helpCatalogues[language].topics[topic].parts.flatMap((part) => {
    if (typeof part === 'string') return [part];
    return [part.text ?? [], 'steps' in part ? part.steps : part.points].flat();
  });

/** Every text of the interface in a language; a number or a name stands where it is asked for. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value('1', '1', '1')];
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : [];
}

describe('the texts of the help', () => {
  it.each(HELP_TOPICS)('have the same parts in English and Danish: %s', (topic) => {
    expect(en.topics[topic].parts.map(shapeOf)).toEqual(da.topics[topic].parts.map(shapeOf));
    expect(da.topics[topic].parts).not.toEqual([]);
    expect(en.topics[topic].title).not.toBe(da.topics[topic].title);
  });

  it.each(LANGUAGES)('are full sentences with unique headings (%s)', (language) => {
    const titles = HELP_TOPICS.map((topic) => helpCatalogues[language].topics[topic].title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const topic of HELP_TOPICS)
      for (const text of textsOf(topic, language)) expect(text, topic).toMatch(/[.:]$/);
  });

  it.each(LANGUAGES)('use the interface’s own words (%s)', (language) => {
    const known = wordsOf(catalogues[language]);
    const texts = HELP_TOPICS.flatMap((topic) => textsOf(topic, language));
    expect(texts.filter((text) => text.split('*').length % 2 === 0)).toEqual([]);
    const named = texts.flatMap((text) => text.split('*').filter((_, at) => at % 2 === 1));
    expect(named.filter((words) => !known.some((each) => each.startsWith(words)))).toEqual([]);
  });

  it('refer to other topics, never to themselves', () => {
    for (const [topic, others] of Object.entries(SEE_ALSO)) expect(others).not.toContain(topic);
    expect([...IN_SETTINGS].filter((topic) => !HELP_TOPICS.includes(topic))).toEqual([]);
  });
});

describe('the help about a problem', () => {
  it.each(PROBLEM_CODES)('exists for %s in both languages', (code) => {
    for (const system of ['dinero', 'effihub', 'kundebro'] as const) {
      const topic = helpTopicOf({ system, code });
      expect(topic === 'unexpected').toBe(code === 'unexpected');
      for (const language of LANGUAGES) expect(textsOf(topic, language).length).toBeGreaterThan(0);
    }
  });

  const refused = (system: Problem['system'], field: string, message = ''): Problem => ({
    system,
    code: 'refused',
    fields: [{ field, message }],
  });

  it.each<[string, Problem, HelpTopic]>([
    ['a CVR number', refused('dinero', 'vatNumber', 'CVR-nummeret findes ikke'), 'vat-number'],
    ['an e-mail in use', refused('effihub', 'email', 'E-mailen er allerede i brug.'), 'email'],
    ['a malformed e-mail', refused('effihub', 'email', 'Ugyldig'), 'email'],
    ['a country', refused('dinero', 'countryCode'), 'not-accepted'],
    ['a field of ours', refused('kundebro', 'baseUrl'), 'access'],
    [
      'a missing key',
      { system: 'kundebro', code: 'incomplete', fields: [{ field: 'apiKey', message: '' }] },
      'access',
    ],
    [
      'a missing name',
      { system: 'kundebro', code: 'incomplete', fields: [{ field: 'name', message: '' }] },
      'not-accepted',
    ],
    ['a field called as something of JavaScript’s', refused('dinero', 'constructor'), 'not-accepted'],
  ])('is told from the field: %s', (_, problem, topic) => {
    expect(helpTopicOf(problem)).toBe(topic);
  });

  it('exists for unexpected errors', () => {
    expect(helpTopicOf(undefined)).toBe('unexpected');
    expect(helpTopicOf({ system: 'dinero', code: 'of another version' as 'busy' })).toBe('unexpected');
  });
});

describe('searching the help', () => {
  it('finds every topic, in order, for an empty query', () => {
    expect(findTopics(da.topics, '  ')).toEqual(HELP_TOPICS);
  });

  it('requires every word, in any case and order, in heading or text', () => {
    expect(findTopics(da.topics, 'KUNDEHUB fakturaer')).toContain('invoices');
    expect(findTopics(da.topics, 'nulstil kundelinks')).toEqual(['invoices']);
    expect(findTopics(da.topics, 'virk.dk')).toEqual(['vat-number']);
    expect(findTopics(da.topics, 'virk.dk kundehub')).toEqual([]);
    expect(findTopics(en.topics, 'virk.dk register')).toEqual(['vat-number']);
  });

  it('ignores the asterisks around interface words', () => {
    expect(findTopics(da.topics, '*')).toEqual([]);
    expect(findTopics(da.topics, 'på Nulstil alle kundelinks på')).toEqual(['invoices']);
  });
});

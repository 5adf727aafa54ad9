/** The help's own words and texts. Apart from the other catalogues: only the help page is to carry them. */
import type { Language } from '../words.ts';
import { da as dailyDa } from './daily-da.ts';
import { en as dailyEn } from './daily-en.ts';
import { da as errorsDa } from './errors-da.ts';
import { en as errorsEn } from './errors-en.ts';
import type { HelpText } from './shape.ts';
import { da as stepsDa } from './steps-da.ts';
import { en as stepsEn } from './steps-en.ts';
import type { HelpGroup, HelpTopic } from './topics.ts';

export interface HelpCatalogue {
  search: string;
  contents: string;
  seeAlso: string;
  nothingFound: (query: string) => string;
  found: (n: number) => string;
  groups: Record<HelpGroup, string>;
  topics: Record<HelpTopic, HelpText>;
}

const da: HelpCatalogue = {
  search: 'Søg i hjælpen',
  contents: 'Indhold',
  seeAlso: 'Se også:',
  nothingFound: (query) => `Hjælpen siger intet om “${query}”. Prøv med færre ord.`,
  found: (n) => (n === 1 ? '1 emne' : `${n} emner`),
  groups: { steps: 'Sådan virker det', daily: 'I hverdagen', errors: 'Når noget går galt' },
  topics: { ...stepsDa, ...dailyDa, ...errorsDa },
};

const en: HelpCatalogue = {
  search: 'Search the help',
  contents: 'Contents',
  seeAlso: 'See also:',
  nothingFound: (query) => `The help says nothing about “${query}”. Try with fewer words.`,
  found: (n) => (n === 1 ? '1 topic' : `${n} topics`),
  groups: { steps: 'How it works', daily: 'Day to day', errors: 'When something goes wrong' },
  topics: { ...stepsEn, ...dailyEn, ...errorsEn },
};

export const helpCatalogues: Record<Language, HelpCatalogue> = { da, en };

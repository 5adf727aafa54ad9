/** The help's own words and all its texts. Not part of the common catalogues: only the help page carries them. */
import * as backup from '../backup/help.ts';
import * as check from '../check/help.ts';
import * as companies from '../companies/help.ts';
import * as differences from '../differences/help.ts';
import * as duplicates from '../duplicates/help.ts';
import * as history from '../history/help.ts';
import * as missing from '../missing/help.ts';
import * as panel from '../panel/help.ts';
import * as sheets from '../sheets/help.ts';
import * as sync from '../sync/help.ts';
import type { Language } from '../words.ts';
import { da as errorsDa } from './errors-da.ts';
import { en as errorsEn } from './errors-en.ts';
import * as invoices from './invoices.ts';
import type { HelpGroup, HelpText, HelpTopic } from './topics.ts';

export {
  FORMER_ANCHORS,
  HELP_GROUP_NAMES,
  HELP_GROUPS,
  HELP_TOPICS,
  IN_SETTINGS,
  SEE_ALSO,
} from './topics.ts';

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
  topics: {
    ...backup.da,
    ...check.da,
    ...companies.da,
    ...differences.da,
    ...duplicates.da,
    ...history.da,
    ...missing.da,
    ...panel.da,
    ...sheets.da,
    ...sync.da,
    ...invoices.da,
    ...errorsDa,
  },
};

const en: HelpCatalogue = {
  search: 'Search the help',
  contents: 'Contents',
  seeAlso: 'See also:',
  nothingFound: (query) => `The help says nothing about “${query}”. Try with fewer words.`,
  found: (n) => (n === 1 ? '1 topic' : `${n} topics`),
  groups: { steps: 'How it works', daily: 'Day to day', errors: 'When something goes wrong' },
  topics: {
    ...backup.en,
    ...check.en,
    ...companies.en,
    ...differences.en,
    ...duplicates.en,
    ...history.en,
    ...missing.en,
    ...panel.en,
    ...sheets.en,
    ...sync.en,
    ...invoices.en,
    ...errorsEn,
  },
};

export const helpCatalogues: Record<Language, HelpCatalogue> = { da, en };

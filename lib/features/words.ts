/** Every word of the interface, Danish and English side by side, one file for each part of it. */

import * as common from '../words/common.ts';
import * as problems from '../words/problems.ts';
import * as backup from './backup/words.ts';
import * as check from './check/words.ts';
import * as differences from './differences/words.ts';
import * as duplicates from './duplicates/words.ts';
import * as history from './history/words.ts';
import * as gone from './missing/words.ts';
import * as overview from './overview/words.ts';
import * as panel from './panel/words.ts';
import * as result from './runs/words.ts';
import * as settings from './settings/words.ts';
import * as sheet from './sheets/words.ts';
import * as create from './sync/words/create.ts';
import * as imports from './sync/words/import.ts';
import * as match from './sync/words/match.ts';
import * as wizard from './sync/words/wizard.ts';
import * as welcome from './welcome/words.ts';

const da = {
  common: common.da,
  check: check.da,
  overview: overview.da,
  settings: settings.da,
  wizard: wizard.da,
  match: match.da,
  create: create.da,
  duplicates: duplicates.da,
  import: imports.da,
  result: result.da,
  panel: panel.da,
  sheet: sheet.da,
  welcome: welcome.da,
  problems: problems.da,
  backup: backup.da,
  differences: differences.da,
  gone: gone.da,
  history: history.da,
};

export type Catalogue = typeof da;
export type Language = 'da' | 'en';

const en: Catalogue = {
  common: common.en,
  check: check.en,
  overview: overview.en,
  settings: settings.en,
  wizard: wizard.en,
  match: match.en,
  create: create.en,
  duplicates: duplicates.en,
  import: imports.en,
  result: result.en,
  panel: panel.en,
  sheet: sheet.en,
  welcome: welcome.en,
  problems: problems.en,
  backup: backup.en,
  differences: differences.en,
  gone: gone.en,
  history: history.en,
};

export const catalogues: Record<Language, Catalogue> = { da, en };

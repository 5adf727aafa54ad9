/** What of the browser tests runs in Firefox, too: all of it is too slow for every day. */
import { fileURLToPath } from 'node:url';
import type { Project } from '@playwright/test';

/** Tests of what only Chromium has, or has by another name. */
const NOT_HERE = [
  'browser/app/build',
  'browser/companies/connect-secrets',
  'browser/storage/database',
  'browser/app/extension-update',
  'browser/messaging/other-extension',
  'browser/panel/attacks',
  'browser/panel/boundary',
  'browser/runs/secrets',
  'browser/companies/visma-secrets',
];
/** The same for single tests: the command's keys and printing by Chromium's own ways, and downloads' events. */
const NOT_HERE_BY_TITLE =
  /keyboard command|knows the command|is printed|customers go from table to table|removing one says what is lost|the report is a table/;

// The workers of the run know it by that: they load the views' tests before they know their project.
if (process.argv.includes('--project=firefox')) process.env.IN_FIREFOX = 'yes';

export const firefoxProject: Project = {
  name: 'firefox',
  testDir: fileURLToPath(new URL('../..', import.meta.url)),
  testMatch: ['browser/**/*.spec.ts', 'component/**/*.spec.ts', 'slow/firefox/**/*.spec.ts'].map(
    (path) => `**/tests/${path}`,
  ),
  testIgnore: NOT_HERE.map((name) => `**/tests/${name}.spec.ts`),
  // `npm run test:slow -- --firefox-all` runs everything that can run there.
  grepInvert: NOT_HERE_BY_TITLE,
  grep: process.env.FIREFOX_ALL ? /./ : /@firefox/,
  // The first test of a worker also starts the browser and connects in it, on a busy machine slowly.
  timeout: 120_000,
  use: {
    browserName: 'firefox',
    // Its recorder cannot run in an extension's pages here.
    trace: 'off',
  },
};

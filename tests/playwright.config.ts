// Before anything of the product asks for the browser's API.
import './component/background/browser-api.ts';
import { defineConfig } from '@playwright/test';
import { firefoxProject } from './helpers/firefox/project.ts';

export default defineConfig({
  outputDir: '../test-results/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Most wait for a browser now and then: one more than the cores keeps them busy.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Snapshots of every step would take a fifth of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'component', testDir: './component', grepInvert: /@slow/ },
    { name: 'browser', testDir: './browser', grepInvert: /@slow/ },
    { name: 'slow', testDir: './slow', testIgnore: '**/slow/firefox/**' },
    // What the other two leave out.
    {
      name: 'tagged',
      testDir: '.',
      testMatch: ['**/component/**/*.spec.ts', '**/browser/**/*.spec.ts'],
      grep: /@slow/,
    },
    firefoxProject,
  ],
});

import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Most of the time a test waits for its browser: two cores are enough for three.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
});

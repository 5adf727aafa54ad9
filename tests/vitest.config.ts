import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of what keeps state in its modules, or with others in their place: each file gets modules of its own. */
const OWN_MODULES = ['tests/**/*.apart.test.{ts,tsx}'];
const shared = {
  setupFiles: ['tests/helpers/indexed-db.ts'],
  testTimeout: 30_000,
  // How long something takes is not what is tested: only the test's own time ends a wait.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // One fewer is usual, which on two cores leaves one idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'shared',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: OWN_MODULES,
          isolate: false,
        },
      },
      { test: { ...shared, name: 'apart', include: OWN_MODULES } },
    ],
  },
});

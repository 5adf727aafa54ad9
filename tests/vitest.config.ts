import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/helpers/indexed-db.ts'],
    testTimeout: 30_000,
    // How long something takes is not what is tested: only the test's own time ends a wait.
    expect: { poll: { timeout: 30_000 } },
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What is slow by nature: `npm run test:slow`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.slow.ts'],
    setupFiles: ['tests/helpers/indexed-db.ts'],
    testTimeout: 180_000,
  },
});

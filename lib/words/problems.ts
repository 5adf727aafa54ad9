/**
 * Words for every problem, a file per language. Keys run from specific to general: `system/code/field-or-status`,
 * `code/field-or-status`, `system/code`, `code`; the first one found is used (see `explain.ts`). Placeholders:
 * `{system}`, `{source}` (the other system, where the customer comes from and can be corrected), `{host}` and
 * `{who}`.
 */

export { da } from './problems-da.ts';
export { en } from './problems-en.ts';

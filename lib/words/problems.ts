/**
 * The one table that puts a problem into words, a file for each language. Keys run from the particular to the general:
 * `system/code/field-or-status`, `code/field-or-status`, `system/code`, `code`; the first one found counts (see
 * `explain.ts`). Filled in are `{system}`, `{source}` (where the customer comes from and can be mended: the other system),
 * `{host}` and `{who}`.
 */

export { da } from './problems-da.ts';
export { en } from './problems-en.ts';

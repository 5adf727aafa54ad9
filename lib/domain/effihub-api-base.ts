import { ProblemError } from './problem.ts';

export const DEFAULT_API = 'https://api.effihub.com/v1';

/**
 * The API's address without a trailing slash.
 * @throws ProblemError `refused` (field `baseUrl`) unless it is https, without credentials, query and fragment
 */
export function apiBase(address: string): string {
  const url = URL.parse(address.trim());
  if (url?.protocol !== 'https:' || url.username || url.password || url.search || url.hash) {
    throw new ProblemError({
      system: 'kundebro',
      code: 'refused',
      fields: [{ field: 'baseUrl', message: '' }],
    });
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** How the file became what it is. Nothing is taken out of this list: a file of every format still loads. */

/** Raised with every change of what a file looks like. */
export const FORMAT = 3;

export type Parsed = Record<string, unknown>;

/** What has to be done to a file of the format before. It may hold anything: what it holds is checked afterwards. */
export const UPGRADES: Record<number, (file: Parsed) => Parsed> = { 2: withSource, 3: withDecisions };

/** Every account was read through Effihub's API. */
function withSource(file: Parsed): Parsed {
  return inCompanies(file, { source: 'api', imports: [], columns: [] });
}

/** There was no check, nothing to be looked through, and no difference to keep. */
function withDecisions(file: Parsed): Parsed {
  const { preferences } = file;
  const checked =
    typeof preferences === 'object' && preferences !== null ? { ...preferences, check: 'off' } : preferences;
  return { ...inCompanies(file, { dismissals: [], kept: [] }), preferences: checked };
}

/** @param added to each company */
function inCompanies(file: Parsed, added: object): Parsed {
  if (!Array.isArray(file.companies)) return file;
  const companies = file.companies.map((company: unknown) =>
    typeof company === 'object' && company !== null ? { ...company, ...added } : company,
  );
  return { ...file, companies };
}

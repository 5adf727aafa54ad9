/** How the file became what it is. Nothing is taken out of this list: a file of every format still loads. */

/** Raised with every change of what a file looks like. */
export const FORMAT = 2;

export type Parsed = Record<string, unknown>;

/** What has to be done to a file of the format before. It may hold anything: what it holds is checked afterwards. */
export const UPGRADES: Record<number, (file: Parsed) => Parsed> = { 2: withSource };

/** Every account was read through Effihub's API. */
function withSource(file: Parsed): Parsed {
  if (!Array.isArray(file.companies)) return file;
  const companies = file.companies.map((company: unknown) =>
    typeof company === 'object' && company !== null
      ? { ...company, source: 'api', imports: [], columns: [] }
      : company,
  );
  return { ...file, companies };
}

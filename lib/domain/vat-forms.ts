/** Formats of VAT numbers by country. */

const GB = /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/;

/**
 * Format without prefix, by ISO code. Sources: the VIES FAQ for the EU, and the authorities of Norway, Switzerland
 * and Great Britain.
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^\d{9}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^(?:\d{2}|[A-HJ-NP-Z]\d|\d[A-HJ-NP-Z])\d{9}$/,
  GB,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z+*]\d{5}[A-Z]|\d{7}[A-W][A-I]?)$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  NO: /^\d{9}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: GB,
};

const OUTSIDE_EU = ['CH', 'GB', 'NO'];
export const EU: ReadonlySet<string> = new Set(
  Object.keys(FORMS).filter((country) => !OUTSIDE_EU.includes(country)),
);

/** Prefixes that differ from the country's ISO code. */
export const PREFIXES: Readonly<Record<string, string>> = { EL: 'GR', CHE: 'CH' };

/** The prefix of a country's numbers: mostly the ISO code, "EL" for Greece. */
export const prefixOf = (country: string): string =>
  country === 'GR' ? 'EL' : country === 'CH' ? 'CHE' : country;

/** Completes numbers that are also written shorter. */
function inFull(number: string, country: string): string {
  switch (country) {
    case 'AT':
      return number.replace(/^(?=\d{8}$)/, 'U');
    case 'BE':
      return number.replace(/^(?=\d{9}$)/, '0');
    case 'SE':
      return number.replace(/^(\d{10})$/, '$101');
    case 'NO':
      return number.replace(/MVA$/, '');
    case 'HU':
      return number.replace(/^(\d{8})\d{3}$/, '$1');
    case 'CH':
      return number.replace(/(?:HR|MWST|TVA|IVA)+$/, '');
    default:
      return number;
  }
}

/** @returns the complete number, undefined when it has not the country's format */
export const ofForm = (number: string, country: string): string | undefined => {
  const full = inFull(number, country);
  return FORMS[country]?.test(full) ? full : undefined;
};

/** "974760673MVA": the suffix says that it is Norwegian. */
const NORWEGIAN = /^(\d{9})MVA$/;

/** "DE811569869": the prefix or suffix tells the country. */
export function byPrefix(text: string): { country: string; number: string } | undefined {
  for (const prefix of [text.slice(0, 3), text.slice(0, 2)]) {
    const country = PREFIXES[prefix] ?? (FORMS[prefix] ? prefix : undefined);
    const number = country && ofForm(text.slice(prefix.length), country);
    if (country && number) return { country, number };
  }
  const number = NORWEGIAN.exec(text)?.[1];
  return number ? { country: 'NO', number } : undefined;
}

export const hasForm = (country: string): boolean => FORMS[country] !== undefined;

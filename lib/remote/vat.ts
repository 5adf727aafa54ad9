const EU = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '),
);

/**
 * A VAT number as both systems want it: digits for Denmark, EU numbers with their prefix, others as they are.
 * @returns undefined when there is none
 */
export function vatNumberFor(
  vatNumber: string | undefined,
  countryCode: string | undefined,
): string | undefined {
  const number = vatNumber?.replace(/[\s.\-/]/g, '').toUpperCase();
  if (!number) return undefined;
  const own = countryCode === 'GR' ? 'EL' : (countryCode ?? 'DK');
  const written = number.slice(0, 2);
  const prefix = EU.has(written) ? written : own;
  if (prefix === 'DK') return number.replace(/\D/g, '') || vatNumber?.trim();
  if (EU.has(prefix)) return number.startsWith(prefix) ? number : prefix + number;
  return vatNumber?.trim();
}

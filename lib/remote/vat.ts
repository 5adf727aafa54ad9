const EU = new Set(
  'AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' '),
);

/** With what people write before it. Any other letters are part of a number from elsewhere. */
const DANISH = /^(?:DK|(?:CVR|VAT|MOMS)\p{L}*)?(\d+)$/u;

/** "Nr. 25313763", "25313763 (CVR)": so many are a Danish number, whatever is written beside them. */
function eightDigitsOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  return digits.length === 8 ? digits : undefined;
}

/**
 * A VAT number as both systems want it in a record of a country: digits for Denmark, EU numbers with their prefix, others
 * as they are.
 * @param meantIn the country whose number it is unless a prefix tells, where that is another one
 * @returns undefined when there is none
 */
export function vatNumberFor(
  vatNumber: string | undefined,
  countryCode: string | undefined,
  meantIn = countryCode,
): string | undefined {
  const number = vatNumber?.replace(/[\s.\-/]/g, '').toUpperCase();
  if (!number) return undefined;
  const own = meantIn === 'GR' ? 'EL' : (meantIn ?? 'DK');
  const written = number.slice(0, 2);
  const prefix = EU.has(written) ? written : own;
  if (prefix === 'DK') {
    const digits = DANISH.exec(number.replace(/[^\p{L}\p{N}]/gu, ''))?.[1] ?? eightDigitsOf(number);
    if (!digits) return vatNumber?.trim();
    return (countryCode ?? 'DK') === 'DK' ? digits : `DK${digits}`;
  }
  if (EU.has(prefix)) return number.startsWith(prefix) ? number : prefix + number;
  return vatNumber?.trim();
}

import { hasCvrChecksum } from './cvr.ts';
import type { Random } from './random.ts';

/** A Danish CVR number with a valid checksum. */
export function cvrNumber(random: Random): string {
  for (;;) {
    const start = `${random.between(1, 4)}${random.digits(6)}`;
    for (let last = 0; last < 10; last++) if (hasCvrChecksum(start + last)) return start + last;
  }
}

/** Eight digits that cannot be a CVR number. */
export function brokenCvrNumber(random: Random): string {
  const valid = cvrNumber(random);
  return valid.slice(0, 7) + ((Number(valid[7]) + 3) % 10);
}

const weighted = (digits: string, weights: number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);

/** The digit that makes a whole number pass Luhn's test. */
function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

/** ISO 7064 MOD 11,10. */
function iso7064Digit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10;
}

/** Tries starts until the check digit, 11 minus the weighted sum modulo 11, is a single digit. */
function modulo11(random: Random, weights: number[]): string {
  for (;;) {
    const start = `${random.between(1, 8)}${random.digits(weights.length - 1)}`;
    const check = (11 - (weighted(start, weights) % 11)) % 11;
    if (check < 10) return start + check;
  }
}

const makers: Record<string, (random: Random) => string> = {
  SE: (random) => {
    const start = `55${random.digits(7)}`;
    return `SE${start}${luhnDigit(start)}01`;
  },
  NO: (random) => `${modulo11(random, [3, 2, 7, 6, 5, 4, 3, 2])}MVA`,
  DE: (random) => {
    const start = `${random.between(1, 9)}${random.digits(7)}`;
    return `DE${start}${iso7064Digit(start)}`;
  },
  FI: (random) => `FI${modulo11(random, [7, 9, 10, 5, 8, 4, 2])}`,
  NL: (random) => {
    for (;;) {
      const start = `${random.between(1, 9)}${random.digits(7)}`;
      const check = weighted(start, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      if (check < 10) return `NL${start}${check}B01`;
    }
  },
};

/** A number with a valid checksum as companies of that country have it; EU numbers with their prefix. */
export const foreignVatNumber = (random: Random, country: string): string =>
  (makers[country] ?? makers.DE)?.(random) ?? '';

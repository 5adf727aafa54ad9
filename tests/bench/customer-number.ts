/** Customer numbers that somebody wrote into the name. */
import type { Random } from '../sandbox/random.ts';

/** Of three to six digits, unless it has to have more. */
export const customerNumber = (random: Random, fewest = 3): string =>
  `${random.between(1, 9)}${random.digits(random.between(fewest - 1, 5))}`;

export const withCustomerNumber = [
  (name, no) => `${no} ${name}`,
  (name, no) => `${no} - ${name}`,
  (name, no) => `#${no} ${name}`,
  (name, no) => `${no}: ${name}`,
  (name, no) => `K${no} ${name}`,
  (name, no) => `${name} (${no})`,
  (name, no) => `${name} - ${no}`,
  (name, no) => `${name} [${no}]`,
  (name, no) => `${name}, kundenr. ${no}`,
] satisfies ((name: string, no: string) => string)[];

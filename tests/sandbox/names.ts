import type { Random } from './random.ts';
import { abroad, firstNames, stems, surnames, trades } from './words.ts';

export const countriesAbroad = Object.keys(abroad);

/** A Danish company's name with its legal form, e.g. `Skovbrynet Tømrer & Byg A/S`, `Malerfirma v/ Signe Skødt`. */
export function companyName(random: Random): string {
  const stem = random.pick(stems);
  const trade = random.pick(trades);
  const surname = random.pick(surnames);
  const form = random.pick(['ApS', 'ApS', 'ApS', 'A/S', 'A/S', 'I/S', 'P/S', 'IVS', '']);
  const named = random.pick([
    () => `${stem} ${trade}`,
    () => `${stem} ${trade}`,
    () => `${surname}s ${trade}`,
    () => `${surname} ${trade}`,
    () => `${trade} ${stem}`,
    () => `${surname} & ${random.pick(surnames)} ${trade}`,
    () => `${random.pick(['Murermester', 'Tømrermester', 'Malermester'])} ${personName(random)}`,
    () => `${surname} & Søn ${trade}`,
    () => `${stem} ${trade} & ${random.pick(trades)}`,
    () => `${stem} ${random.pick(['Holding', 'Invest', 'Gruppen', 'Danmark', 'Nordic'])}`,
  ])();
  if (random.chance(0.07)) return `${trade} v/ ${personName(random)}`;
  return `${named} ${form}`.trim();
}

export const personName = (random: Random): string =>
  [
    random.pick(firstNames),
    ...(random.chance(0.4) ? [random.pick(surnames)] : []),
    random.pick(surnames),
  ].join(' ');

/** A company's name in one of {@link countriesAbroad}, with that country's legal form. */
export function foreignName(random: Random, country: string): string {
  const words = abroad[country];
  if (!words) return companyName(random);
  const trade = random.chance(0.7)
    ? random.pick(words.trades)
    : `${random.pick(words.stems)} ${random.pick(words.trades)}`;
  return `${random.pick(words.stems)} ${trade} ${random.pick(words.forms)}`;
}

/** Two names that share this are too close to belong to different companies by chance. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ (aps|a\/s|i\/s|p\/s|ivs|ab|as|gmbh.*|ug|oy|b\.v\.)$/, '')
    .split(/[ &]+/)
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');

/** What pairs of sisters are made of, and where the part that tells them apart stands. */
import type { Random } from '../sandbox/random.ts';
import type { Entry } from './pairs.ts';

/** A name without its legal form, and the form; empty where there is none. */
export interface Plain {
  base: string;
  form: string;
}

/** Two names that differ in one part. */
export type Two = readonly [string, string];

/**
 * Makes two names of one so that nobody could know them to be one customer; nothing when the name does not lend
 * itself to it.
 * @param other gives any other name
 */
export type Apart = (name: Plain, random: Random, other: () => Plain) => Two | undefined;

/** Puts the part that differs into a name. */
export type Put = (name: Plain, part: string) => string;

const FORM =
  /,? +(ApS|A\/S|I\/S|K\/S|P\/S|G\/S|S\/I|IVS|[AF]\.?M\.?B\.?A\.?|AB|AS|Oy|B\.V\.|Ltd\.?|GmbH|UG)$/i;
const forms = ['ApS', 'ApS', 'ApS', 'A/S', 'A/S', 'I/S', 'K/S', 'P/S', 'IVS', 'a.m.b.a.'];

/** So many sisters have a legal form. */
const WITH_FORM = 0.6;

/** The name with a legal form or without one, whichever it had. */
export function plainName({ name, person }: Entry, random: Random): Plain {
  const base = name.replace(FORM, '').trim() || name;
  const own = FORM.exec(name)?.[1] ?? random.pick(forms);
  return { base, form: random.chance(person ? 0.1 : WITH_FORM) ? own : '' };
}

export const written = (base: string, form: string): string => `${base} ${form}`.trim();

/** In front, in the middle, at the end, and after the legal form. */
export const anywhere: readonly Put[] = [
  ({ base, form }, part) => written(`${base} ${part}`, form),
  ({ base, form }, part) => written(`${base} ${part}`, form),
  ({ base, form }, part) => written(`${part} ${base}`, form),
  ({ base, form }, part) => written(`${base} - ${part}`, form),
  ({ base, form }, part) => written(`${base}, ${part}`, form),
  ({ base, form }, part) => written(`${base} (${part})`, form),
  ({ base, form }, part) => written(base.replace(/ |$/, ` ${part} `).trim(), form),
  ({ base, form }, part) => `${written(base, form)} ${part}`,
  ({ base, form }, part) => `${written(base, form)} - ${part}`,
  ({ base, form }, part) => `${written(base, form)}, ${part}`,
  ({ base, form }, part) => `${written(base, form)} (${part})`,
];

/** Both parts in the same place. */
export const put = (puts: readonly Put[], name: Plain, [one, other]: Two, random: Random): Two => {
  const place = random.pick(puts);
  return [place(name, one), place(name, other)];
};

/** Two different ones. */
export function twoOf<T>(values: readonly T[], random: Random): readonly [T, T] {
  const at = random.between(0, values.length - 1);
  const step = random.between(1, values.length - 1);
  return [values[at]!, values[(at + step) % values.length]!];
}

/** Names one and another out of the list, each put in the same place. */
export const oneOrOther =
  (values: readonly string[], puts: readonly Put[] = anywhere): Apart =>
  (name, random) =>
    put(puts, name, twoOf(values, random), random);

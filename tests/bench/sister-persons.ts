/** Sisters that differ in a person, a letter or an initial. */
import { makeRandom, type Random } from '../sandbox/random.ts';
import { firstNames, surnames, trades } from '../sandbox/words.ts';
import { type Apart, anywhere, oneOrOther, type Put, put, type Two, twoOf, written } from './sister-names.ts';

export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ'];

const person = (random: Random): string => `${random.pick(firstNames)} ${random.pick(surnames)}`;

const withLetter: readonly Put[] = [
  ...anywhere,
  ({ base, form }, letter) => written(`${base} Afd. ${letter}`, form),
  ({ base, form }, letter) => written(`${base} Hus ${letter}`, form),
  ({ base, form }, letter) => written(`${base}-${letter}`, form),
  ({ base, form }, letter) => written(`${letter}-${base}`, form),
];

/** The name of somebody in all the places where one stands. */
const named: readonly ((who: string, random: Random, form: string) => string)[] = [
  (who) => who,
  (who, _, form) => written(who, form),
  (who, random, form) => written(`${random.pick(trades)} ${who}`, form),
  (who, random, form) => written(`${who} ${random.pick(trades)}`, form),
  (who, random, form) => written(`Murermester ${who} ${random.pick(['', 'Eftf.', '& Søn'])}`.trim(), form),
  (who) => `Boet efter ${who}`,
  (who) => `Fru ${who}`,
];

/** Two persons in the same place, whatever else is chosen. */
export function both([one, other]: Two, random: Random, form: string): Two {
  const place = random.pick(named);
  const seed = random.between(1, 1e9);
  return [place(one, makeRandom(seed), form), place(other, makeRandom(seed), form)];
}

/** Written with dots, with spaces, and as one. */
const initialled: readonly ((letters: string) => string)[] = [
  (letters) => [...letters].map((letter) => `${letter}.`).join(''),
  (letters) => [...letters].map((letter) => `${letter}.`).join(' '),
  (letters) => letters,
  (letters) => [...letters].join(' '),
  (letters) => [...letters].join('&'),
  (letters) => [...letters].join('.'),
];

/** Others make remarks and legal forms ("GL", "IS", "BV"), and "Å" is often written "A". */
const INITIALS = [...'BCDEFHJKMOPRTUWZ'];

/** Two letters in the other order, or one of them another. */
const twoInitials = (random: Random): Two => {
  const [a, b] = twoOf(INITIALS, random);
  const [c] = twoOf(
    INITIALS.filter((letter) => letter !== a && letter !== b),
    random,
  );
  return random.pick([
    [a + b, b + a],
    [a + b, b + a],
    [a + b, a + c],
    [a + b, c + b],
    [a, c],
  ] satisfies Two[]);
};

const owners = ['v/ ', 'v/', 'v. ', 'ved ', 'V/ ', '- ', 'indehaver '];

/** The kinds, each with the ways of it. */
export const apartByPerson = {
  letter: [
    oneOrOther(LETTERS, withLetter),
    oneOrOther([...'ABCD'], withLetter),
    oneOrOther([...'αβγδ'], withLetter),
  ],
  initials: [
    ({ form }, random) => {
      const write = random.pick(initialled);
      const [one, other] = twoInitials(random);
      const rest = random.pick([random.pick(surnames), random.pick(trades)]);
      return [written(`${write(one)} ${rest}`, form), written(`${write(other)} ${rest}`, form)];
    },
    ({ form }, random) => {
      const [one, other] = twoOf(LETTERS, random);
      const [first, last] = [random.pick(firstNames), random.pick(surnames)];
      return [written(`${first} ${one}. ${last}`, form), written(`${first} ${other}. ${last}`, form)];
    },
    (name, random) => {
      const write = random.pick(initialled);
      const [one, other] = twoInitials(random);
      return put(anywhere, name, [write(one), write(other)], random);
    },
  ],
  firstName: [
    ({ form }, random) => {
      const [one, other] = twoOf(firstNames, random);
      const last = random.pick(surnames);
      return both([`${one} ${last}`, `${other} ${last}`], random, form);
    },
    ({ form }, random) => {
      const [one, other] = twoOf(firstNames, random);
      const [middle, last] = twoOf(surnames, random);
      return both([`${one} ${middle} ${last}`, `${other} ${middle} ${last}`], random, form);
    },
  ],
  surname: [
    ({ form }, random) => {
      const [one, other] = twoOf(surnames, random);
      const first = random.pick(firstNames);
      return both([`${first} ${one}`, `${first} ${other}`], random, form);
    },
    ({ form }, random) => {
      const [one, other] = twoOf(surnames, random);
      const [first, joint] = [random.pick(firstNames), random.pick([' ', '-'])];
      const shared = random.pick(surnames.filter((name) => name !== one && name !== other));
      return random.pick([
        () => both([`${first} ${shared}${joint}${one}`, `${first} ${shared}${joint}${other}`], random, form),
        () => both([`${first} ${one}${joint}${shared}`, `${first} ${other}${joint}${shared}`], random, form),
      ])();
    },
    ({ form }, random) => {
      const [one, other] = twoOf(surnames, random);
      const trade = random.pick(trades);
      return [written(`${one}s ${trade}`, form), written(`${other}s ${trade}`, form)];
    },
  ],
  couple: [
    (_, random) => {
      const [one, other] = twoOf(firstNames, random);
      const and = random.pick(['og', '&']);
      const [first, last] = [
        random.pick(firstNames.filter((name) => name !== one && name !== other)),
        random.pick(surnames),
      ];
      return [`${first} ${and} ${one} ${last}`, `${first} ${and} ${other} ${last}`];
    },
  ],
  family: [
    ({ form }, random) => {
      const [one, other] = twoOf(
        ['Senior', 'Junior', '& Søn', '& Datter', '& Bror', '& Hustru', 'Eftf.'],
        random,
      );
      const last = random.pick([random.pick(surnames), person(random)]);
      return [written(`${last} ${one}`, form), written(`${last} ${other}`, form)];
    },
    ({ form }, random) => {
      const [one, other] = twoOf(['Brødrene', 'Søstrene', 'Familien', 'Fru', 'Enkefru', 'Hr.'], random);
      const last = random.pick(surnames);
      return [written(`${one} ${last}`, form), written(`${other} ${last}`, form)];
    },
  ],
  owner: [
    ({ base }, random) => {
      const [by, one, other] = [random.pick(owners), person(random), person(random)];
      const what = random.pick([base, random.pick(trades)]);
      return one === other ? undefined : [`${what} ${by}${one}`, `${what} ${by}${other}`];
    },
    (_, random) => {
      const [one, other] = twoOf(firstNames, random);
      const [by, what] = [random.pick(owners), random.pick(trades)];
      const last = random.pick(['', ` ${random.pick(surnames)}`]);
      return [`${what} ${by}${one}${last}`, `${what} ${by}${other}${last}`];
    },
  ],
} satisfies Record<string, Apart[]>;

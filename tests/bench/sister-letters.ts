/** Two customers whose names are one letter apart: nobody can tell them from one name and a typing error in it. */
import { firstNames, surnames, trades } from '../sandbox/words.ts';
import { type Apart, type Two, twoOf, written } from './sister-names.ts';
import { both, LETTERS } from './sister-persons.ts';

const nearFirst =
  'Anna/Anne Karen/Karin Mette/Merete Jens/Jes Lars/Las Hanna/Hanne Kirsten/Kristen Ole/Ola Finn/Fina'
    .split(' ')
    .map((two) => two.split('/') as unknown as Two);
const nearLast =
  'Pedersen/Petersen Jensen/Jessen Kristensen/Kristiansen Nielsen/Niessen Hansen/Hanssen Juul/Juhl Holm/Holme Lund/Lunde Møller/Müller'
    .split(' ')
    .map((two) => two.split('/') as unknown as Two);

const tokens = ['Asmo', 'Tivo', 'Reka', 'Lumi', 'Bexo', 'Fali', 'Dorn', 'Vesk', 'Kilu', 'Ombra', 'Zelta'];

/** The kinds, each with the ways of it. */
export const apartByLetter = {
  'glued letter': [
    ({ base, form }, random) => {
      const [one, other] = twoOf([...'ABCD'], random);
      return [written(`${base}${one}`, form), written(`${base}${other}`, form)];
    },
  ],
  'near name': [
    ({ form }, random) => {
      const [one, other] = random.pick(nearFirst);
      const last = random.pick(surnames);
      return both([`${one} ${last}`, `${other} ${last}`], random, form);
    },
    ({ form }, random) => {
      const [one, other] = random.pick(nearLast);
      const first = random.pick(firstNames);
      return both([`${first} ${one}`, `${first} ${other}`], random, form);
    },
  ],
  acronym: [
    ({ form }, random) => {
      const [a, b] = twoOf(LETTERS, random);
      const rest = random.pick(LETTERS);
      const more = random.pick(['', '', ` ${random.pick(trades)}`]);
      const two = random.pick([
        [a + b + rest, b + a + rest],
        [rest + a, rest + b],
        [a + rest + rest, b + rest + rest],
      ] satisfies Two[]);
      return two[0] === two[1] ? undefined : [written(two[0] + more, form), written(two[1] + more, form)];
    },
  ],
  'short brand': [
    ({ form }, random) => {
      const token = random.pick(tokens);
      const at = random.between(1, token.length - 1);
      const letter = random.pick([...'bdfgklmnprstvx'].filter((each) => each !== token[at]));
      const other = token.slice(0, at) + letter + token.slice(at + 1);
      return [written(token, form), written(other, form)];
    },
  ],
} satisfies Record<string, Apart[]>;

import { companyName, countriesAbroad, foreignName, nameKey, personName } from './names.ts';
import { address, phone } from './places.ts';
import type { Random } from './random.ts';
import { cvrNumber, foreignVatNumber } from './vat-numbers.ts';
import { surnames } from './words.ts';

/** The truth about a company or person, before either system writes it down. */
export interface Company {
  name: string;
  isPerson: boolean;
  country: string;
  vatNumber: string | null;
  street: string;
  zipCode: string;
  city: string;
  email: string;
  phone: string;
  website: string | null;
}

export type Kind = 'danish' | 'foreign' | 'person';

/** After so many names in a row that are taken, a country has hardly any left. */
const TRIES = 100;

const anyKind = (random: Random): Kind =>
  random.chance(0.1) ? 'person' : random.chance(0.1) ? 'foreign' : 'danish';

/** Makes companies and persons of which no two have the same name or number. */
export function companyMaker(random: Random): {
  make(kind?: Kind): Company;
  twinOf(company: Company): Company;
} {
  const names = new Set<string>();
  const numbers = new Set<string>();

  const unused = (
    seen: Set<string>,
    make: (tries: number) => string,
    keyOf = (value: string) => value,
  ): string => {
    for (let tries = 0; ; tries++) {
      const value = make(tries);
      const key = keyOf(value);
      if (seen.has(key)) continue;
      seen.add(key);
      return value;
    }
  };

  function make(kind = anyKind(random)): Company {
    const isPerson = kind === 'person';
    const country = kind === 'foreign' ? random.pick(countriesAbroad) : 'DK';
    const invent = (tries: number): string => {
      if (isPerson) return personName(random);
      if (country === 'DK') return companyName(random);
      const name = foreignName(random, country);
      return tries < TRIES ? name : `${random.pick(surnames)} ${name}`;
    };
    return place({ name: unused(names, invent, nameKey), isPerson, country });
  }

  function place({ name, isPerson, country }: Pick<Company, 'name' | 'isPerson' | 'country'>): Company {
    const slug = slugOf(name);
    const top = country === 'DK' ? 'dk' : country.toLowerCase();
    const domain = isPerson ? 'post.example' : `${slug}.${top}.example`;
    const desk = random.pick(['faktura', 'faktura', 'info', 'bogholderi', 'kontakt']);
    return {
      name,
      isPerson,
      country,
      vatNumber: isPerson
        ? null
        : unused(numbers, () => (country === 'DK' ? cvrNumber(random) : foreignVatNumber(random, country))),
      ...address(random, country),
      email: isPerson ? `${slug}@${domain}` : `${desk}@${domain}`,
      phone: phone(random, country),
      website: isPerson ? null : `https://${domain}`,
    };
  }

  return {
    make,
    /** Another company of the same name, somewhere else. */
    twinOf(company) {
      const twin = place(company);
      return { ...twin, email: twin.email.replace('@', `.${slugOf(twin.city)}@`) };
    },
  };
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ (aps|a\/s|i\/s|p\/s|ivs|ab|as|gmbh.*|ug|oy|b\.v\.)$/, '')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 24);

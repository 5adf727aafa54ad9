import type { WorldParts } from './build.ts';
import { type Company, companyMaker } from './companies.ts';
import type { Random } from './random.ts';
import { type Both, certainRecords, contactRecord, customerRecord, likelyRecords } from './records.ts';
import { rewriteLightly } from './spelling.ts';
import { brokenCvrNumber, cvrNumber } from './vat-numbers.ts';
import type { EffihubCustomer, StoredContact, TruePair } from './world.ts';

interface Pair {
  customer: Partial<EffihubCustomer>;
  contacts: Partial<StoredContact>[];
  evidence: TruePair['evidence'];
}

export interface ListSize {
  customers: number;
  contacts: number;
  /** One customer's name has 300 characters. */
  hasLongName?: boolean;
}

const longName = `${'Skovbrynets Håndværkere '.repeat(12)}A/S`.padEnd(300, '.');

/** Fills the two lists of a world, and remembers who is who. */
export class ListMaker {
  readonly random: Random;
  readonly now: number;
  readonly companies: ReturnType<typeof companyMaker>;
  readonly register: string[] = [];
  readonly customers: Partial<EffihubCustomer>[] = [];
  readonly contacts: Partial<StoredContact>[] = [];
  readonly pairs: Pair[] = [];

  constructor(random: Random, now: number) {
    this.random = random;
    this.now = now;
    this.companies = companyMaker(random);
  }

  /** @param size how many rows each list gets */
  make({ customers, contacts, hasLongName }: ListSize): WorldParts {
    const few = Math.max(1, Math.round(customers / 100));
    const linked = Math.round(customers * 0.05);
    const certain = Math.round(customers * 0.4);
    const likely = Math.round(customers * 0.15);
    const archived = Math.round(customers * 0.03);

    for (let n = 0; n < linked; n++) this.addLinked(n === 1);
    for (let n = 0; n < certain - 2 * few; n++) this.addPair(certainRecords, this.company(), 'certain');
    for (let n = 0; n < few; n++) this.addTwins();
    for (let n = 0; n < likely; n++) this.addPair(likelyRecords, this.company(), 'likely');
    for (let n = 0; n < few; n++) this.addDuplicate(this.pairs[linked + n * 3]);
    for (let n = 0; n < archived; n++) this.addCustomer({ archivedAt: this.longAgo() });
    this.addCustomer({ name: '', vatNumber: null });
    if (hasLongName) this.addCustomer({ name: longName });
    this.addDefects(few);
    while (this.customers.length < customers) this.addCustomer({});

    for (let n = 0; n < Math.round(contacts * 0.08); n++) {
      this.addContact({ IsDebitor: false, IsCreditor: true });
    }
    this.addRefusals(few, linked);
    while (this.contacts.length < contacts) this.addContact({});
    return this.finish();
  }

  /** A few rows of another company, which must never turn up in this one's lists. */
  makeNeighbours(): WorldParts {
    for (let n = 0; n < 5; n++) this.addPair(certainRecords, this.company(), 'certain');
    return this.finish();
  }

  /** A company that exists: its number is in the CVR register. */
  company(from: Company = this.companies.make()): Company {
    if (from.vatNumber && from.country === 'DK') this.register.push(from.vatNumber);
    return from;
  }

  addPair(
    records: (random: Random, now: number, company: Company) => Both,
    company: Company,
    evidence: TruePair['evidence'],
  ): Pair {
    const { customer, contact } = records(this.random, this.now, company);
    const pair: Pair = { customer, contacts: [contact], evidence };
    this.pairs.push(pair);
    this.customers.push(customer);
    this.contacts.push(contact);
    return pair;
  }

  addLinked(isArchived: boolean): void {
    const company = this.company();
    const { customer, contacts } = this.addPair(certainRecords, company, 'certain');
    // Somebody's import is going to collide with this address.
    customer.invoiceEmail = company.email;
    customer.dineroContactGuid = contacts[0]?.ContactGuid;
    if (isArchived) customer.archivedAt = this.longAgo();
  }

  /** Two companies of one name: only number, place and e-mail tell them apart. */
  addTwins(): void {
    const one = this.company(this.companies.make('danish'));
    const two = this.company(this.companies.twinOf(one));
    for (const company of [one, two]) {
      const { customer, contacts } = this.addPair(certainRecords, company, 'certain');
      Object.assign(customer, { vatNumber: company.vatNumber, city: company.city, zipCode: company.zipCode });
      Object.assign(contacts[0] ?? {}, {
        Name: company.name,
        VatNumber: company.vatNumber,
        City: company.city,
        ZipCode: company.zipCode,
      });
    }
  }

  /** Dinero has the company once more, written by another hand. */
  addDuplicate(pair: Pair | undefined): void {
    const first = pair?.contacts[0];
    if (!pair || !first) return;
    const again: Partial<StoredContact> = {
      ...first,
      ContactGuid: this.random.guid(),
      Name: rewriteLightly(first.Name ?? '', this.random),
      Email: null,
      CreatedAt: new Date(this.now - 20 * 86_400_000).toISOString(),
      UpdatedAt: new Date(this.now - 20 * 86_400_000).toISOString(),
    };
    pair.contacts.push(again);
    this.contacts.push(again);
  }

  addCustomer(changes: Partial<EffihubCustomer>, company = this.company()): void {
    this.customers.push({ ...customerRecord(this.random, this.now, company), ...changes });
  }

  addContact(changes: Partial<StoredContact>, company = this.company()): void {
    this.contacts.push({ ...contactRecord(this.random, this.now, company), ...changes });
  }

  /** Customers that cannot simply be created in Dinero. */
  addDefects(few: number): void {
    for (let n = 0; n < few; n++) {
      // The first cannot be a number, the second could be one, but nobody has it.
      for (const vatNumber of [brokenCvrNumber(this.random), cvrNumber(this.random)]) {
        const company = this.companies.make('danish');
        this.addCustomer({ isPerson: false, countryCode: 'DK', vatNumber }, company);
      }
      this.addCustomer({ countryCode: null });
      this.addCustomer({}, this.company(this.companies.make('person')));
      this.addCustomer({}, this.company(this.companies.make('foreign')));
      this.addCustomer({ city: null, zipCode: null, street: null, invoiceEmail: null, phone: null });
    }
  }

  /** Contacts that Effihub will not take: their e-mail belongs to another customer, or is none. */
  addRefusals(few: number, linked: number): void {
    for (let n = 0; n < few; n++) {
      this.addContact({ IsDebitor: true, Email: this.pairs[n % linked]?.customer.invoiceEmail });
      this.addContact({ IsDebitor: null, IsCreditor: null });
      for (const kind of ['person', 'foreign'] as const) {
        const company = this.company(this.companies.make(kind));
        this.addContact({ IsDebitor: true, CountryKey: company.country }, company);
      }
    }
    this.addContact({ IsDebitor: true, Email: 'faktura(at)eksempel' });
  }

  longAgo(): string {
    return new Date(this.now - this.random.between(40, 400) * 86_400_000)
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
  }

  /** Mixes the lists, numbers the customers with gaps, and makes e-mails unique in Effihub, as it demands. */
  finish(): WorldParts {
    const customers = this.random.shuffle(this.customers);
    const emails = new Set<string>();
    for (const customer of new Set([...this.pairs.map((pair) => pair.customer), ...customers])) {
      if (customer.invoiceEmail && emails.has(customer.invoiceEmail)) customer.invoiceEmail = null;
      if (customer.invoiceEmail) emails.add(customer.invoiceEmail);
    }
    let id = 1000;
    for (const customer of customers) {
      id += this.random.between(1, 3);
      customer.id = id;
    }
    return {
      customers,
      contacts: this.random.shuffle(this.contacts),
      cvrRegister: this.register,
      truth: this.pairs.map(({ customer, contacts, evidence }) => ({
        customerId: customer.id ?? 0,
        contactGuids: contacts.map((contact) => contact.ContactGuid ?? ''),
        evidence,
      })),
    };
  }
}

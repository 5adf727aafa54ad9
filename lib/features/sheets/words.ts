/** Customer tables of accounts without an API: reading them in, and what is to be pasted into Effihub. */
import type { Column } from '../../systems/spreadsheets/headings.ts';

const columnsDa: Record<Column, string> = {
  name: 'Firmanavn',
  firstName: 'Fornavn',
  lastName: 'Efternavn',
  customerNumber: 'Kundenummer',
  vatNumber: 'CVR nummer',
  street: 'Adresse',
  zipCode: 'Postnummer',
  city: 'By',
  zipCity: 'Postnummer og by',
  countryCode: 'Land',
  email: 'Faktureringsmail',
  phone: 'Telefon',
  website: 'Webside',
  notes: 'Noter',
  kind: 'Virksomhed eller privat',
};

export const da = {
  heading: 'Kundetabel fra Effihub',
  never: 'Kunderne er ikke læst ind endnu.',
  readAt: (when: string, n: string | undefined) => (n ? `Læst ${when}: ${n}` : `Læst ${when}`),
  readHint: 'Er kunder ændret i Effihub siden, så læs tabellen igen, før du synkroniserer.',
  read: 'Læs kundetabel',
  title: 'Læs kundetabel',
  how: 'Eksportér kunderne i Effihub som CSV, eller kopiér tabellen fra siden Kunder eller et regneark.',
  openCustomers: 'Åbn Kunder i Effihub',
  chooseFile: 'Vælg fil',
  or: 'eller',
  paste: 'Indsæt tabellen her',
  pasteHint: 'Tryk Ctrl+V. Du ser kunderne, før noget bliver gemt.',
  drop: 'Du kan også trække en fil hen på feltet.',
  refusedFile: {
    excel: [
      'Filen er en Excel-projektmappe',
      'Gem den i Excel som CSV, eller kopiér tabellen, og indsæt den her.',
    ],
    'not-text': ['Filen er ikke en tabel', 'Vælg en CSV-fil, eller kopiér tabellen, og indsæt den her.'],
    'too-many-rows': ['Tabellen har mere end 100.000 rækker', 'Vælg en mindre tabel.'],
    'too-many-columns': ['Tabellen har mere end 200 kolonner', 'Vælg kun kolonnerne med kunder.'],
    empty: ['Der er ingen kunder i tabellen', 'Tjek, at rækkerne er med, og prøv igen.'],
    unreadable: ['Filen kunne ikke læses', 'Vælg den igen, eller kopiér tabellen, og indsæt den her.'],
  },
  previewTitle: 'Passer kolonnerne?',
  previewHint: 'Vælg, hvad hver kolonne er. Kolonner uden betydning bliver ikke læst.',
  columnNo: (n: number, heading: string) => (heading ? `Kolonne ${n}: ${heading}` : `Kolonne ${n}`),
  unused: '– bruges ikke –',
  columns: columnsDa,
  hasHeadings: 'Tabellen har overskrifter',
  firstRows: 'De første rækker',
  noName: 'Vælg den kolonne, som kundens navn står i.',
  customers: (n: string, one: boolean) => (one ? '1 kunde' : `${n} kunder`),
  change: {
    added: (n: string, one: boolean) => (one ? '1 ny' : `${n} nye`),
    changed: (n: string, one: boolean) => (one ? '1 ændret' : `${n} ændrede`),
    unchanged: (n: string, one: boolean) => (one ? '1 uændret' : `${n} uændrede`),
    found: (n: string, one: boolean) =>
      one
        ? '1 indsat kunde er fundet igen og bliver linket'
        : `${n} indsatte kunder er fundet igen og bliver linket`,
    renamed: (n: string, one: boolean) =>
      one
        ? '1 kunde har fået et nyt nummer og beholder sit link'
        : `${n} kunder har fået nye numre og beholder deres links`,
    notFound: (n: string, one: boolean) =>
      one
        ? '1 importeret kunde er ikke i tabellen endnu'
        : `${n} importerede kunder er ikke i tabellen endnu`,
    absent: (n: string, one: boolean) =>
      one
        ? '1 kunde er ikke med længere og bliver lagt til side'
        : `${n} kunder er ikke med længere og bliver lagt til side`,
    absentLinked: (n: string) => `Links bliver gemt (${n}).`,
  },
  refused: (n: string, one: boolean) => (one ? '1 række bliver ikke læst' : `${n} rækker bliver ikke læst`),
  refusedRow: {
    'no-name': (line: number) => `Række ${line} har intet navn`,
    'same-id': (line: number, name: string, others: string) =>
      `Række ${line}, ${name}: har samme nummer eller navn som række ${others}`,
    'too-long': (line: number, name: string) =>
      `Række ${line}, ${name}: teksten er for lang til at være en kunde`,
  },
  doubts: (n: string, one: boolean) => (one ? '1 felt bliver ikke læst' : `${n} felter bliver ikke læst`),
  doubt: {
    country: (line: number, name: string, text: string) =>
      `Række ${line}, ${name}: landet “${text}” kendes ikke`,
    'number-format': (line: number, name: string, text: string) =>
      `Række ${line}, ${name}: regnearket har forkortet tallet “${text}”`,
    'vat-number': (line: number, name: string, text: string) =>
      `Række ${line}, ${name}: “${text}” er ikke et CVR-nummer`,
    'too-long': (line: number, name: string, text: string) =>
      `Række ${line}, ${name}: “${text}” er for langt`,
  },
  more: (n: string) => `… og ${n} til`,
  use: 'Brug tabellen',
  willRead: (n: string, one: boolean) => (one ? '1 kunde bliver læst ind' : `${n} kunder bliver læst ind`),
  another: 'Vælg en anden tabel',
  done: (n: string, one: boolean) => (one ? '1 kunde er læst ind' : `${n} kunder er læst ind`),
  notRead: 'Tabellen er ikke læst ind, og intet er ændret.',
  toPaste: (n: string, one: boolean) =>
    one ? '1 kunde venter på at blive indsat i Effihub' : `${n} kunder venter på at blive indsat i Effihub`,
  toPasteHow:
    'Kopiér tabellen, og indsæt den i Effihub under Importer kunder > Kopier og indsæt fra regneark. Virksomheder og privatpersoner indsættes hver for sig.',
  openImport: 'Åbn Importer kunder i Effihub',
  importPage: 'Her indsætter du kunderne fra Dinero',
  importPageHint: 'Vælg dem i synkroniseringen. Så får du tabellen, som skal indsættes på denne side.',
  companies: (n: string) => `Virksomheder (${n})`,
  persons: (n: string) => `Privatpersoner (${n})`,
  copyCompanies: 'Kopiér virksomheder',
  copyPersons: 'Kopiér privatpersoner',
  fileCompanies: 'Hent virksomheder som fil',
  filePersons: 'Hent privatpersoner som fil',
  pastedCompanies: 'Virksomheder er indsat i Effihub',
  pastedPersons: 'Privatpersoner er indsat i Effihub',
  copied: (n: string, one: boolean) =>
    one ? '1 kunde er kopieret. Indsæt den i Effihub.' : `${n} kunder er kopieret. Indsæt dem i Effihub.`,
  notCopied: 'Browseren tillod ikke at kopiere. Hent tabellen som fil.',
  fileName: { companies: 'virksomheder', persons: 'privatpersoner' },
  pasted: (n: string, one: boolean) =>
    one
      ? '1 kunde er indsat og bliver linket, når du læser kundetabellen igen'
      : `${n} kunder er indsat og bliver linket, når du læser kundetabellen igen`,
  notPasted: (one: boolean): string => (one ? 'Den er ikke indsat alligevel' : 'De er ikke indsat alligevel'),
};

export const en: typeof da = {
  heading: 'Customer table from Effihub',
  never: 'The customers have not been read in yet.',
  readAt: (when, n) => (n ? `Read ${when}: ${n}` : `Read ${when}`),
  readHint: 'If customers have changed in Effihub since, read the table again before you synchronise.',
  read: 'Read customer table',
  title: 'Read customer table',
  how: 'Export the customers in Effihub as CSV, or copy the table from the page Kunder or from a spreadsheet.',
  openCustomers: 'Open Kunder in Effihub',
  chooseFile: 'Choose file',
  or: 'or',
  paste: 'Paste the table here',
  pasteHint: 'Press Ctrl+V. You see the customers before anything is saved.',
  drop: 'You can also drop a file on the field.',
  refusedFile: {
    excel: ['The file is an Excel workbook', 'Save it as CSV in Excel, or copy the table and paste it here.'],
    'not-text': ['The file is not a table', 'Choose a CSV file, or copy the table and paste it here.'],
    'too-many-rows': ['The table has more than 100,000 rows', 'Choose a smaller table.'],
    'too-many-columns': ['The table has more than 200 columns', 'Choose only the columns with customers.'],
    empty: ['There are no customers in the table', 'Check that the rows are there, and try again.'],
    unreadable: ['The file could not be read', 'Choose it again, or copy the table and paste it here.'],
  },
  previewTitle: 'Are the columns right?',
  previewHint: 'Choose what each column is. Columns without a meaning are not read.',
  columnNo: (n, heading) => (heading ? `Column ${n}: ${heading}` : `Column ${n}`),
  unused: '– not used –',
  columns: {
    name: 'Company name',
    firstName: 'First name',
    lastName: 'Last name',
    customerNumber: 'Customer number',
    vatNumber: 'VAT number',
    street: 'Address',
    zipCode: 'Postal code',
    city: 'City',
    zipCity: 'Postal code and city',
    countryCode: 'Country',
    email: 'Invoice e-mail',
    phone: 'Phone',
    website: 'Website',
    notes: 'Notes',
    kind: 'Company or private',
  },
  hasHeadings: 'The table has headings',
  firstRows: 'The first rows',
  noName: 'Choose the column that holds the customer’s name.',
  customers: (n, one) => (one ? '1 customer' : `${n} customers`),
  change: {
    added: (n) => `${n} new`,
    changed: (n) => `${n} changed`,
    unchanged: (n) => `${n} unchanged`,
    found: (n, one) =>
      one
        ? '1 pasted customer was found again and is linked'
        : `${n} pasted customers were found again and are linked`,
    renamed: (n, one) =>
      one
        ? '1 customer has a new number and keeps its link'
        : `${n} customers have new numbers and keep their links`,
    notFound: (n, one) =>
      one
        ? '1 imported customer is not in the table yet'
        : `${n} imported customers are not in the table yet`,
    absent: (n, one) =>
      one
        ? '1 customer is not there any more and is set aside'
        : `${n} customers are not there any more and are set aside`,
    absentLinked: (n) => `Links are kept (${n}).`,
  },
  refused: (n, one) => (one ? '1 row is not read' : `${n} rows are not read`),
  refusedRow: {
    'no-name': (line) => `Row ${line} has no name`,
    'same-id': (line, name, others) => `Row ${line}, ${name}: has the same number or name as row ${others}`,
    'too-long': (line, name) => `Row ${line}, ${name}: the text is too long for a customer`,
  },
  doubts: (n, one) => (one ? '1 field is not read' : `${n} fields are not read`),
  doubt: {
    country: (line, name, text) => `Row ${line}, ${name}: the country “${text}” is not known`,
    'number-format': (line, name, text) =>
      `Row ${line}, ${name}: the spreadsheet has shortened the number “${text}”`,
    'vat-number': (line, name, text) => `Row ${line}, ${name}: “${text}” is not a VAT number`,
    'too-long': (line, name, text) => `Row ${line}, ${name}: “${text}” is too long`,
  },
  more: (n) => `… and ${n} more`,
  use: 'Use the table',
  willRead: (n, one) => (one ? '1 customer will be read in' : `${n} customers will be read in`),
  another: 'Choose another table',
  done: (n, one) => (one ? '1 customer has been read in' : `${n} customers have been read in`),
  notRead: 'The table has not been read in, and nothing has been changed.',
  toPaste: (n, one) =>
    one ? '1 customer waits to be pasted into Effihub' : `${n} customers wait to be pasted into Effihub`,
  toPasteHow:
    'Copy the table and paste it in Effihub under Importer kunder > Kopier og indsæt fra regneark. Companies and private persons are pasted apart.',
  openImport: 'Open Importer kunder in Effihub',
  importPage: 'Here you paste the customers from Dinero',
  importPageHint: 'Choose them in the synchronisation. Then you get the table to paste on this page.',
  companies: (n) => `Companies (${n})`,
  persons: (n) => `Private persons (${n})`,
  copyCompanies: 'Copy companies',
  copyPersons: 'Copy private persons',
  fileCompanies: 'Download companies as a file',
  filePersons: 'Download private persons as a file',
  pastedCompanies: 'Companies have been pasted into Effihub',
  pastedPersons: 'Private persons have been pasted into Effihub',
  copied: (n, one) =>
    one
      ? '1 customer has been copied. Paste it in Effihub.'
      : `${n} customers have been copied. Paste them in Effihub.`,
  notCopied: 'The browser did not allow copying. Download the table as a file.',
  fileName: { companies: 'companies', persons: 'persons' },
  pasted: (n, one) =>
    one
      ? '1 customer has been pasted and is linked when you read the customer table again'
      : `${n} customers have been pasted and are linked when you read the customer table again`,
  notPasted: (one) => (one ? 'It has not been pasted after all' : 'They have not been pasted after all'),
};

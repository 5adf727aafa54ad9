/** Words that all steps of the wizard share. */
export const da = {
  toOverview: 'Til oversigten',
  next: 'Fortsæt',
  reading: 'Læser kunder',
  readingHint: 'Første gang læses alle kunder; derefter kun dem, der er ændret.',
  readFrom: { effihub: 'Effihub', dinero: 'Dinero' },
  waiting: 'venter',
  read: (n: string) => `${n} læst`,
  matching: 'Finder kunder, der passer sammen …',
  matchingShare: (percent: number) => `Matcher kunder … ${percent} %`,
  matchingSize: (customers: string, contacts: string) => `${customers} i Effihub, ${contacts} i Dinero`,
  loadFailed: 'Kunderne er ikke læst. Intet er ændret.',
  choiceRefused: 'Dit sidste valg blev ikke gemt og er taget tilbage.',
  stepRefused: 'Trinnet kunne ikke skiftes. Dine valg er gemt.',
  startRefused: 'Synkroniseringen er ikke startet. Dine valg er gemt.',
  gone: (n: number) =>
    n === 1
      ? 'En kunde, du havde valgt noget for, findes ikke mere. Det valg er udeladt.'
      : `${n} kunder, du havde valgt noget for, findes ikke mere. De valg er udeladt.`,
  changed: 'Ændret siden du valgte',
  /** Numbers of other countries begin with its letters. */
  cvr: (number: string) => (/^[A-Z]{2}/i.test(number) ? `Momsnr. ${number}` : `CVR ${number}`),
  person: 'Privatperson',
  company: 'Virksomhed',
  /** What the search shows of a list. */
  shown: (shown: string, all: string) => `${shown} af ${all} vises`,
  nothingFound: (query: string) => `Ingen kunder passer til “${query}”.`,
  clearSearch: 'Ryd søgning',
  reasons: {
    vat: 'samme CVR',
    'name-equal': 'samme navn',
    'name-similar': 'navnet ligner',
    'name-initials': 'samme forbogstaver',
    email: 'samme e-mail',
    domain: 'samme domæne',
    phone: 'samme telefon',
    address: 'samme adresse',
    duplicate: 'findes flere gange',
    'vat-differs': 'andet CVR',
    'legal-form-differs': 'anden selskabsform',
  },
};

export const en: typeof da = {
  toOverview: 'To the overview',
  next: 'Continue',
  reading: 'Reading customers',
  readingHint: 'The first time all customers are read; later only those that have changed.',
  readFrom: { effihub: 'Effihub', dinero: 'Dinero' },
  waiting: 'waiting',
  read: (n) => `${n} read`,
  matching: 'Finding customers that belong together …',
  matchingShare: (percent) => `Matching customers … ${percent}%`,
  matchingSize: (customers, contacts) => `${customers} in Effihub, ${contacts} in Dinero`,
  loadFailed: 'The customers have not been read. Nothing has been changed.',
  choiceRefused: 'Your last choice was not saved and has been taken back.',
  stepRefused: 'The step could not be changed. Your choices are saved.',
  startRefused: 'The synchronisation has not been started. Your choices are saved.',
  gone: (n) =>
    n === 1
      ? 'A customer that you had chosen something for no longer exists. That choice is left out.'
      : `${n} customers that you had chosen something for no longer exist. Those choices are left out.`,
  changed: 'Changed since you chose',
  cvr: (number) => `VAT ${number}`,
  person: 'Private person',
  company: 'Company',
  shown: (shown, all) => `${shown} of ${all} shown`,
  nothingFound: (query) => `No customer fits “${query}”.`,
  clearSearch: 'Clear search',
  reasons: {
    vat: 'same VAT number',
    'name-equal': 'same name',
    'name-similar': 'similar name',
    'name-initials': 'same initials',
    email: 'same e-mail',
    domain: 'same domain',
    phone: 'same phone',
    address: 'same address',
    duplicate: 'is there more than once',
    'vat-differs': 'another VAT number',
    'legal-form-differs': 'another legal form',
  },
};

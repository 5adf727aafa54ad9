/** The tab that opens after installation. */
export const da = {
  title: 'Kom i gang med Kundebro',
  about:
    'Tre trin, så er du klar. Hver forbindelse bliver testet med det samme, og intet ændres i Dinero eller Effihub.',
  steps: { dinero: 'Forbind Dinero', effihub: 'Forbind Effihub', sync: 'Første synkronisering' },
  number: (n: number) => `Trin ${n}`,
  done: 'færdigt',
  next: 'Test og fortsæt',
  connect: 'Test og forbind',
  change: 'Ret',
  changeDinero: 'Ret Dinero',
  changeEffihub: 'Ret Effihub',
  where: 'Hvor finder jeg dem?',
  whereDinero: [
    'Klient-id og klienthemmelighed: skriv til Dinero, og bed om en personlig integration. De sender begge i en mail.',
    'API-nøgle: i Dinero under tandhjulet > API > Ny API-nøgle.',
    'Firma-id: nederst til venstre i Dinero. Det kan stå tomt, så findes det ud fra nøglen.',
  ],
  whereVisma: [
    'Opret en applikation af typen Web application i Vismas udviklerportal, og giv den adgang til Dinero.',
    'Skriv omdirigeringsadressen ovenfor som redirect URI, og kopiér client ID og client secret herover.',
    'Når du logger ind, vælger du selv, hvilke firmaer Kundebro må bruge.',
  ],
  whereEffihub: [
    'API-token: spørg Effihubs support, hvis du ikke har et. Tokenet hører til én konto.',
    'Ingen API? Så vælg regneark. Du skal kun bruge kontoens navn.',
  ],
  connected: (dinero: string, effihub: string) => `${dinero} og ${effihub} er forbundet`,
  firstSync: 'Kundebro henter kunderne, foreslår hvem der er de samme, og spørger, før noget bliver ændret.',
  firstTable: 'Læs først tabellen med kunderne ind fra Effihub. Så kan den første synkronisering begynde.',
  start: 'Start synkronisering',
  readTable: 'Læs kundetabel',
  later: 'Vent til senere',
};

export const en: typeof da = {
  title: 'Get started with Kundebro',
  about:
    'Three steps and you are ready. Each connection is tested at once, and nothing changes in Dinero or Effihub.',
  steps: { dinero: 'Connect Dinero', effihub: 'Connect Effihub', sync: 'First synchronisation' },
  number: (n) => `Step ${n}`,
  done: 'done',
  next: 'Test and continue',
  connect: 'Test and connect',
  change: 'Change',
  changeDinero: 'Change Dinero',
  changeEffihub: 'Change Effihub',
  where: 'Where do I find them?',
  whereDinero: [
    'Client id and client secret: write to Dinero and ask for a personal integration. They send both by e-mail.',
    'API key: in Dinero under the cog wheel > API > Ny API-nøgle.',
    'Company id: at the bottom left in Dinero. It may be left empty; then it is found from the key.',
  ],
  whereVisma: [
    'Make an application of the type Web application in Visma’s developer portal, and give it access to Dinero.',
    'Enter the redirect address above as its redirect URI, and copy client ID and client secret to here.',
    'When you sign in, you choose which companies Kundebro may use.',
  ],
  whereEffihub: [
    'API token: ask Effihub’s support if you have none. The token belongs to one account.',
    'No API? Then choose spreadsheets. You only need the account’s name.',
  ],
  connected: (dinero, effihub) => `${dinero} and ${effihub} are connected`,
  firstSync: 'Kundebro reads the customers, suggests who is the same, and asks before anything is changed.',
  firstTable: 'First read in the table of customers from Effihub. Then the first synchronisation can begin.',
  start: 'Start synchronisation',
  readTable: 'Read customer table',
  later: 'Wait until later',
};

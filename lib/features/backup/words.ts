/** Backup and restore. */
export const da = {
  title: 'Sikkerhedskopi',
  hint: 'Én fil med links, ignorer-liste, indstillinger, historik og det, du har valgt at beholde, for alle firmaer. Den indeholder dine kunders navne og oplysninger, men ingen nøgler. Brug den også til at flytte til en anden computer, eller til at dele ignorer-listen på kontoret.',
  make: 'Hent sikkerhedskopi',
  file: 'sikkerhedskopi',
  made: 'Sikkerhedskopien er hentet',
  left: (n: number) =>
    n === 1
      ? 'Den ældste kørsel i historikken er ikke med, fordi filen ellers ville blive for stor.'
      : `De ${n} ældste kørsler i historikken er ikke med, fordi filen ellers ville blive for stor.`,
  restore: 'Gendan sikkerhedskopi',
  choose: 'Vælg en sikkerhedskopi',
  comparing: 'Sammenligner …',
  madeAt: (when: string) => `Filen er lavet ${when}.`,
  how: 'Sådan gendannes',
  modes: { merge: 'Flet', replace: 'Erstat' },
  meaning: {
    merge: 'Det, der mangler her, bliver tilføjet. Det, du har, bliver, som det er.',
    replace:
      'Det bliver, som det er i filen. Det, der ikke står i filen, bliver fjernet. Firmaer, som filen ikke nævner, bliver ikke rørt.',
  },
  all: 'Alle firmaer',
  what: 'Hvad',
  rows: {
    company: 'Firmaet og dets navn',
    links: 'Links',
    ignored: 'Ignorer-listen',
    contactNumbers: 'Kunders sider i Dinero',
    imports: 'Kunder, der venter på at blive indsat',
    columns: 'Kolonner i kundetabellen',
    dismissals: 'Set og afvist',
    kept: 'Forskelle, der beholdes',
    runs: 'Historik',
    preferences: 'Indstillinger',
  },
  columns: { added: 'Nye', changed: 'Ændres', unchanged: 'Uændrede', removed: 'Fjernes', kept: 'Beholdes' },
  keptMeaning: 'Beholdes: Filen siger noget andet, men det, du har, bliver.',
  gone: (n: number) =>
    n === 1
      ? '1 link springes over: Kunden findes ikke længere i Effihub eller Dinero.'
      : `${n} links springes over: Kunderne findes ikke længere i Effihub eller Dinero.`,
  linksWritten: 'Links bliver skrevet i Effihub bagefter. Du kan følge med på forsiden.',
  unconnected: 'Nøglerne er ikke på denne computer. Vælg bagefter firmaet øverst på siden, og skriv dem.',
  linksFromEffihub: (n: number) =>
    n === 1
      ? 'Firmaets link hentes fra Effihub, når det er forbundet.'
      : `Firmaets ${n} links hentes fra Effihub, når det er forbundet.`,
  paused: 'Firmaet er sat på pause. Dets links bliver ikke ændret.',
  skipped: (other: string) =>
    `Springes over: Firmaets Effihub-konto er forbundet til ${other} på denne computer.`,
  nothing: 'Der er intet at gendanne',
  confirm: 'Gendan',
  restored: 'Sikkerhedskopien er gendannet',
  linking: (n: number) =>
    n === 1
      ? '1 link er ved at blive gendannet i Effihub.'
      : `${n} links er ved at blive gendannet i Effihub.`,
};

export const en: typeof da = {
  title: 'Backup',
  hint: 'One file with links, ignore list, settings, history and what you have chosen to keep, of all companies. It holds your customers’ names and details but no keys. Use it, too, to move to another computer or to share the ignore list in the office.',
  make: 'Download backup',
  file: 'backup',
  made: 'The backup has been downloaded',
  left: (n) =>
    n === 1
      ? 'The oldest run of the history is not in it, since the file would be too big.'
      : `The ${n} oldest runs of the history are not in it, since the file would be too big.`,
  restore: 'Restore backup',
  choose: 'Choose a backup',
  comparing: 'Comparing …',
  madeAt: (when) => `The file was made ${when}.`,
  how: 'How to restore',
  modes: { merge: 'Merge', replace: 'Replace' },
  meaning: {
    merge: 'What is missing here is added. What you have stays as it is.',
    replace:
      'It becomes what it is in the file. What is not in the file is removed. Companies that the file does not name are left alone.',
  },
  all: 'All companies',
  what: 'What',
  rows: {
    company: 'The company and its name',
    links: 'Links',
    ignored: 'Ignore list',
    contactNumbers: 'Customers’ pages in Dinero',
    imports: 'Customers waiting to be pasted',
    columns: 'Columns of the customer table',
    dismissals: 'Seen and dismissed',
    kept: 'Differences to keep',
    runs: 'History',
    preferences: 'Settings',
  },
  columns: { added: 'New', changed: 'Changed', unchanged: 'Unchanged', removed: 'Removed', kept: 'Kept' },
  keptMeaning: 'Kept: The file says otherwise, but what you have stays.',
  gone: (n) =>
    n === 1
      ? '1 link is left out: The customer is no longer in Effihub or Dinero.'
      : `${n} links are left out: The customers are no longer in Effihub or Dinero.`,
  linksWritten: 'Links are written to Effihub afterwards. You can follow it on the start page.',
  unconnected:
    'The keys are not on this computer. Choose the company at the top of the page afterwards, and type them.',
  linksFromEffihub: (n) =>
    n === 1
      ? 'The company’s link is fetched from Effihub once it is connected.'
      : `The company’s ${n} links are fetched from Effihub once it is connected.`,
  paused: 'The company is paused. Its links are not changed.',
  skipped: (other) => `Left out: The company’s Effihub account is connected to ${other} on this computer.`,
  nothing: 'There is nothing to restore',
  confirm: 'Restore',
  restored: 'The backup has been restored',
  linking: (n) =>
    n === 1 ? '1 link is being restored in Effihub.' : `${n} links are being restored in Effihub.`,
};

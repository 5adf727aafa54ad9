/** Looking at both systems by itself or by hand, and the picture of what there is. */
export const da = {
  title: 'Automatisk tjek',
  hint: 'Kundebro læser, hvad der er ændret i Dinero og Effihub, og skriver aldrig noget. Tallet på ikonet viser, hvor meget der venter på din beslutning.',
  choices: { off: 'Slået fra', hourly: 'Hver time', daily: 'Hver dag' },
  now: 'Tjek nu',
  last: (when: string) => `Sidst tjekket ${when}`,
  failed: 'Lykkedes ikke',
  resting: 'Det automatiske tjek holder pause, til et tjek lykkes.',
  same: 'Intet er ændret',
  waiting: (n: string) => `${n} venter på din beslutning`,
  nothingWaits: 'Kunderne er opdateret. Intet venter på din beslutning',
  others: 'Andre firmaer',
  other: (company: string, n: string) => `${company}: ${n} venter`,
  states: { linked: 'Linket', waiting: 'Venter', ignored: 'Ignoreret', broken: 'Brudt' },
  picture: (system: string, n: Record<'linked' | 'waiting' | 'ignored' | 'broken', string>) =>
    `${system}: ${n.linked} linket, ${n.waiting} venter, ${n.ignored} ignoreret, ${n.broken} brudt`,
  pictureUnread: (system: string) => `${system}: kunderne er ikke hentet endnu`,
};

export const en: typeof da = {
  title: 'Automatic check',
  hint: 'Kundebro reads what has changed in Dinero and Effihub, and never writes anything. The number on the icon shows how much waits for your decision.',
  choices: { off: 'Off', hourly: 'Every hour', daily: 'Every day' },
  now: 'Check now',
  last: (when) => `Last checked ${when}`,
  failed: 'Did not succeed',
  resting: 'The automatic check rests until a check succeeds.',
  same: 'Nothing has changed',
  waiting: (n) => `${n} waiting for your decision`,
  nothingWaits: 'The customers are up to date. Nothing waits for your decision',
  others: 'Other companies',
  other: (company, n) => `${company}: ${n} waiting`,
  states: { linked: 'Linked', waiting: 'Waiting', ignored: 'Ignored', broken: 'Broken' },
  picture: (system, n) =>
    `${system}: ${n.linked} linked, ${n.waiting} waiting, ${n.ignored} ignored, ${n.broken} broken`,
  pictureUnread: (system) => `${system}: the customers have not been read yet`,
};

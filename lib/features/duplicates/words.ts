/** Customers that stand more than once in one system. */
export const da = {
  title: 'Dubletter',
  open: 'Gennemgå dubletter',
  about:
    'Ingen af systemerne kan lægge to kunder sammen for dig. Flyt linket først, og saml eller slet så den forkerte i systemet selv.',
  sides: {
    contacts: (n: string) => `Dubletter i Dinero (${n})`,
    customers: (n: string) => `Dubletter i Effihub (${n})`,
  },
  none: {
    contacts: 'Ingen kunde ser ud til at stå flere gange i Dinero.',
    customers: 'Ingen kunde ser ud til at stå flere gange i Effihub.',
  },
  looking: 'Leder efter dubletter …',
  lookingShare: (percent: number) => `Leder efter dubletter … ${percent} %`,
  linkedTo: (name: string) => `Linket til ${name}`,
  unknown: 'en kunde, som ikke kendes',
  move: 'Flyt link hertil',
  dismiss: 'Ikke en dublet',
  more: (n: string) => `Vis ${n} flere`,
  moved: (name: string) => `Linket er flyttet til ${name}`,
  dismissed: 'Bliver ikke vist som dublet mere',
  notLooked: 'Kunderne er ikke læst igen. Intet er ændret.',
  unsure: 'Det er ikke sikkert, om linket er flyttet. Se efter i Effihub, før du prøver igen.',
};

export const en: typeof da = {
  title: 'Duplicates',
  open: 'Review duplicates',
  about:
    'Neither system can merge two customers for you. Move the link first, then merge or delete the wrong one in the system itself.',
  sides: {
    contacts: (n) => `Duplicates in Dinero (${n})`,
    customers: (n) => `Duplicates in Effihub (${n})`,
  },
  none: {
    contacts: 'No customer seems to be in Dinero more than once.',
    customers: 'No customer seems to be in Effihub more than once.',
  },
  looking: 'Looking for duplicates …',
  lookingShare: (percent) => `Looking for duplicates … ${percent}%`,
  linkedTo: (name) => `Linked to ${name}`,
  unknown: 'a customer that is not known',
  move: 'Move link here',
  dismiss: 'Not a duplicate',
  more: (n) => `Show ${n} more`,
  moved: (name) => `The link has been moved to ${name}`,
  dismissed: 'No longer shown as a duplicate',
  notLooked: 'The customers have not been read again. Nothing has been changed.',
  unsure: 'It is not certain whether the link has been moved. Look in Effihub before you try again.',
};

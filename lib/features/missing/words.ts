/** Linked customers that are gone on one side. */
export const da = {
  title: 'Kunder, der er væk',
  open: 'Se kunder, der er væk',
  about:
    'Linkede kunder, som er slettet eller arkiveret på den ene side. På den anden side findes de stadig.',
  kinds: {
    contactDeleted: (when: string) => (when ? `Slettet i Dinero ${when}` : 'Slettet i Dinero'),
    customerDeleted: (when: string) => `Slettet i Effihub, opdaget ${when}`,
    customerArchived: (when: string) => `Arkiveret i Effihub ${when}`,
    notInTable: (when: string) => `Ikke i kundetabellen siden ${when}`,
  },
  todo: {
    contactDeleted:
      'Kunden i Effihub viser ingen fakturaer. Match den igen, gendan kontakten i Dinero, eller fjern linket.',
    customerDeleted: 'Kontakten findes stadig i Dinero. Ignorér den, eller importér den igen.',
    customerArchived: 'Kontakten findes stadig i Dinero. Fjern linket, eller lad det være, som det er.',
    notInTable: 'Læs en tabel med kunden, eller fjern linket.',
  },
  rematch: 'Match igen',
  rematchFor: (name: string) => `Match igen: ${name}`,
  unlink: 'Fjern link',
  unlinkFor: (name: string) => `Fjern link for ${name}`,
  ignore: 'Ignorér',
  ignoreFor: (name: string) => `Ignorér ${name}`,
  importAgain: 'Importér igen',
  importAgainFor: (name: string) => `Importér igen: ${name}`,
  leave: 'Lad være',
  leaveFor: (name: string) => `Lad være: ${name}`,
  did: {
    unlink: (name: string) => `Linket er fjernet: ${name}`,
    ignore: (name: string) => `På ignorer-listen: ${name}`,
    importAgain: (name: string) => `Importeret til Effihub: ${name}`,
    leave: (name: string) => `Bliver, som det er: ${name}`,
    match: (name: string) => `Matchet: ${name}`,
  },
  none: 'Ingen linkede kunder er væk',
  noneHint: 'Bliver en linket kunde slettet eller arkiveret på den ene side, vises den her.',
};

export const en: typeof da = {
  title: 'Customers that are gone',
  open: 'See customers that are gone',
  about:
    'Linked customers that have been deleted or archived on one side. On the other side they are still there.',
  kinds: {
    contactDeleted: (when) => (when ? `Deleted in Dinero ${when}` : 'Deleted in Dinero'),
    customerDeleted: (when) => `Deleted in Effihub, noticed ${when}`,
    customerArchived: (when) => `Archived in Effihub ${when}`,
    notInTable: (when) => `Not in the customer table since ${when}`,
  },
  todo: {
    contactDeleted:
      'The customer in Effihub shows no invoices. Match it again, restore the contact in Dinero, or remove the link.',
    customerDeleted: 'The contact is still in Dinero. Ignore it, or import it again.',
    customerArchived: 'The contact is still in Dinero. Remove the link, or leave it as it is.',
    notInTable: 'Read a table with the customer, or remove the link.',
  },
  rematch: 'Match again',
  rematchFor: (name) => `Match again: ${name}`,
  unlink: 'Remove link',
  unlinkFor: (name) => `Remove link for ${name}`,
  ignore: 'Ignore',
  ignoreFor: (name) => `Ignore ${name}`,
  importAgain: 'Import again',
  importAgainFor: (name) => `Import again: ${name}`,
  leave: 'Leave it',
  leaveFor: (name) => `Leave it: ${name}`,
  did: {
    unlink: (name) => `The link has been removed: ${name}`,
    ignore: (name) => `On the ignore list: ${name}`,
    importAgain: (name) => `Imported to Effihub: ${name}`,
    leave: (name) => `Left as it is: ${name}`,
    match: (name) => `Matched: ${name}`,
  },
  none: 'No linked customer is gone',
  noneHint: 'When a linked customer is deleted or archived on one side, it is shown here.',
};

/** Earlier runs: the list, one run, and taking it back. */
import type { OperationKind, RunKind } from '../../domain/run.ts';
import type { UndoKind, UndoReason } from './undo/types.ts';

export const da = {
  title: 'Historik',
  search: 'Søg i historikken',
  loading: 'Henter historikken',
  listLabel: 'Kørsler',
  found: (n: number) => (n === 1 ? '1 kørsel' : `${n} kørsler`),
  empty: 'Der er ikke sket noget endnu',
  emptyHint: 'Når du har synkroniseret, kan du se her, hvad der skete med hver kunde.',
  noHits: 'Ingen kørsler med den kunde',
  noHitsHint: 'Søg på en del af kundens navn, som det står i Dinero eller Effihub.',
  show: 'Vis',
  showMore: 'Vis flere',
  report: 'Hent rapport',
  reportFile: 'historik',
  runFile: 'koersel',
  columns: ['Tidspunkt', 'Kørsel'],
  back: 'Til historikken',
  heading: (kind: string, when: string) => `${kind} ${when}`,
  kinds: {
    sync: 'Synkronisering',
    reset: 'Nulstilling',
    restore: 'Gendannelse af links',
    mend: 'Rettelse af brudte links',
    update: 'Rettelse af kunder',
    undo: 'Fortrydelse',
    unlink: 'Link fjernet',
    relink: 'Link gendannet',
    move: 'Link flyttet',
    match: 'Match af en kunde',
    create: 'Oprettelse i Dinero',
    import: 'Import til Effihub',
    ignore: 'Ignorering',
  } satisfies Record<RunKind, string>,
  undid: (kind: string, when: string) => `(${kind} ${when})`,
  did: {
    link: (n: string, _one: boolean) => `${n} matchet`,
    create: (n: string, _one: boolean) => `${n} oprettet i Dinero`,
    import: (n: string, _one: boolean) => `${n} importeret til Effihub`,
    ignore: (n: string, _one: boolean) => `${n} ignoreret`,
    skip: (n: string, _one: boolean) => `${n} sprunget over`,
    unlink: (n: string, one: boolean) => (one ? '1 link fjernet' : `${n} links fjernet`),
    reset: (n: string, one: boolean) => (one ? '1 link nulstillet' : `${n} links nulstillet`),
    updateContact: (n: string, _one: boolean) => `${n} rettet i Dinero`,
    updateCustomer: (n: string, _one: boolean) => `${n} rettet i Effihub`,
    deleteContact: (n: string, _one: boolean) => `${n} slettet i Dinero`,
    deleteCustomer: (n: string, _one: boolean) => `${n} slettet i Effihub`,
    unignore: (n: string, _one: boolean) => `${n} taget af ignorer-listen`,
  } satisfies Record<OperationKind, (n: string, one: boolean) => string>,
  didNothing: 'Intet ændret',
  notRun: (n: string) => `${n} ikke udført`,
  undone: { whole: 'Fortrudt', partly: 'Delvist fortrudt' },
  failed: {
    load: 'Historikken kunne ikke hentes.',
    report: 'Rapporten kunne ikke laves.',
  },
  undo: 'Fortryd kørsel',
  undoLoading: 'Ser efter, hvad der kan fortrydes',
  undoIntro: 'Kundebro tager det tilbage, som kørslen har gjort:',
  undoNothing: 'Der er ikke noget at tage tilbage.',
  undoTasks: {
    unlink: (n: string, one: boolean) => (one ? '1 link fjernes' : `${n} links fjernes`),
    deleteContact: (n: string, one: boolean) =>
      one ? '1 kunde slettes i Dinero' : `${n} kunder slettes i Dinero`,
    deleteCustomer: (n: string, one: boolean) =>
      one ? '1 kunde slettes i Effihub' : `${n} kunder slettes i Effihub`,
    unignore: (n: string, one: boolean) =>
      one ? '1 kunde tages af ignorer-listen' : `${n} kunder tages af ignorer-listen`,
    link: (n: string, one: boolean) => (one ? '1 kunde linkes igen' : `${n} kunder linkes igen`),
    updateContact: (n: string, one: boolean) =>
      one ? '1 kunde rettes tilbage i Dinero' : `${n} kunder rettes tilbage i Dinero`,
    updateCustomer: (n: string, one: boolean) =>
      one ? '1 kunde rettes tilbage i Effihub' : `${n} kunder rettes tilbage i Effihub`,
  } satisfies Record<UndoKind, (n: string, one: boolean) => string>,
  undoDeletes: {
    dinero:
      'Det, der slettes i Dinero, kan gendannes der. Er en kunde brugt på en faktura, bliver den stående.',
    effihub: 'Det, der slettes i Effihub, kan ikke hentes tilbage.',
  },
  changedSince: (n: string, one: boolean) =>
    one
      ? '1 af de kunder, der slettes, er blevet ændret siden kørslen.'
      : `${n} af de kunder, der slettes, er blevet ændret siden kørslen.`,
  mended: (n: string, one: boolean) =>
    one
      ? 'Det brudte link, som blev rettet, kommer ikke tilbage.'
      : `De ${n} brudte links, som blev rettet, kommer ikke tilbage.`,
  cannot: (n: string) => `Bliver stående (${n})`,
  cannotMore: (n: string, one: boolean) => (one ? 'og 1 mere' : `og ${n} flere`),
  fromBackup: 'Kørslen kommer fra en sikkerhedskopi',
  reasons: {
    'customer-gone': 'kunden er slettet i Effihub siden',
    'contact-gone': 'kunden er slettet i Dinero siden',
    'linked-otherwise': 'kunden er linket til en anden nu',
    'contact-linked': 'kunden i Dinero er linket til en anden nu',
    again: 'det samme er gjort igen siden',
    changed: 'oplysningerne er ændret siden',
    pasted: 'kunden er indsat i Effihub og skal slettes der',
    unanswered: 'det vides ikke, om det blev udført',
    unknown: 'det blev ikke gemt, hvem kunden var linket til',
  } satisfies Record<UndoReason, string>,
  undoFailed: 'Intet er fortrudt.',
};

export const en: typeof da = {
  title: 'History',
  search: 'Search the history',
  loading: 'Fetching the history',
  listLabel: 'Runs',
  found: (n) => (n === 1 ? '1 run' : `${n} runs`),
  empty: 'Nothing has happened yet',
  emptyHint: 'Once you have synchronised, you can see here what happened to each customer.',
  noHits: 'No run with that customer',
  noHitsHint: 'Search for a part of the customer’s name, as Dinero or Effihub has it.',
  show: 'Show',
  showMore: 'Show more',
  report: 'Download report',
  reportFile: 'history',
  runFile: 'run',
  columns: ['Time', 'Run'],
  back: 'To the history',
  heading: (kind, when) => `${kind} ${when}`,
  kinds: {
    sync: 'Synchronisation',
    reset: 'Reset',
    restore: 'Links restored',
    mend: 'Broken links mended',
    update: 'Customers corrected',
    undo: 'Undo',
    unlink: 'Link removed',
    relink: 'Link restored',
    move: 'Link moved',
    match: 'Match of a customer',
    create: 'Creation in Dinero',
    import: 'Import to Effihub',
    ignore: 'Customer ignored',
  },
  undid: (kind, when) => `(${kind} ${when})`,
  did: {
    link: (n) => `${n} matched`,
    create: (n) => `${n} created in Dinero`,
    import: (n) => `${n} imported to Effihub`,
    ignore: (n) => `${n} ignored`,
    skip: (n) => `${n} skipped`,
    unlink: (n, one) => (one ? '1 link removed' : `${n} links removed`),
    reset: (n, one) => (one ? '1 link reset' : `${n} links reset`),
    updateContact: (n) => `${n} corrected in Dinero`,
    updateCustomer: (n) => `${n} corrected in Effihub`,
    deleteContact: (n) => `${n} deleted in Dinero`,
    deleteCustomer: (n) => `${n} deleted in Effihub`,
    unignore: (n) => `${n} taken off the ignore list`,
  },
  didNothing: 'Nothing changed',
  notRun: (n) => `${n} not carried out`,
  undone: { whole: 'Undone', partly: 'Partly undone' },
  failed: {
    load: 'The history could not be fetched.',
    report: 'The report could not be made.',
  },
  undo: 'Undo run',
  undoLoading: 'Looking at what can be undone',
  undoIntro: 'Kundebro takes back what the run has done:',
  undoNothing: 'There is nothing to take back.',
  undoTasks: {
    unlink: (n, one) => (one ? '1 link is removed' : `${n} links are removed`),
    deleteContact: (n, one) =>
      one ? '1 customer is deleted in Dinero' : `${n} customers are deleted in Dinero`,
    deleteCustomer: (n, one) =>
      one ? '1 customer is deleted in Effihub' : `${n} customers are deleted in Effihub`,
    unignore: (n, one) =>
      one ? '1 customer is taken off the ignore list' : `${n} customers are taken off the ignore list`,
    link: (n, one) => (one ? '1 customer is linked again' : `${n} customers are linked again`),
    updateContact: (n, one) =>
      one
        ? '1 customer gets its earlier values in Dinero'
        : `${n} customers get their earlier values in Dinero`,
    updateCustomer: (n, one) =>
      one
        ? '1 customer gets its earlier values in Effihub'
        : `${n} customers get their earlier values in Effihub`,
  },
  undoDeletes: {
    dinero: 'What is deleted in Dinero can be restored there. A customer that is on an invoice stays.',
    effihub: 'What is deleted in Effihub cannot be had back.',
  },
  changedSince: (n, one) =>
    one
      ? '1 of the customers to be deleted has been changed since the run.'
      : `${n} of the customers to be deleted have been changed since the run.`,
  mended: (n, one) =>
    one
      ? 'The broken link that was mended does not come back.'
      : `The ${n} broken links that were mended do not come back.`,
  cannot: (n) => `Stays as it is (${n})`,
  cannotMore: (n) => `and ${n} more`,
  fromBackup: 'The run comes from a backup',
  reasons: {
    'customer-gone': 'the customer has been deleted in Effihub since',
    'contact-gone': 'the customer has been deleted in Dinero since',
    'linked-otherwise': 'the customer is linked to another one now',
    'contact-linked': 'the customer in Dinero is linked to another one now',
    again: 'the same has been done again since',
    changed: 'the details have been changed since',
    pasted: 'the customer has been pasted into Effihub and has to be deleted there',
    unanswered: 'nobody knows whether it was carried out',
    unknown: 'whom the customer was linked to was not saved',
  },
  undoFailed: 'Nothing has been undone.',
};

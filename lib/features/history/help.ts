import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'history'> = {
  history: {
    title: 'Historik og fortryd',
    parts: [
      '*Historik* viser alle kørsler, og hvad der skete med hver kunde. Du kan søge på en kunde, og *Hent rapport* giver en fil til regneark.',
      {
        text: '*Fortryd kørsel* tager det tilbage, som kan tages tilbage:',
        points: [
          'Links fra kørslen bliver fjernet, og links, den fjernede, kommer igen.',
          'Kunder, der blev oprettet i Dinero, bliver slettet der og kan gendannes der. Er kunden brugt på en faktura, siger Dinero nej. Så bliver den stående, og du får det at vide.',
          'Kunder, der blev importeret, bliver slettet i Effihub. De kan ikke hentes tilbage.',
          'Rettede felter får deres gamle indhold, og ignorerede kunder bliver taget af ignorer-listen.',
        ],
      },
      'Før du fortryder, ser du, hvad der ikke kan tages tilbage, fx fordi nogen har linket kunden til en anden siden. Bagefter står fortrydelsen også i historikken.',
    ],
  },
};

export const en: HelpTexts<'history'> = {
  history: {
    title: 'History and undo',
    parts: [
      '*History* shows every run and what happened to each customer. You can search for a customer, and *Download report* gives you a file for spreadsheets.',
      {
        text: '*Undo run* takes back what can be taken back:',
        points: [
          'Links of the run are removed, and links that it removed come back.',
          'Customers that were created in Dinero are deleted there and can be restored there. If one is used on an invoice, Dinero refuses. Then it stays, and you are told.',
          'Customers that were imported are deleted in Effihub. They cannot be had back.',
          'Corrected fields get what they held before, and ignored customers are taken off the ignore list.',
        ],
      },
      'Before you undo, you see what cannot be taken back, for instance because somebody has linked the customer to another one since. Afterwards the undoing is in the history, too.',
    ],
  },
};

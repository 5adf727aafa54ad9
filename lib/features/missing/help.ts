import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'missing'> = {
  missing: {
    title: 'Kunder, der er væk',
    parts: [
      '*Kunder, der er væk* viser linkede kunder, som er slettet eller arkiveret i det ene system. Kundebro sletter ingenting af sig selv. Du vælger for hver kunde:',
      {
        points: [
          '*Match igen*: Link kunden til en anden i Dinero. Brug den, når kunden er oprettet igen.',
          '*Fjern link*: Kunden bliver stående i det andet system, men de to følges ikke længere.',
          '*Importér igen* eller *Ignorér*: Når kunden er slettet i Effihub og stadig findes i Dinero.',
          '*Lad være*: Alt bliver, som det er, og kunden bliver ikke vist her mere.',
        ],
      },
    ],
  },
};

export const en: HelpTexts<'missing'> = {
  missing: {
    title: 'Customers that are gone',
    parts: [
      '*Customers that are gone* shows linked customers that have been deleted or archived in one of the systems. Kundebro deletes nothing by itself. You choose for each customer:',
      {
        points: [
          '*Match again*: Link the customer to another one in Dinero. Use it when the customer has been created again.',
          '*Remove link*: The customer stays in the other system, but the two do not follow each other any more.',
          '*Import again* or *Ignore*: When the customer has been deleted in Effihub and is still in Dinero.',
          '*Leave it*: Everything stays as it is, and the customer is not shown here any more.',
        ],
      },
    ],
  },
};

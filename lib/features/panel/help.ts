import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'panel'> = {
  panel: {
    title: 'Panelet på siden',
    parts: [
      'I Dinero og Effihub sidder der en lille fane ved sidens højre kant. Den åbner et panel om den kunde, siden viser. Du kan også trykke Alt+Shift+K. Escape lukker panelet.',
      {
        points: [
          'Er kunden ikke linket, kan du oprette, importere, matche eller ignorere den med ét klik. Findes der en kunde, som ligner, bliver du spurgt først.',
          'Er kunden linket, ser du, hvem den er linket til. Fortryder du *Fjern link*, så tryk på *Fortryd*.',
          '*Alle kunder* fører til hele synkroniseringen.',
          'Er sidens firma ikke forbundet, læser og ændrer panelet ingenting.',
        ],
      },
    ],
  },
};

export const en: HelpTexts<'panel'> = {
  panel: {
    title: 'The panel on the page',
    parts: [
      'In Dinero and Effihub there is a small tab at the right edge of the page. It opens a panel about the customer that the page shows. You can press Alt+Shift+K, too. Escape closes the panel.',
      {
        points: [
          'If the customer is not linked, you can create, import, match or ignore it with one click. If there is a similar customer, you are asked first.',
          'If the customer is linked, you see to whom. If you regret *Remove link*, press *Undo*.',
          '*All customers* leads to the whole synchronisation.',
          'If the page’s company is not connected, the panel reads and changes nothing.',
        ],
      },
    ],
  },
};

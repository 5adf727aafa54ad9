import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'duplicates'> = {
  duplicates: {
    title: 'Dubletter',
    parts: [
      '*Dubletter* viser kunder, der ser ud til at stå flere gange i det samme system. Kundebro kan ikke lægge dem sammen. Du bestemmer, hvad der skal ske:',
      {
        points: [
          'Er det den forkerte, der er linket, så tryk på *Flyt link hertil* ved den, du vil beholde.',
          'Åbn så kunderne, og saml eller slet den forkerte i Dinero eller Effihub.',
          'Er det forskellige kunder, så vælg *Ikke en dublet*. Så bliver de ikke vist igen.',
        ],
      },
    ],
  },
};

export const en: HelpTexts<'duplicates'> = {
  duplicates: {
    title: 'Duplicates',
    parts: [
      '*Duplicates* shows customers that seem to stand more than once in the same system. Kundebro cannot merge them. You decide what is to happen:',
      {
        points: [
          'If the wrong one is linked, press *Move link here* at the one that you want to keep.',
          'Then open the customers and merge or delete the wrong one in Dinero or Effihub.',
          'If they are different customers, choose *Not a duplicate*. Then they are not shown again.',
        ],
      },
    ],
  },
};

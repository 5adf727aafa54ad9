import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'differences'> = {
  differences: {
    title: 'Forskelle',
    parts: [
      'En linket kunde kan være rettet i det ene system og ikke i det andet. *Gennemgå forskelle* viser det felt for felt, og i hvilket system feltet sidst blev ændret, når det vides.',
      {
        points: [
          'Vælg Dineros eller Effihubs oplysning, for ét felt eller for alle viste. Når du trykker på *Gem ændringer*, bliver det andet system rettet.',
          '*Begge* ændrer ingenting. Du bliver først spurgt igen, når en af dem ændres.',
          'Skrivemåden tæller ikke: +45 86 12 34 56 og 86123456 er det samme nummer.',
          'Er feltet tomt på den ene side, bliver det kun slettet på den anden, hvis du selv vælger det ved kunden.',
        ],
      },
      'Før der skrives i Dinero, bliver kunden læst igen. Er den ændret imens, bliver du spurgt igen.',
    ],
  },
};

export const en: HelpTexts<'differences'> = {
  differences: {
    title: 'Differences',
    parts: [
      'A linked customer may have been corrected in one system and not in the other. *Go through differences* shows it field by field, and in which system the field was changed last where that is known.',
      {
        points: [
          'Choose Dinero’s detail or Effihub’s, for one field or for all shown. When you press *Save changes*, the other system is corrected.',
          '*Both* changes nothing. You are not asked again until one of them changes.',
          'The way of writing does not count: +45 86 12 34 56 and 86123456 are the same number.',
          'If the field is empty on one side, it is deleted on the other one only if you choose so yourself at the customer.',
        ],
      },
      'Before anything is written to Dinero, the customer is read again. If it has changed meanwhile, you are asked again.',
    ],
  },
};

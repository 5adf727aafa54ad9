import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'connect'> = {
  connect: {
    title: 'Kom i gang',
    parts: [
      'Kundebro holder dine kunder ens i Dinero og Effihub. Først skal de to forbindes.',
      {
        steps: [
          'Åbn *Indstillinger*, og skriv nøglerne fra Dinero: *Klient-id*, *Klienthemmelighed* og *API-nøgle*. De to første sender Dinero i en mail, når du beder om en personlig integration.',
          'Skriv *API-token* fra Effihub. Har du ikke et, så vælg *Ingen API: brug regneark*.',
          'Tryk på *Gem indstillinger*. Begge forbindelser bliver testet, før de gemmes.',
          'Gå til forsiden, og tryk på *Start synkronisering*.',
        ],
      },
      'Har du flere firmaer, så tryk på *Tilføj firma*. Nøglerne gemmes kun i din browser og bliver aldrig vist igen.',
    ],
  },
};

export const en: HelpTexts<'connect'> = {
  connect: {
    title: 'Get started',
    parts: [
      'Kundebro keeps your customers the same in Dinero and Effihub. First the two have to be connected.',
      {
        steps: [
          'Open *Settings* and enter the keys from Dinero: *Client id*, *Client secret* and *API key*. Dinero sends the first two by e-mail when you ask for a personal integration.',
          'Enter the *API token* from Effihub. If you have none, choose *No API: use spreadsheets*.',
          'Press *Save settings*. Both connections are tested before they are saved.',
          'Go to the start page and press *Start synchronisation*.',
        ],
      },
      'If you have several companies, press *Add company*. The keys are kept in your browser only and are never shown again.',
    ],
  },
};

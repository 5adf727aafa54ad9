import type { HelpTexts } from './index.ts';

export const da: HelpTexts<'invoices'> = {
  invoices: {
    title: 'Fakturaer vises ikke i kundeHUB',
    parts: [
      'kundeHUB viser fakturaer fra Dinero. Tre ting skal være i orden. Se dem efter i denne rækkefølge.',
      'Bruger kontoen regneark, findes links kun i Kundebro, og kundeHUB kan ikke bruge dem.',
      {
        title: '1. Effihubs egen Dinero-integration',
        text: 'Den skal være slået til og sat til det samme firma som her. Er den ikke det, står der en advarsel på Kundebros forside.',
        steps: [
          'Åbn Indstillinger > Integrationer i Effihub.',
          'Slå Dinero til, og vælg det rigtige firma.',
          'Åbn Kundebro igen. Advarslen er væk, når det er i orden.',
        ],
      },
      {
        title: '2. Kundens link',
        text: 'Er kunden slettet og oprettet igen i Dinero, peger linket stadig på den gamle kunde. Så kan kundeHUB ikke finde fakturaerne.',
        points: [
          'Enkelte kunder: Tryk på *Start synkronisering*, og åbn *Brudte links* i trin 1. Vælg den rigtige Dinero-kunde, og tryk på *Ret link*. *Ret alle sikre* retter dem, der ikke er tvivl om.',
          'Alle kunder, fx efter et skift af firma i Dinero: Tryk på *Nulstil alle kundelinks* på forsiden. Ingen kunder bliver slettet. Start så en synkronisering, og match kunderne igen.',
          'Kunder helt uden link: Match dem i trin 1, eller brug panelet på kundens side.',
        ],
      },
      {
        title: '3. Vis fakturaer',
        text: 'Effihub viser kun fakturaer for de kunder, hvor det er valgt.',
        points: [
          'Kunder, der findes i forvejen: Åbn kunden i Effihub, og vælg Vis fakturaer.',
          'Nye kunder: Vælg *Fakturaer* under *Visning i kundeHUB* i trin 3, før du importerer.',
        ],
      },
    ],
  },
};

export const en: HelpTexts<'invoices'> = {
  invoices: {
    title: 'Invoices do not show in kundeHUB',
    parts: [
      'kundeHUB shows invoices from Dinero. Three things have to be in order. Check them one after the other.',
      'If the account uses spreadsheets, links exist only in Kundebro, and kundeHUB cannot use them.',
      {
        title: '1. Effihub’s own Dinero integration',
        text: 'It must be switched on and set to the same company as here. If it is not, Kundebro’s start page shows a warning.',
        steps: [
          'Open Settings > Integrations in Effihub.',
          'Switch Dinero on and choose the right company.',
          'Open Kundebro again. The warning is gone when all is well.',
        ],
      },
      {
        title: '2. The customer’s link',
        text: 'If the customer has been deleted and created again in Dinero, the link still points to the old customer. Then kundeHUB cannot find the invoices.',
        points: [
          'Single customers: Press *Start synchronisation* and open *Broken links* in step 1. Choose the right Dinero customer and press *Mend link*. *Mend all certain ones* mends those that leave no doubt.',
          'All customers, for instance after a change of company in Dinero: Press *Reset all customer links* on the start page. No customer is deleted. Then start a synchronisation and match the customers again.',
          'Customers without any link: Match them in step 1, or use the panel on the customer’s page.',
        ],
      },
      {
        title: '3. Show invoices',
        text: 'Effihub shows invoices only for those customers for whom it is chosen.',
        points: [
          'Customers that are there already: Open the customer in Effihub and choose Show invoices (Vis fakturaer).',
          'New customers: Choose *Invoices* under *Shown in kundeHUB* in step 3 before you import.',
        ],
      },
    ],
  },
};

import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'step-1' | 'step-2' | 'step-3' | 'step-4'> = {
  'step-1': {
    title: 'Trin 1 - Match kunder',
    parts: [
      'Her finder Kundebro de kunder, der er de samme i Effihub og i Dinero. Navn, CVR-nummer, e-mail, telefon og adresse bliver sammenlignet.',
      {
        points: [
          'Sikre match er valgt på forhånd. Her passer navnene sammen, intet taler imod (et andet tal eller ord i navnet, et andet CVR-nummer), og ingen anden kunde passer lige så godt.',
          'Har navnet ingen selskabsform, kan to kunder hedde det samme. Så er et match kun sikkert, når by, e-mail og telefon ikke siger noget andet.',
          'Sandsynlige match står øverst og er mærket *Ikke bekræftet*. De bliver kun linket, hvis du sætter hak ved *Bekræft match*. Ellers bliver de sprunget over.',
          'Kunder uden match bliver sprunget over, indtil du vælger *Match* eller *Opret i Dinero*.',
          'Under *Brudte links* står kunder, som er slettet i Dinero. Vælg den rigtige Dinero-kunde, og tryk på *Ret link*.',
          'Står der *Valgt flere gange*, er den samme Dinero-kunde valgt til to kunder. Ret den ene, så kan du fortsætte.',
        ],
      },
      'Intet bliver skrevet på dette trin. Kun *Fjern link* og *Ret link* virker med det samme.',
    ],
  },
  'step-2': {
    title: 'Trin 2 - Opret i Dinero',
    parts: [
      'Her ser du de kunder, du vil oprette i Dinero. Er der ingen, bliver trinnet sprunget over.',
      {
        points: [
          'Navn og land skal være udfyldt. Mangler landet, foreslår Kundebro Danmark og skriver *antaget*.',
          'Kundebro advarer, hvis et CVR-nummer eller en e-mail ser forkert ud. Du kan godt fortsætte, men Dinero kan sige nej til kunden bagefter. Et nummer, der ikke kan læses, bliver ikke sendt med.',
          'Står der *Mulig dublet*, findes der en kunde i Dinero, som ligner. Er det den samme, så gå tilbage, og match dem.',
          'Er kunden slettet i Dinero, vælger du selv mellem *Gendan* og *Opret ny*.',
        ],
      },
      'Dinero får kun det, der står i rækken. Intet bliver oprettet, før du trykker på *Gem og fuldfør* i trin 3.',
    ],
  },
  'step-3': {
    title: 'Trin 3 - Importer kunder fra Dinero',
    parts: [
      'Her ser du de kunder, der kun findes i Dinero. Alle står på *Spring over*, indtil du vælger noget andet.',
      {
        points: [
          '*Importér* opretter kunden i Effihub og linker den.',
          '*Spring over* gør ingenting. Du bliver spurgt igen næste gang.',
          '*Ignorér* sætter kunden på *Ignorer-listen*. Så bliver du ikke spurgt igen. Listen finder du under *Indstillinger*.',
          '*Importér alle* tager dem, du kan se, men ikke de mulige dubletter.',
          '*Visning i kundeHUB* bestemmer, hvad de nye kunder kan se. Vælg *Fakturaer*, hvis de skal se deres fakturaer.',
        ],
      },
      'Først når du trykker på *Gem og fuldfør*, bliver der skrevet i Dinero og Effihub.',
    ],
  },
  'step-4': {
    title: 'Trin 4 - Resultat',
    parts: [
      'Her ser du, hvor langt synkroniseringen er, og hvad der skete med hver kunde.',
      {
        points: [
          'Du kan lukke vinduet imens. Synkroniseringen fortsætter, så længe browseren er åben.',
          '*Sæt på pause* venter, indtil du trykker på *Genoptag*. *Stop* afslutter. Det, der er udført, bliver stående.',
          'Fejler en kunde, går de andre videre. Ret årsagen, og tryk på *Prøv fejlede igen*.',
          '*Hent rapport* giver en fil til regneark med alle kunder.',
        ],
      },
      'Du kan trygt prøve igen. Ingen kunde bliver oprettet to gange.',
    ],
  },
};

export const en: HelpTexts<'step-1' | 'step-2' | 'step-3' | 'step-4'> = {
  'step-1': {
    title: 'Step 1 - Match customers',
    parts: [
      'Here Kundebro finds the customers that are the same in Effihub and in Dinero. Name, VAT number, e-mail, phone and address are compared.',
      {
        points: [
          'Certain matches are chosen beforehand. The names agree, nothing speaks against it (another number or word in the name, another VAT number), and no other customer fits as well.',
          'If the name has no legal form, two customers may have it. Then a match is certain only if town, e-mail and phone do not say otherwise.',
          'Likely matches stand at the top and are marked *Not confirmed*. They are linked only if you tick *Confirm match*. Otherwise they are skipped.',
          'Customers without a match are skipped until you choose *Match* or *Create in Dinero*.',
          'Under *Broken links* are customers that have been deleted in Dinero. Choose the right Dinero customer and press *Mend link*.',
          'If it says *Chosen more than once*, the same Dinero customer is chosen for two customers. Change one of them, and you can go on.',
        ],
      },
      'Nothing is written in this step. Only *Remove link* and *Mend link* work at once.',
    ],
  },
  'step-2': {
    title: 'Step 2 - Create in Dinero',
    parts: [
      'Here you see the customers that you want to create in Dinero. If there are none, the step is skipped.',
      {
        points: [
          'Name and country are needed. If the country is missing, Kundebro proposes Denmark and says *assumed*.',
          'Kundebro warns you when a VAT number or an e-mail looks wrong. You may go on, but Dinero may refuse the customer afterwards. A number that cannot be read is not sent.',
          'If it says *Possible duplicate*, there is a similar customer in Dinero. If it is the same one, go back and match them.',
          'If the customer has been deleted in Dinero, you choose between *Restore* and *Create new*.',
        ],
      },
      'Dinero gets only what stands in the row. Nothing is created until you press *Save and finish* in step 3.',
    ],
  },
  'step-3': {
    title: 'Step 3 - Import customers from Dinero',
    parts: [
      'Here you see the customers that are in Dinero only. All of them are set to *Skip* until you choose something else.',
      {
        points: [
          '*Import* creates the customer in Effihub and links it.',
          '*Skip* does nothing. You are asked again next time.',
          '*Ignore* puts the customer on the *Ignore list*. Then you are not asked again. You find the list under *Settings*.',
          '*Import all* takes those that you see, but not the possible duplicates.',
          '*Shown in kundeHUB* decides what the new customers can see. Choose *Invoices* if they are to see their invoices.',
        ],
      },
      'Only when you press *Save and finish* is anything written to Dinero and Effihub.',
    ],
  },
  'step-4': {
    title: 'Step 4 - Result',
    parts: [
      'Here you see how far the synchronisation has come and what happened to each customer.',
      {
        points: [
          'You may close the window meanwhile. The synchronisation goes on as long as the browser is open.',
          '*Pause* waits until you press *Resume*. *Stop* ends it. What has been done stays.',
          'If a customer fails, the others go on. Correct the cause and press *Try failed again*.',
          '*Download report* gives you a file for spreadsheets with all customers.',
        ],
      },
      'It is safe to try again. No customer is created twice.',
    ],
  },
};

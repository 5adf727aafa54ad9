import type { HelpText } from './shape.ts';
import type { TopicOf } from './topics.ts';

/** How to begin, the four steps, and the panel. */
export const da: Record<TopicOf<'steps'>, HelpText> = {
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

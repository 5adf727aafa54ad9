import type { HelpTexts, TopicOf } from './topics.ts';

export const da: HelpTexts<TopicOf<'errors'>> = {
  access: {
    title: 'Nøgler og login',
    parts: [
      'Dinero eller Effihub kender ikke de nøgler, du har skrevet, eller du er logget ud.',
      {
        points: [
          '*Klient-id* og *Klienthemmelighed*: Sammenlign med mailen fra Dinero. Kopiér dem, så intet tegn mangler.',
          '*API-nøgle*: Find den i Dinero under tandhjulet > API. Er den slettet, så lav en med Ny API-nøgle. Hvert firma har sin egen.',
          '*API-token*: Kopiér det igen fra Effihub, eller spørg Effihubs support.',
          '*Visma Connect*: Tryk på *Log ind igen*, og giv adgang til firmaet. Et login kan udløbe; der er ikke noget galt.',
          '*API-adresse*: Den begynder med https:// og skal normalt ikke ændres.',
          'Nøglerne mangler på en ny computer: Skriv dem igen. De er aldrig med i en sikkerhedskopi.',
        ],
      },
      'Tryk på *Test Dinero-forbindelsen* eller *Test Effihub-forbindelsen*. Så ser du med det samme, om det virker.',
    ],
  },
  'wrong-company': {
    title: 'Det forkerte firma',
    parts: [
      'En API-nøgle hører til ét firma i Dinero, og et API-token hører til én konto i Effihub. Passer de ikke til det firma, du har valgt, stopper Kundebro. Så havner ingen kunder det forkerte sted.',
      {
        points: [
          'Nøglen hører til et andet firma: Åbn det rigtige firma i Dinero, og kopiér nøglen derfra.',
          'Du vil forbinde et firma mere: Tryk på *Tilføj firma* først, og skriv så nøglerne.',
          'Effihub-kontoen er allerede forbundet: En konto hører til ét firma. Vælg det andet firma, og tryk på *Fjern firma*, hvis det ikke skal bruges.',
        ],
      },
    ],
  },
  'no-access': {
    title: 'Ingen adgang',
    parts: [
      'Dinero eller Effihub kender dig, men giver ikke lov.',
      {
        points: [
          'Firmaet skal have Dinero Pro. Uden Pro kan andre programmer ikke hente og oprette kunder.',
          'API-nøglen kan være slettet eller lavet i et andet firma. Lav en ny i Dinero.',
          'Med *Visma Connect*: Log ind igen, og giv adgang til firmaet.',
          'I Effihub: Spørg den, der administrerer kontoen, om du må se og ændre kunder.',
          'I browseren: Har nogen taget Kundebros adgang til en adresse fra, så tryk på *Giv adgang* ved fejlen, og svar ja.',
        ],
      },
      'Er en synkronisering sat på pause, så tryk på *Genoptag* bagefter. Det, der er udført, bliver stående.',
    ],
  },
  'not-accepted': {
    title: 'Oplysninger, der ikke blev godtaget',
    parts: [
      'Dinero og Effihub ser hver kunde efter. Ved fejlen står, hvad systemet skriver.',
      {
        points: [
          'Navn: Kunden skal have et navn, og det må ikke være for langt.',
          'Land: Kunden skal have et land, som systemet kender.',
          'Telefon, adresse og hjemmeside: Ret dem, eller lad feltet stå tomt.',
        ],
      },
      {
        title: 'Sådan retter du det',
        steps: [
          'Ret kunden i det system, den kommer fra.',
          'Gå tilbage til resultatet, og tryk på *Prøv fejlede igen*. Kunden bliver læst igen først.',
        ],
      },
      'Bliver mange kunder afvist i træk, holder synkroniseringen pause. Ret årsagen, før du trykker på *Genoptag*.',
    ],
  },
  'vat-number': {
    title: 'CVR-nummeret blev ikke godtaget',
    parts: [
      'Dinero slår danske numre op i CVR-registret og afviser dem, der ikke findes.',
      {
        steps: [
          'Find firmaet på virk.dk.',
          'Ret nummeret på kunden. Et dansk nummer har otte tal. Et udenlandsk begynder med landets bogstaver.',
          'Er det en privatperson, så lad feltet stå tomt.',
          'Tryk på *Prøv fejlede igen*.',
        ],
      },
    ],
  },
  email: {
    title: 'E-mailen blev ikke godtaget',
    parts: [
      'Adressen er skrevet forkert, eller en anden kunde bruger den allerede.',
      {
        steps: [
          'Se efter, om der mangler et tegn, eller om der står to adresser i feltet.',
          'Find den kunde, der bruger adressen. Er det den samme kunde, så match dem i trin 1.',
          'Er det to kunder, så ret adressen på den ene.',
          'Tryk på *Prøv fejlede igen*.',
        ],
      },
    ],
  },
  linked: {
    title: 'Kunden er linket til en anden',
    parts: [
      'En kunde i Dinero kan kun være linket til én kunde i Effihub. Fejlen siger, hvem det er. Måske har en kollega linket kunden imens.',
      {
        points: [
          'Er det link rigtigt, skal du ikke gøre noget. Se efter, om kunden står to gange i Effihub.',
          'Er det forkert, så tryk på *Fjern link* ved den anden kunde i trin 1 eller i panelet. Prøv så igen.',
        ],
      },
    ],
  },
  exists: {
    title: 'Kunden findes i forvejen',
    parts: [
      'Kunden er oprettet før, måske fra en anden computer. Derfor bliver den ikke oprettet en gang til.',
      {
        steps: [
          'Se efter kunden i Dinero eller Effihub.',
          'Start en ny synkronisering. Så bliver kunden fundet og kan matches.',
        ],
      },
    ],
  },
  deleted: {
    title: 'Kunden er slettet i Dinero',
    parts: [
      'Kunden er oprettet i Dinero før og slettet siden. Kundebro spørger, hvad du vil:',
      {
        points: [
          '*Gendan* henter den gamle kunde frem i Dinero og linker den.',
          '*Opret ny* laver en ny kunde. Den gamle bliver ved med at være slettet.',
        ],
      },
      'Har kunden fået fakturaer før, er *Gendan* som regel det rigtige.',
    ],
  },
  'no-longer-there': {
    title: 'Kunden findes ikke længere',
    parts: [
      'Kunden er slettet, efter at Kundebro læste listen.',
      {
        steps: [
          'Start en ny synkronisering. Så bliver listerne læst igen.',
          'Var kunden linket, så find den under *Brudte links* i trin 1, og vælg en anden Dinero-kunde.',
          'Er kunden slettet ved en fejl, så opret den igen.',
        ],
      },
    ],
  },
  changed: {
    title: 'Kunden er ændret imens',
    parts: [
      'Nogen har ændret kunden, siden Kundebro så på den. Derfor er der ikke skrevet noget. Så går ingen ændring tabt.',
      {
        steps: ['Se forskellene igen. Nu står der, hvad der gælder.', 'Vælg på ny.'],
      },
    ],
  },
  'no-answer': {
    title: 'Systemet svarer ikke',
    parts: [
      'Det går som regel over af sig selv. Vent et par minutter, og prøv igen. Ingen kunde bliver oprettet to gange.',
      {
        points: [
          'Svarer ikke: Se, om du selv kan åbne Dinero og Effihub. Kan du ikke, er det internettet eller systemet.',
          'Har for travlt: Dinero svarer kun et vist antal gange i minuttet. Kundebro venter selv. Det tager længere, når andre programmer også bruger Dinero.',
          'Svaret kan ikke læses: Måske vil dit netværk have dig til at logge ind. Det kan også være, at *API-adresse* er forkert.',
          'Beder Kundebro om at blive opdateret, så gør det i browseren.',
        ],
      },
      'Holder synkroniseringen pause, så tryk på *Genoptag*.',
    ],
  },
  storage: {
    title: 'Browseren kan ikke gemme',
    parts: [
      'Kundebro gemmer dine valg i browseren. Det kan være blevet afvist, fordi der mangler plads.',
      {
        steps: [
          'Frigør plads på computeren.',
          'Luk andre vinduer med Kundebro, og prøv igen.',
          'Brug et almindeligt vindue. Et privat vindue gemmer ikke.',
        ],
      },
      'Er dine data gemt af en nyere udgave, så opdatér Kundebro. Dine data er der stadig.',
    ],
  },
  waiting: {
    title: 'I gang, på pause eller fjernet',
    parts: [
      {
        points: [
          'I gang: Kundebro gør én ting ad gangen for hvert firma. Vent, til den er færdig. Tryk på *Fortsæt synkronisering* for at følge med.',
          'På pause: Tryk på *Genoptag firmaet* på forsiden.',
          'Fjernet: Firmaet er ikke forbundet længere på denne computer. Kunderne er der stadig. Forbind firmaet igen under *Indstillinger*.',
        ],
      },
    ],
  },
  'panel-click': {
    title: 'Klikket i panelet blev ikke brugt',
    parts: [
      'Panelet bruger kun et klik, når det er helt synligt. Så kan ingen side lægge noget hen over det og få dig til at klikke.',
      {
        points: [
          'Gør vinduet større, eller luk det, der dækker panelet. Vent et halvt sekund, og klik igen.',
          'Har panelet lige ændret sig, så se efter, og klik igen efter et halvt sekund.',
          'Er siden gået videre til en anden kunde, så se, hvem panelet viser nu.',
        ],
      },
    ],
  },
  restore: {
    title: 'Filen kan ikke gendannes',
    parts: [
      'Intet er ændret.',
      {
        points: [
          'Vælg en fil, der er hentet med *Hent sikkerhedskopi*.',
          'Er filen rettet eller kun halvt hentet, så hent en ny på den computer, den kommer fra.',
          'Er filen lavet af en nyere udgave, så opdatér Kundebro først.',
        ],
      },
    ],
  },
  unexpected: {
    title: 'Noget gik galt',
    parts: [
      'Kundebro løb ind i noget, den ikke kender.',
      {
        steps: [
          'Prøv igen.',
          'Luk vinduet, og åbn det igen.',
          'Sker det stadig, så tryk på *Kopiér detaljer* ved fejlen, og send dem til supporten. De nævner ingen kunder og ingen nøgler.',
        ],
      },
    ],
  },
};

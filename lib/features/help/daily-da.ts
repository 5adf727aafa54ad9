import type { HelpText } from './shape.ts';
import type { TopicOf } from './topics.ts';

/** What comes after the first synchronisation. */
export const da: Record<TopicOf<'daily'>, HelpText> = {
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
  'automatic-check': {
    title: 'Automatisk tjek',
    parts: [
      'Kundebro kan selv se efter ændringer hver time eller hver dag. Det er slået fra, indtil du slår *Automatisk tjek* til under *Indstillinger*. Vil du se efter med det samme, så tryk på *Tjek nu* på forsiden.',
      'Tjekket læser kun det, der er ændret siden sidst. Det skriver aldrig noget i Dinero eller Effihub.',
      'Tallet på Kundebros knap i browseren viser, hvor meget der venter på din beslutning.',
    ],
  },
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
  gone: {
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
  sheet: {
    title: 'Effihub uden API',
    parts: [
      'Har du ikke et API-token til Effihub, kan du bruge tabeller. Vælg *Ingen API: brug regneark* under *Indstillinger*.',
      {
        steps: [
          'Eksportér kunderne i Effihub som CSV, eller kopiér tabellen.',
          'Tryk på *Læs kundetabel*, og indsæt den. Se, om kolonnerne passer, og tryk på *Brug tabellen*.',
          'Gå gennem de fire trin som ellers.',
          'Kopiér de kunder, der venter på forsiden, og indsæt dem i Effihub under Importer kunder.',
          'Læs kundetabellen igen. Så bliver de nye kunder fundet og linket.',
        ],
      },
      'Et regneark fra Excel skal gemmes som CSV først. Rækker uden navn bliver ikke læst, og det gør to rækker med det samme nummer heller ikke.',
      'Links findes kun i Kundebro. Hent derfor en sikkerhedskopi en gang imellem.',
    ],
  },
  backup: {
    title: 'Sikkerhedskopi og flytning',
    parts: [
      '*Hent sikkerhedskopi* giver én fil med links, ignorer-liste, indstillinger, historik og de forskelle, du beholder. Nøglerne er aldrig med.',
      {
        title: 'Flyt til en anden computer',
        steps: [
          'Hent en sikkerhedskopi på den gamle computer.',
          'Tryk på *Gendan sikkerhedskopi* på den nye, og vælg filen. Du ser først, hvad der bliver ændret.',
          'Vælg *Flet* eller *Erstat*, og tryk på *Gendan*.',
          'Skriv nøglerne, og tryk på *Gem indstillinger*.',
        ],
      },
      '*Flet* tilføjer det, der mangler. *Erstat* gør alt, som det er i filen. Et kontor kan dele sin ignorer-liste på samme måde.',
    ],
  },
};

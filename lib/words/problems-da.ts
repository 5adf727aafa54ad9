/** What happened, as a sentence without a full stop, and what to do next. */
export type ProblemWords = [what: string, todo: string];

const settingsDa = 'Ret det under Indstillinger, og prøv igen.';
const laterDa = 'Vent et par minutter, og prøv igen.';
const sourceDa = 'Ret kunden i {source}, og tryk på Prøv fejlede igen.';

export const da = {
  says: (system: string, words: string) => `${system} skriver: “${words}”`,
  somebody: 'en anden kunde',
  table: {
    'wrong-credentials': ['{system} genkender ikke dine oplysninger', settingsDa],
    'dinero/wrong-credentials': [
      'Dinero genkender ikke dine oplysninger',
      'Kontrollér klient-id, klienthemmelighed og API-nøgle under Indstillinger.',
    ],
    'dinero/wrong-credentials/clientId': [
      'Dinero genkender ikke klient-id’et eller klienthemmeligheden',
      'Sammenlign med mailen fra Dinero, og skriv dem igen under Indstillinger.',
    ],
    'dinero/wrong-credentials/clientSecret': [
      'Dinero genkender ikke klient-id’et eller klienthemmeligheden',
      'Sammenlign med mailen fra Dinero, og skriv dem igen under Indstillinger.',
    ],
    'dinero/wrong-credentials/vismaClient': [
      'Visma Connect genkender ikke din applikation',
      'Sammenlign klient-id, klienthemmelighed og omdirigeringsadresse med applikationen hos Visma under Indstillinger.',
    ],
    'dinero/wrong-credentials/apiKey': [
      'Dinero genkender ikke API-nøglen',
      'Kopiér nøglen fra Dinero (tandhjulet > API), og indsæt den igen under Indstillinger.',
    ],
    'effihub/wrong-credentials': [
      'Effihub genkender ikke API-tokenet',
      'Kopiér tokenet fra Effihub, og indsæt det igen under Indstillinger.',
    ],
    'kundebro/wrong-credentials': [
      'Nøglerne er ikke gemt på denne computer',
      'Skriv dem igen under Indstillinger.',
    ],
    declined: [
      'Du gav ikke Kundebro adgang i Visma Connect',
      'Log ind igen under Indstillinger, og giv adgang.',
    ],
    'signed-out': ['Du er logget ud af Visma Connect', 'Log ind igen under Indstillinger.'],
    'wrong-company': ['Nøglen hører til et andet firma', settingsDa],
    'dinero/wrong-company': [
      'API-nøglen hører til et andet firma i Dinero',
      'Brug nøglen fra det firma, som Firma-id’et hører til, eller ret Firma-id’et under Indstillinger.',
    ],
    'dinero/wrong-company/named': [
      'API-nøglen hører til et andet firma i Dinero: {who}',
      'Brug nøglen fra det firma, som Firma-id’et hører til, eller ret Firma-id’et under Indstillinger.',
    ],
    'effihub/wrong-company': [
      'API-tokenet hører til en anden konto i Effihub',
      'Brug tokenet fra den konto, som er forbundet, eller ret det under Indstillinger.',
    ],
    forbidden: [
      '{system} giver ikke adgang',
      'Spørg den, der administrerer {system}, om du har lov til at se og ændre kunder.',
    ],
    'dinero/forbidden': [
      'Dinero giver ikke adgang til firmaet',
      'Kontrollér, at API-nøglen hører til firmaet og ikke er slettet i Dinero. Med Visma Connect: log ind igen, og giv adgang til firmaet.',
    ],
    'no-subscription': [
      'Firmaet har ikke et aktivt Dinero Pro-abonnement',
      'Andre programmer kan kun hente og oprette kunder i Dinero med Pro. Opgradér i Dinero, og prøv igen.',
    ],
    refused: [
      '{system} godtog ikke oplysningerne',
      'Se, hvad {system} skriver, ret kunden i {source}, og prøv igen.',
    ],
    'refused/wordless': [
      '{system} godtog ikke oplysningerne og skrev ikke hvorfor',
      'Gennemgå kunden i {source}, ret det, der ser forkert ud, og prøv igen.',
    ],
    'kundebro/refused/baseUrl': [
      'API-adressen er ikke gyldig',
      'Adressen skal begynde med https://. Ret den under Indstillinger, og prøv igen.',
    ],
    'refused/name': ['Navnet blev ikke godtaget af {system}', sourceDa],
    'refused/countryCode': ['Landet blev ikke godtaget af {system}', sourceDa],
    'refused/vatNumber': [
      'CVR-nummeret blev ikke godtaget af {system}',
      'Kontrollér nummeret på virk.dk, ret kunden i {source}, og prøv igen.',
    ],
    'refused/vatNumber-unknown': [
      'CVR-nummeret findes ikke i CVR-registret',
      'Find det rigtige nummer på virk.dk, ret kunden i {source}, og prøv igen.',
    ],
    'refused/email': ['E-mailadressen er ikke gyldig', 'Ret adressen på kunden i {source}, og prøv igen.'],
    'refused/email-in-use': [
      'E-mailadressen er allerede i brug i {system}',
      'Find kunden med den samme adresse i {system}. Er det den samme kunde, så match dem; ellers ret den ene adresse.',
    ],
    'effihub/refused/email-in-use': [
      'E-mailadressen er allerede i brug på kontoen',
      'Find kunden med den samme adresse i Effihub. Er det den samme kunde, så match dem; ellers ret adressen i Dinero.',
    ],
    'refused/phone': [
      'Telefonnummeret blev ikke godtaget af {system}',
      'Ret nummeret på kunden i {source}, og prøv igen.',
    ],
    'refused/address': [
      'Adressen blev ikke godtaget af {system}',
      'Ret adresse, postnummer og by på kunden i {source}, og prøv igen.',
    ],
    'refused/website': [
      'Hjemmesiden blev ikke godtaget af {system}',
      'Ret hjemmesiden på kunden i {source}, og prøv igen.',
    ],
    'refused/deletion': [
      '{system} vil ikke slette kunden',
      'Det sker fx, når kunden er brugt på en faktura. Lad kunden stå, eller ryd op i {system} først.',
    ],
    'guid-taken': [
      'Kunden er allerede oprettet i Dinero',
      'Start en ny synkronisering. Så bliver kunden fundet og kan matches.',
    ],
    'contact-deleted': [
      'Kunden er oprettet før og slettet i Dinero siden',
      'Vælg, om den slettede kunde skal gendannes, eller om der skal oprettes en ny.',
    ],
    'contact-deleted/named': [
      'Kunden er oprettet før og slettet i Dinero siden: {who}',
      'Vælg, om den slettede kunde skal gendannes, eller om der skal oprettes en ny.',
    ],
    taken: ['Kunden er allerede linket til {who}', 'Er det forkert, så fjern det link først, og prøv igen.'],
    'effihub/key-used/named': [
      'Kunden er importeret før og er nu arkiveret i Effihub eller hedder noget andet: {who}',
      'Gendan eller ret kunden i Effihub, og match den så. Er den en anden nu, så opret kunden i Effihub, og match den.',
    ],
    'key-used': [
      '{system} har allerede fået kunden med andre oplysninger',
      'Se efter kunden i {system}, og start så en ny synkronisering.',
    ],
    pasted: [
      'Kunden er indsat i Effihub og kan ikke slettes herfra',
      'Slet kunden i Effihub, og læs kundetabellen igen.',
    ],
    gone: ['Kunden findes ikke længere i {system}', 'Start en ny synkronisering, og vælg en anden.'],
    'rate-limited': ['{system} har for travlt lige nu', laterDa],
    unreachable: [
      '{system} svarer ikke',
      'Kontrollér din internetforbindelse. Virker den, så vent et par minutter, og prøv igen.',
    ],
    'unreachable/host': [
      'Browseren lader ikke Kundebro kontakte {host}',
      'Tryk på Giv adgang, og svar ja, når browseren spørger. Prøv så igen.',
    ],
    'unreachable/5xx': ['{system} har problemer lige nu', laterDa],
    'dinero/unreachable/480': [
      'Dinero er ved at lukke for den måde, Kundebro spørger på',
      'Opdatér Kundebro, og prøv igen.',
    ],
    garbled: [
      '{system} gav et svar, som ikke kan læses',
      'Prøv igen om lidt. Sker det igen, så kopiér detaljerne, og send dem til supporten.',
    ],
    'effihub/garbled': [
      'Effihub gav et svar, som ikke kan læses',
      'Kontrollér API-adressen under Indstillinger, og prøv igen om lidt.',
    ],
    'kundebro/changed/undo': [
      'Det, der kan fortrydes, er ændret imens',
      'Prøv igen, og se, hvad der nu bliver fortrudt.',
    ],
    'kundebro/changed/lists': [
      'Kunderne er ændret, siden du så dem igennem',
      'Gå tilbage til trin 1, se dem igennem igen, og gem så.',
    ],
    'kundebro/changed/card': [
      'Kunden hedder noget andet nu, end da du så den',
      'Se, hvem panelet viser nu, og tryk igen.',
    ],
    'kundebro/changed': ['Der er ikke noget at tage tilbage længere', 'Se kørslen i historikken.'],
    changed: ['Kunden er ændret i {system}, siden du valgte', 'Se forskellene igen, og vælg på ny.'],
    incomplete: ['Kunden mangler oplysninger', 'Skriv det, der mangler, på kunden, og prøv igen.'],
    'kundebro/incomplete/clientId': ['Klient-id mangler', settingsDa],
    'kundebro/incomplete/clientSecret': ['Klienthemmelighed mangler', settingsDa],
    'kundebro/incomplete/apiKey': ['API-nøgle mangler', settingsDa],
    'kundebro/incomplete/token': ['API-token mangler', settingsDa],
    'kundebro/incomplete/signIn': ['Du er ikke logget ind med Visma Connect', 'Log ind under Indstillinger.'],
    'kundebro/incomplete/organizationId': ['Firmaet i Dinero mangler', 'Vælg et firma under Indstillinger.'],
    'kundebro/incomplete/account': [
      'Kontoens adresse i Effihub mangler',
      'Skriv det, der står før .effihub.com, når du er logget ind.',
    ],
    'incomplete/name': ['Kunden mangler et navn', 'Skriv et navn på kunden, og prøv igen.'],
    'incomplete/countryCode': ['Kunden mangler et land', 'Vælg et land på kunden, og prøv igen.'],
    'too-many-refusals': [
      '{system} har afvist mange kunder i træk',
      'Se fejlene igennem, og ret årsagen, før du genoptager.',
    ],
    database: [
      'Browseren kunne ikke gemme',
      'Luk andre vinduer med Kundebro, og prøv igen. Der kan også mangle plads på computeren.',
    ],
    'database/VersionError': [
      'Dine data er gemt af en nyere udgave af Kundebro',
      'Opdatér Kundebro, og åbn den igen. Dine data er der stadig.',
    ],
    'database/QuotaExceededError': [
      'Der er ikke plads til at gemme',
      'Frigør plads på computeren, og prøv igen.',
    ],
    busy: ['Kundebro er allerede i gang', 'Vent, til det igangværende er færdigt, og prøv igen.'],
    removed: [
      'Firmaet er ikke forbundet længere',
      'Luk visningen, eller forbind firmaet igen under Indstillinger.',
    ],
    paused: ['Firmaet er sat på pause', 'Genoptag det, og prøv igen.'],
    'another-connection': [
      'Nøglerne hører til {who}',
      'Skal det firma også forbindes, så tryk på Tilføj firma. Ellers brug nøglerne til det firma, som er valgt.',
    ],
    'account-taken': [
      'Effihub-kontoen er allerede forbundet til {who}',
      'En konto hører til ét firma. Fjern den anden forbindelse først, eller brug en anden konto.',
    ],
    'another-page': [
      'Siden viser nu en anden kunde eller et andet firma',
      'Se, hvem panelet viser nu, og prøv igen.',
    ],
    unseen: [
      'Klikket blev ikke brugt, fordi panelet ikke var helt synligt',
      'Lad panelet stå stille og uden noget foran i et halvt sekund, og klik igen.',
    ],
    early: [
      'Trykket blev ikke brugt: Panelet skal først ses i et halvt sekund',
      'Se, hvem panelet viser nu, og tryk igen.',
    ],
    backup: ['Filen kan ikke gendannes', 'Vælg en fil, der er hentet med Hent sikkerhedskopi.'],
    'backup/foreign': [
      'Filen er ikke en sikkerhedskopi fra Kundebro',
      'Vælg en fil, der er hentet med Hent sikkerhedskopi.',
    ],
    'backup/damaged': [
      'Sikkerhedskopien er beskadiget eller ændret',
      'Hent en ny sikkerhedskopi, hvor den kommer fra, eller vælg en anden fil.',
    ],
    'backup/newer': [
      'Filen er lavet af en nyere udgave af Kundebro',
      'Opdatér Kundebro på denne computer, og prøv igen.',
    ],
    'backup/too-big': ['Filen er for stor til at være en sikkerhedskopi', 'Vælg en anden fil.'],
    unexpected: [
      'Noget gik galt',
      'Prøv igen. Sker det igen, så kopiér detaljerne, og send dem til supporten.',
    ],
  } satisfies Record<string, ProblemWords>,
};

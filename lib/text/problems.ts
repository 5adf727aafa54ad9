/**
 * The one table that puts a problem into words: what happened, and what to do. Keys run from the particular to the
 * general, `system/code/field-or-status`, `system/code`, `code/field-or-status`, `code`; the first one found counts.
 */

type Words = [what: string, todo: string];

const settingsDa = 'Ret det under Indstillinger, og prøv igen.';
const laterDa = 'Vent et par minutter, og prøv igen.';
const effihubDa = 'Ret kunden i Effihub, og tryk på Prøv fejlede igen.';

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
    'dinero/wrong-credentials/apiKey': [
      'Dinero genkender ikke API-nøglen',
      'Kopiér nøglen fra Dinero (tandhjulet > API), og indsæt den igen under Indstillinger.',
    ],
    'effihub/wrong-credentials': [
      'Effihub genkender ikke API-tokenet',
      'Kopiér tokenet fra Effihub, og indsæt det igen under Indstillinger.',
    ],
    'wrong-company': ['Nøglen hører til et andet firma', settingsDa],
    'dinero/wrong-company': [
      'API-nøglen hører til et andet firma i Dinero',
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
      'Kontrollér, at API-nøglen hører til firmaet, og at den ikke er slettet i Dinero.',
    ],
    'no-subscription': [
      'Firmaet har ikke et aktivt Dinero Pro-abonnement',
      'Andre programmer kan kun hente og oprette kunder i Dinero med Pro. Opgradér i Dinero, og prøv igen.',
    ],
    refused: ['{system} godtog ikke oplysningerne', 'Se, hvad {system} skriver, ret kunden, og prøv igen.'],
    'refused/many': [
      '{system} afviste mange kunder i træk',
      'Se fejlene igennem, før du fortsætter. Er det den samme fejl, så ret den først.',
    ],
    'refused/name': ['Navnet blev ikke godtaget af {system}', effihubDa],
    'refused/countryCode': ['Landet blev ikke godtaget af {system}', effihubDa],
    'refused/vatNumber': [
      'CVR-nummeret blev ikke godtaget af {system}',
      'Kontrollér nummeret på virk.dk, ret kunden, og prøv igen.',
    ],
    'refused/vatNumber-unknown': [
      'CVR-nummeret findes ikke i CVR-registret',
      'Find det rigtige nummer på virk.dk, ret kunden, og prøv igen.',
    ],
    'refused/email': ['E-mailadressen er ikke gyldig', 'Ret adressen på kunden, og prøv igen.'],
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
      'Ret nummeret på kunden, og prøv igen.',
    ],
    'refused/address': [
      'Adressen blev ikke godtaget af {system}',
      'Ret adresse, postnummer og by på kunden, og prøv igen.',
    ],
    'refused/website': [
      'Hjemmesiden blev ikke godtaget af {system}',
      'Ret adressen på hjemmesiden, og prøv igen.',
    ],
    'guid-taken': [
      'Kunden er allerede oprettet i Dinero',
      'Start en ny synkronisering. Så bliver kunden fundet og kan matches.',
    ],
    'contact-deleted': [
      'Kunden er slettet i Dinero',
      'Gendan kunden i Dinero, og prøv igen, eller start en ny synkronisering.',
    ],
    taken: ['Kunden er allerede linket til {who}', 'Er det forkert, så fjern det link først, og prøv igen.'],
    'key-used': [
      '{system} har allerede fået kunden med andre oplysninger',
      'Se efter kunden i {system}, og start så en ny synkronisering.',
    ],
    gone: ['Kunden findes ikke længere i {system}', 'Start en ny synkronisering, og vælg en anden.'],
    'rate-limited': ['{system} har for travlt lige nu', laterDa],
    unreachable: [
      '{system} svarer ikke',
      'Kontrollér din internetforbindelse. Virker den, så vent et par minutter, og prøv igen.',
    ],
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
    incomplete: ['Kunden mangler oplysninger', effihubDa],
    'incomplete/name': ['Kunden mangler et navn', effihubDa],
    'incomplete/countryCode': ['Kunden mangler et land', effihubDa],
    'dinero/incomplete/name': ['Kunden mangler et navn', 'Skriv et navn på kunden i Dinero, og prøv igen.'],
    database: [
      'Browseren kunne ikke gemme',
      'Luk andre vinduer med Kundebro, og prøv igen. Der kan også mangle plads på computeren.',
    ],
    unknown: ['Noget gik galt', 'Prøv igen. Sker det igen, så kopiér detaljerne, og send dem til supporten.'],
  } satisfies Record<string, Words>,
};

const settingsEn = 'Correct it under Settings and try again.';
const laterEn = 'Wait a few minutes and try again.';
const effihubEn = 'Correct the customer in Effihub and press Try failed again.';

export const en: typeof da = {
  says: (system, words) => `${system} says: “${words}”`,
  somebody: 'another customer',
  table: {
    'wrong-credentials': ['{system} does not recognise your details', settingsEn],
    'dinero/wrong-credentials': [
      'Dinero does not recognise your details',
      'Check client id, client secret and API key under Settings.',
    ],
    'dinero/wrong-credentials/clientId': [
      'Dinero does not recognise the client id or the client secret',
      'Compare with the e-mail from Dinero and enter them again under Settings.',
    ],
    'dinero/wrong-credentials/clientSecret': [
      'Dinero does not recognise the client id or the client secret',
      'Compare with the e-mail from Dinero and enter them again under Settings.',
    ],
    'dinero/wrong-credentials/apiKey': [
      'Dinero does not recognise the API key',
      'Copy the key from Dinero (cog wheel > API) and paste it again under Settings.',
    ],
    'effihub/wrong-credentials': [
      'Effihub does not recognise the API token',
      'Copy the token from Effihub and paste it again under Settings.',
    ],
    'wrong-company': ['The key belongs to another company', settingsEn],
    'dinero/wrong-company': [
      'The API key belongs to another company in Dinero',
      'Use the key of the company that the company id belongs to, or correct the company id under Settings.',
    ],
    'effihub/wrong-company': [
      'The API token belongs to another account in Effihub',
      'Use the token of the account that is connected, or correct it under Settings.',
    ],
    forbidden: [
      '{system} gives no access',
      'Ask whoever administers {system} whether you may see and change customers.',
    ],
    'dinero/forbidden': [
      'Dinero gives no access to the company',
      'Check that the API key belongs to the company and has not been deleted in Dinero.',
    ],
    'no-subscription': [
      'The company has no active Dinero Pro subscription',
      'Other programs can read and create customers in Dinero only with Pro. Upgrade in Dinero and try again.',
    ],
    refused: [
      '{system} did not accept the information',
      'See what {system} says, correct the customer and try again.',
    ],
    'refused/many': [
      '{system} refused many customers in a row',
      'Look through the failures before you go on. If they are all alike, correct the cause first.',
    ],
    'refused/name': ['{system} did not accept the name', effihubEn],
    'refused/countryCode': ['{system} did not accept the country', effihubEn],
    'refused/vatNumber': [
      '{system} did not accept the VAT number',
      'Check the number at virk.dk, correct the customer and try again.',
    ],
    'refused/vatNumber-unknown': [
      'The number is not in the Danish CVR register',
      'Find the right number at virk.dk, correct the customer and try again.',
    ],
    'refused/email': [
      'The e-mail address is not valid',
      'Correct the address on the customer and try again.',
    ],
    'refused/email-in-use': [
      'The e-mail address is already in use in {system}',
      'Find the customer with the same address in {system}. If it is the same customer, match them; otherwise correct one of the addresses.',
    ],
    'effihub/refused/email-in-use': [
      'The e-mail address is already in use on the account',
      'Find the customer with the same address in Effihub. If it is the same customer, match them; otherwise correct the address in Dinero.',
    ],
    'refused/phone': [
      '{system} did not accept the phone number',
      'Correct the number on the customer and try again.',
    ],
    'refused/address': [
      '{system} did not accept the address',
      'Correct address, postal code and city on the customer and try again.',
    ],
    'refused/website': [
      '{system} did not accept the website',
      'Correct the address of the website and try again.',
    ],
    'guid-taken': [
      'The customer has already been created in Dinero',
      'Start a new synchronisation: the customer will be found and can be matched.',
    ],
    'contact-deleted': [
      'The customer is deleted in Dinero',
      'Restore the customer in Dinero and try again, or start a new synchronisation.',
    ],
    taken: [
      'The customer is already linked to {who}',
      'If that is wrong, remove that link first and try again.',
    ],
    'key-used': [
      '{system} has already received the customer with other information',
      'Look for the customer in {system}, then start a new synchronisation.',
    ],
    gone: ['The customer is no longer in {system}', 'Start a new synchronisation and choose another one.'],
    'rate-limited': ['{system} is too busy right now', laterEn],
    unreachable: [
      '{system} does not answer',
      'Check your internet connection. If it works, wait a few minutes and try again.',
    ],
    'dinero/unreachable/480': [
      'Dinero is about to close the way Kundebro asks',
      'Update Kundebro and try again.',
    ],
    garbled: [
      '{system} gave an answer that cannot be read',
      'Try again in a moment. If it happens again, copy the details and send them to support.',
    ],
    'effihub/garbled': [
      'Effihub gave an answer that cannot be read',
      'Check the API address under Settings and try again in a moment.',
    ],
    incomplete: ['The customer lacks information', effihubEn],
    'incomplete/name': ['The customer has no name', effihubEn],
    'incomplete/countryCode': ['The customer has no country', effihubEn],
    'dinero/incomplete/name': [
      'The customer has no name',
      'Give the customer a name in Dinero and try again.',
    ],
    database: [
      'The browser could not save',
      'Close other windows with Kundebro and try again. The computer may also be out of space.',
    ],
    unknown: [
      'Something went wrong',
      'Try again. If it happens again, copy the details and send them to support.',
    ],
  },
};

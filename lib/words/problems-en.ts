import type { da } from './problems-da.ts';

const settingsEn = 'Correct it under Settings and try again.';
const laterEn = 'Wait a few minutes and try again.';
const sourceEn = 'Correct the customer in {source} and press Try failed again.';

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
    'dinero/wrong-credentials/vismaClient': [
      'Visma Connect does not know your application',
      'Compare client id, client secret and redirect address with the application at Visma under Settings.',
    ],
    'dinero/wrong-credentials/apiKey': [
      'Dinero does not recognise the API key',
      'Copy the key from Dinero (cog wheel > API) and paste it again under Settings.',
    ],
    'effihub/wrong-credentials': [
      'Effihub does not recognise the API token',
      'Copy the token from Effihub and paste it again under Settings.',
    ],
    'kundebro/wrong-credentials': [
      'The keys are not saved on this computer',
      'Enter them again under Settings.',
    ],
    declined: [
      'You did not give Kundebro access in Visma Connect',
      'Sign in again under Settings and give access.',
    ],
    'signed-out': ['You are signed out of Visma Connect', 'Sign in again under Settings.'],
    'wrong-company': ['The key belongs to another company', settingsEn],
    'dinero/wrong-company': [
      'The API key belongs to another company in Dinero',
      'Use the key of the company that the company id belongs to, or correct the company id under Settings.',
    ],
    'dinero/wrong-company/named': [
      'The API key belongs to another company in Dinero: {who}',
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
      'Check that the API key belongs to the company and has not been deleted in Dinero. With Visma Connect: sign in again and give access to the company.',
    ],
    'no-subscription': [
      'The company has no active Dinero Pro subscription',
      'Other programs can read and create customers in Dinero only with Pro. Upgrade in Dinero and try again.',
    ],
    refused: [
      '{system} did not accept the information',
      'See what {system} says, correct the customer in {source} and try again.',
    ],
    'refused/wordless': [
      '{system} did not accept the information and did not say why',
      'Look through the customer in {source}, correct what looks wrong and try again.',
    ],
    'kundebro/refused/baseUrl': [
      'The API address is not valid',
      'The address must begin with https://. Correct it under Settings and try again.',
    ],
    'refused/name': ['{system} did not accept the name', sourceEn],
    'refused/countryCode': ['{system} did not accept the country', sourceEn],
    'refused/vatNumber': [
      '{system} did not accept the VAT number',
      'Check the number at virk.dk, correct the customer in {source} and try again.',
    ],
    'refused/vatNumber-unknown': [
      'The number is not in the Danish CVR register',
      'Find the right number at virk.dk, correct the customer in {source} and try again.',
    ],
    'refused/email': [
      'The e-mail address is not valid',
      'Correct the address on the customer in {source} and try again.',
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
      'Correct the number on the customer in {source} and try again.',
    ],
    'refused/address': [
      '{system} did not accept the address',
      'Correct address, postal code and city on the customer in {source} and try again.',
    ],
    'refused/website': [
      '{system} did not accept the website',
      'Correct the website of the customer in {source} and try again.',
    ],
    'refused/deletion': [
      '{system} will not delete the customer',
      'That happens when the customer is on an invoice, for instance. Leave the customer, or tidy up in {system} first.',
    ],
    'guid-taken': [
      'The customer has already been created in Dinero',
      'Start a new synchronisation: the customer will be found and can be matched.',
    ],
    'contact-deleted': [
      'The customer was created before and has been deleted in Dinero since',
      'Choose whether the deleted customer is to be restored or a new one created.',
    ],
    'contact-deleted/named': [
      'The customer was created before and has been deleted in Dinero since: {who}',
      'Choose whether the deleted customer is to be restored or a new one created.',
    ],
    taken: [
      'The customer is already linked to {who}',
      'If that is wrong, remove that link first and try again.',
    ],
    'effihub/key-used/named': [
      'The customer was imported before and is archived in Effihub now, or has another name: {who}',
      'Restore or correct the customer in Effihub, then match it. If it is somebody else now, create the customer in Effihub and match it.',
    ],
    'key-used': [
      '{system} has already received the customer with other information',
      'Look for the customer in {system}, then start a new synchronisation.',
    ],
    pasted: [
      'The customer has been pasted into Effihub and cannot be deleted from here',
      'Delete the customer in Effihub, and read the customer table again.',
    ],
    gone: ['The customer is no longer in {system}', 'Start a new synchronisation and choose another one.'],
    'rate-limited': ['{system} is too busy right now', laterEn],
    unreachable: [
      '{system} does not answer',
      'Check your internet connection. If it works, wait a few minutes and try again.',
    ],
    'unreachable/host': [
      'The browser does not let Kundebro contact {host}',
      'Press Give access, and say yes when the browser asks. Then try again.',
    ],
    'unreachable/5xx': ['{system} has problems right now', laterEn],
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
    'kundebro/changed/undo': [
      'What can be undone has changed meanwhile',
      'Try again, and see what would be undone now.',
    ],
    'kundebro/changed/lists': [
      'The customers have changed since you looked through them',
      'Go back to step 1, look through them again, and then save.',
    ],
    'kundebro/changed/card': [
      'The customer has another name now than when you saw it',
      'See who the panel shows now, and press again.',
    ],
    'kundebro/changed': ['There is nothing left to take back', 'Look at the run in the history.'],
    changed: [
      'The customer has been changed in {system} since you chose',
      'Look at the differences again, and choose anew.',
    ],
    incomplete: ['The customer lacks information', 'Fill in what is missing on the customer and try again.'],
    'kundebro/incomplete/clientId': ['Client id is missing', settingsEn],
    'kundebro/incomplete/clientSecret': ['Client secret is missing', settingsEn],
    'kundebro/incomplete/apiKey': ['API key is missing', settingsEn],
    'kundebro/incomplete/signIn': ['You are not signed in with Visma Connect', 'Sign in under Settings.'],
    'kundebro/incomplete/organizationId': [
      'The company in Dinero is missing',
      'Choose a company under Settings.',
    ],
    'kundebro/incomplete/account': [
      'The account’s address in Effihub is missing',
      'Write what stands before .effihub.com when you are signed in.',
    ],
    'kundebro/incomplete/token': ['API token is missing', settingsEn],
    'incomplete/name': ['The customer has no name', 'Give the customer a name and try again.'],
    'incomplete/countryCode': [
      'The customer has no country',
      'Choose a country for the customer and try again.',
    ],
    'too-many-refusals': [
      '{system} has refused many customers in a row',
      'Look through the failures and correct the cause before you resume.',
    ],
    database: [
      'The browser could not save',
      'Close other windows with Kundebro and try again. The computer may also be out of space.',
    ],
    'database/VersionError': [
      'Your data was saved by a newer version of Kundebro',
      'Update Kundebro and open it again. Your data is still there.',
    ],
    'database/QuotaExceededError': [
      'There is no room to save',
      'Free some space on the computer and try again.',
    ],
    busy: ['Kundebro is already at work', 'Wait until what is under way has ended, and try again.'],
    removed: [
      'The company is not connected any more',
      'Close the view, or connect the company again under Settings.',
    ],
    paused: ['The company is paused', 'Resume it and try again.'],
    'another-connection': [
      'The keys belong to {who}',
      'Press Add company to connect that one too. Otherwise use the keys of the company that is chosen.',
    ],
    'account-taken': [
      'The Effihub account is already connected to {who}',
      'An account belongs to one company. Remove the other connection first, or use another account.',
    ],
    'another-page': [
      'The page shows another customer or another company now',
      'See who the panel shows now, and try again.',
    ],
    unseen: [
      'The click was not used, since the panel was not fully visible',
      'Let the panel stand still with nothing in front of it for half a second, and click again.',
    ],
    early: [
      'The press was not used: the panel must be seen for half a second first',
      'See who the panel shows now, and press again.',
    ],
    backup: ['The file cannot be restored', 'Choose a file that was made with Download backup.'],
    'backup/foreign': [
      'The file is not a backup from Kundebro',
      'Choose a file that was made with Download backup.',
    ],
    'backup/damaged': [
      'The backup is damaged or has been changed',
      'Download a new backup where it comes from, or choose another file.',
    ],
    'backup/newer': [
      'The file was made by a newer version of Kundebro',
      'Update Kundebro on this computer and try again.',
    ],
    'backup/too-big': ['The file is too big to be a backup', 'Choose another file.'],
    unexpected: [
      'Something went wrong',
      'Try again. If it happens again, copy the details and send them to support.',
    ],
  },
};

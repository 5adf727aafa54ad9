import type { HelpTexts, TopicOf } from './topics.ts';

export const en: HelpTexts<TopicOf<'errors'>> = {
  access: {
    title: 'Keys and sign-in',
    parts: [
      'Dinero or Effihub does not know the keys that you have entered, or you are signed out.',
      {
        points: [
          '*Client id* and *Client secret*: Compare with the e-mail from Dinero. Copy them, so that no character is missing.',
          '*API key*: Find it in Dinero under the cog wheel > API. If it has been deleted, make one with Ny API-nøgle. Each company has its own.',
          '*API token*: Copy it from Effihub again, or ask Effihub’s support.',
          '*Visma Connect*: Press *Sign in again* and give access to the company. A sign-in can expire; nothing is wrong.',
          '*API address*: It begins with https:// and normally need not be changed.',
          'The keys are missing on a new computer: Enter them again. They are never in a backup.',
        ],
      },
      'Press *Test the Dinero connection* or *Test the Effihub connection*. Then you see at once whether it works.',
    ],
  },
  'wrong-company': {
    title: 'The wrong company',
    parts: [
      'An API key belongs to one company in Dinero, and an API token belongs to one account in Effihub. If they do not fit the company that you have chosen, Kundebro stops. So no customer ends up in the wrong place.',
      {
        points: [
          'The key belongs to another company: Open the right company in Dinero and copy the key from there.',
          'You want to connect one more company: Press *Add company* first and then enter the keys.',
          'The Effihub account is connected already: An account belongs to one company. Choose the other company and press *Remove company* if it is not needed.',
        ],
      },
    ],
  },
  'no-access': {
    title: 'No access',
    parts: [
      'Dinero or Effihub knows you but does not allow it.',
      {
        points: [
          'The company needs Dinero Pro. Without Pro, other programs cannot fetch and create customers.',
          'The API key may have been deleted or made in another company. Make a new one in Dinero.',
          'With *Visma Connect*: Sign in again and give access to the company.',
          'In Effihub: Ask whoever administers the account whether you may see and change customers.',
          'In the browser: If somebody has taken back Kundebro’s access to an address, press *Give access* at the error and say yes.',
        ],
      },
      'If a synchronisation is paused, press *Resume* afterwards. What has been done stays.',
    ],
  },
  'not-accepted': {
    title: 'Details that were not accepted',
    parts: [
      'Dinero and Effihub check every customer. The error tells what the system says.',
      {
        points: [
          'Name: The customer must have a name, and it may not be too long.',
          'Country: The customer must have a country that the system knows.',
          'Phone, address and website: Correct them or leave the field empty.',
        ],
      },
      {
        title: 'How to mend it',
        steps: [
          'Correct the customer in the system that it comes from.',
          'Go back to the result and press *Try failed again*. The customer is read again first.',
        ],
      },
      'If many customers are refused in a row, the synchronisation pauses. Correct the cause before you press *Resume*.',
    ],
  },
  'vat-number': {
    title: 'The VAT number was not accepted',
    parts: [
      'Dinero looks Danish numbers up in the CVR register and refuses those that do not exist.',
      {
        steps: [
          'Find the company on virk.dk.',
          'Correct the number on the customer. A Danish number has eight digits. A foreign one begins with the letters of its country.',
          'If it is a private person, leave the field empty.',
          'Press *Try failed again*.',
        ],
      },
    ],
  },
  email: {
    title: 'The e-mail was not accepted',
    parts: [
      'The address is misspelt, or another customer uses it already.',
      {
        steps: [
          'See whether a character is missing, or whether the field holds two addresses.',
          'Find the customer that uses the address. If it is the same customer, match them in step 1.',
          'If they are two customers, correct the address of one of them.',
          'Press *Try failed again*.',
        ],
      },
    ],
  },
  linked: {
    title: 'The customer is linked to another one',
    parts: [
      'A customer in Dinero can be linked to only one customer in Effihub. The error says which one. Perhaps a colleague has linked the customer meanwhile.',
      {
        points: [
          'If that link is right, there is nothing to do. See whether the customer stands twice in Effihub.',
          'If it is wrong, press *Remove link* at the other customer in step 1 or in the panel. Then try again.',
        ],
      },
    ],
  },
  exists: {
    title: 'The customer is there already',
    parts: [
      'The customer was created before, perhaps from another computer. So it is not created once more.',
      {
        steps: [
          'Look for the customer in Dinero or Effihub.',
          'Start a new synchronisation. Then the customer is found and can be matched.',
        ],
      },
    ],
  },
  deleted: {
    title: 'The customer has been deleted in Dinero',
    parts: [
      'The customer was created in Dinero before and has been deleted since. Kundebro asks what you want:',
      {
        points: [
          '*Restore* brings the old customer back in Dinero and links it.',
          '*Create new* makes a new customer. The old one stays deleted.',
        ],
      },
      'If the customer has had invoices before, *Restore* is usually right.',
    ],
  },
  'no-longer-there': {
    title: 'The customer no longer exists',
    parts: [
      'The customer was deleted after Kundebro read the list.',
      {
        steps: [
          'Start a new synchronisation. Then the lists are read again.',
          'If the customer was linked, find it under *Broken links* in step 1 and choose another Dinero customer.',
          'If the customer was deleted by mistake, create it again.',
        ],
      },
    ],
  },
  changed: {
    title: 'The customer has changed meanwhile',
    parts: [
      'Somebody has changed the customer since Kundebro looked at it. So nothing has been written, and no change is lost.',
      {
        steps: ['Look at the differences again. They show how things are now.', 'Choose anew.'],
      },
    ],
  },
  'no-answer': {
    title: 'The system does not answer',
    parts: [
      'It usually passes by itself. Wait a few minutes and try again. No customer is created twice.',
      {
        points: [
          'Does not answer: See whether you can open Dinero and Effihub yourself. If not, it is the internet or the system.',
          'Too busy: Dinero answers only so many times a minute. Kundebro waits by itself. It takes longer when other programs use Dinero, too.',
          'The answer cannot be read: Perhaps your network wants you to sign in. Or the *API address* is wrong.',
          'If Kundebro asks to be updated, do it in the browser.',
        ],
      },
      'If the synchronisation is paused, press *Resume*.',
    ],
  },
  storage: {
    title: 'The browser cannot store',
    parts: [
      'Kundebro keeps your choices in the browser. That may have been refused because there is no room left.',
      {
        steps: [
          'Free some space on the computer.',
          'Close other windows with Kundebro and try again.',
          'Use an ordinary window. A private window does not store anything.',
        ],
      },
      'If your data was stored by a newer version, update Kundebro. Your data is still there.',
    ],
  },
  waiting: {
    title: 'Busy, paused or removed',
    parts: [
      {
        points: [
          'Busy: Kundebro does one thing at a time for each company. Wait until it is done. Press *Continue synchronisation* to follow it.',
          'Paused: Press *Resume the company* on the start page.',
          'Removed: The company is not connected any more on this computer. The customers are still there. Connect the company again under *Settings*.',
        ],
      },
    ],
  },
  'panel-click': {
    title: 'The click in the panel was not used',
    parts: [
      'The panel uses a click only when it is in full sight. So no page can put something over it and make you click.',
      {
        points: [
          'Make the window larger, or close what covers the panel. Wait half a second and click again.',
          'When the panel has only just changed, look again, and click once more after half a second.',
          'If the page has gone on to another customer, see whom the panel shows now.',
        ],
      },
    ],
  },
  restore: {
    title: 'The file cannot be restored',
    parts: [
      'Nothing has been changed.',
      {
        points: [
          'Choose a file that was made with *Download backup*.',
          'If the file was edited or only half downloaded, download a new one on the computer that it comes from.',
          'If the file was made by a newer version, update Kundebro first.',
        ],
      },
    ],
  },
  unexpected: {
    title: 'Something went wrong',
    parts: [
      'Kundebro has met something that it does not know.',
      {
        steps: [
          'Try again.',
          'Close the window and open it again.',
          'If it still happens, press *Copy details* at the error and send them to support. They name no customers and no keys.',
        ],
      },
    ],
  },
};

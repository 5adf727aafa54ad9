import type { HelpText } from './shape.ts';
import type { TopicOf } from './topics.ts';

/** How to begin, the four steps, and the panel. */
export const en: Record<TopicOf<'steps'>, HelpText> = {
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
  panel: {
    title: 'The panel on the page',
    parts: [
      'In Dinero and Effihub there is a small tab at the right edge of the page. It opens a panel about the customer that the page shows. You can press Alt+Shift+K, too. Escape closes the panel.',
      {
        points: [
          'If the customer is not linked, you can create, import, match or ignore it with one click. If there is a similar customer, you are asked first.',
          'If the customer is linked, you see to whom. If you regret *Remove link*, press *Undo*.',
          '*All customers* leads to the whole synchronisation.',
          'If the page’s company is not connected, the panel reads and changes nothing.',
        ],
      },
    ],
  },
};

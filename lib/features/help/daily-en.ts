import type { HelpText } from './shape.ts';
import type { TopicOf } from './topics.ts';

/** What comes after the first synchronisation. */
export const en: Record<TopicOf<'daily'>, HelpText> = {
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
  'automatic-check': {
    title: 'Automatic check',
    parts: [
      'Kundebro can look for changes by itself, every hour or every day. It is off until you switch *Automatic check* on under *Settings*. To look at once, press *Check now* on the start page.',
      'The check reads only what has changed since the last time. It never writes anything to Dinero or Effihub.',
      'The number on Kundebro’s button in the browser shows how much waits for your decision.',
    ],
  },
  differences: {
    title: 'Differences',
    parts: [
      'A linked customer may have been corrected in one system and not in the other. *Go through differences* shows it field by field, and in which system the field was changed last where that is known.',
      {
        points: [
          'Choose Dinero’s detail or Effihub’s, for one field or for all shown. When you press *Save changes*, the other system is corrected.',
          '*Both* changes nothing. You are not asked again until one of them changes.',
          'The way of writing does not count: +45 86 12 34 56 and 86123456 are the same number.',
          'If the field is empty on one side, it is deleted on the other one only if you choose so yourself at the customer.',
        ],
      },
      'Before anything is written to Dinero, the customer is read again. If it has changed meanwhile, you are asked again.',
    ],
  },
  duplicates: {
    title: 'Duplicates',
    parts: [
      '*Duplicates* shows customers that seem to stand more than once in the same system. Kundebro cannot merge them. You decide what is to happen:',
      {
        points: [
          'If the wrong one is linked, press *Move link here* at the one that you want to keep.',
          'Then open the customers and merge or delete the wrong one in Dinero or Effihub.',
          'If they are different customers, choose *Not a duplicate*. Then they are not shown again.',
        ],
      },
    ],
  },
  gone: {
    title: 'Customers that are gone',
    parts: [
      '*Customers that are gone* shows linked customers that have been deleted or archived in one of the systems. Kundebro deletes nothing by itself. You choose for each customer:',
      {
        points: [
          '*Match again*: Link the customer to another one in Dinero. Use it when the customer has been created again.',
          '*Remove link*: The customer stays in the other system, but the two do not follow each other any more.',
          '*Import again* or *Ignore*: When the customer has been deleted in Effihub and is still in Dinero.',
          '*Leave it*: Everything stays as it is, and the customer is not shown here any more.',
        ],
      },
    ],
  },
  history: {
    title: 'History and undo',
    parts: [
      '*History* shows every run and what happened to each customer. You can search for a customer, and *Download report* gives you a file for spreadsheets.',
      {
        text: '*Undo run* takes back what can be taken back:',
        points: [
          'Links of the run are removed, and links that it removed come back.',
          'Customers that were created in Dinero are deleted there and can be restored there. If one is used on an invoice, Dinero refuses. Then it stays, and you are told.',
          'Customers that were imported are deleted in Effihub. They cannot be had back.',
          'Corrected fields get what they held before, and ignored customers are taken off the ignore list.',
        ],
      },
      'Before you undo, you see what cannot be taken back, for instance because somebody has linked the customer to another one since. Afterwards the undoing is in the history, too.',
    ],
  },
  sheet: {
    title: 'Effihub without an API',
    parts: [
      'If you have no API token for Effihub, you can use tables. Choose *No API: use spreadsheets* under *Settings*.',
      {
        steps: [
          'Export the customers in Effihub as CSV, or copy the table.',
          'Press *Read customer table* and paste it. See whether the columns fit and press *Use the table*.',
          'Go through the four steps as usual.',
          'Copy the customers that wait on the start page and paste them in Effihub under Importer kunder.',
          'Read the customer table again. Then the new customers are found and linked.',
        ],
      },
      'A workbook from Excel has to be saved as CSV first. Rows without a name are not read, nor are two rows with the same number.',
      'Links are in Kundebro only. So download a backup now and then.',
    ],
  },
  backup: {
    title: 'Backup and moving',
    parts: [
      '*Download backup* gives you one file with links, ignore list, settings, history and the differences that you keep. The keys are never in it.',
      {
        title: 'Move to another computer',
        steps: [
          'Download a backup on the old computer.',
          'Press *Restore backup* on the new one and choose the file. First you see what would change.',
          'Choose *Merge* or *Replace* and press *Restore*.',
          'Enter the keys and press *Save settings*.',
        ],
      },
      '*Merge* adds what is missing. *Replace* makes everything as it is in the file. An office can share its ignore list the same way.',
    ],
  },
};

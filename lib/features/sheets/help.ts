import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'sheets'> = {
  sheets: {
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
};

export const en: HelpTexts<'sheets'> = {
  sheets: {
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
};

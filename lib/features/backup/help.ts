import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'backup'> = {
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

export const en: HelpTexts<'backup'> = {
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

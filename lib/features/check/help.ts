import type { HelpTexts } from '../help/index.ts';

export const da: HelpTexts<'automatic-check'> = {
  'automatic-check': {
    title: 'Automatisk tjek',
    parts: [
      'Kundebro kan selv se efter ændringer hver time eller hver dag. Det er slået fra, indtil du slår *Automatisk tjek* til under *Indstillinger*. Vil du se efter med det samme, så tryk på *Tjek nu* på forsiden.',
      'Tjekket læser kun det, der er ændret siden sidst. Det skriver aldrig noget i Dinero eller Effihub.',
      'Tallet på Kundebros knap i browseren viser, hvor meget der venter på din beslutning.',
    ],
  },
};

export const en: HelpTexts<'automatic-check'> = {
  'automatic-check': {
    title: 'Automatic check',
    parts: [
      'Kundebro can look for changes by itself, every hour or every day. It is off until you switch *Automatic check* on under *Settings*. To look at once, press *Check now* on the start page.',
      'The check reads only what has changed since the last time. It never writes anything to Dinero or Effihub.',
      'The number on Kundebro’s button in the browser shows how much waits for your decision.',
    ],
  },
};

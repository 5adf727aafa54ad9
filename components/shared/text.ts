/** Words and formats in the current language. */
import { computed } from '@preact/signals';
import { catalogues } from '../../lib/features/words.ts';
import { language } from './preferences.ts';

/** `t.value.match.title`: components that read it follow the language. */
export const t = computed(() => catalogues[language.value]);

const locale = computed(() => (language.value === 'en' ? 'en-GB' : 'da-DK'));

/** `formats.value.number(5000)`; times are milliseconds. */
export const formats = computed(() => {
  const number = new Intl.NumberFormat(locale.value);
  const date = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    number: (value: number) => number.format(value),
    date: (time: number) => date.format(time),
    dateTime: (time: number) => dateTime.format(time),
  };
});

/** Language, theme and the automatic check: stored by the browser, followed by every open view. */
import { computed, effect, signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';
import { CHECK_KEY, CHECKS, type CheckChoice } from '../../lib/domain/preferences.ts';
import type { Language } from '../../lib/features/words.ts';

export type LanguageChoice = 'auto' | Language;
export type ThemeChoice = 'auto' | 'light' | 'dark';

/**
 * A preference as a signal. The storage answers after the first frame, so the last value is cached in `localStorage`, which
 * answers at once; where a page may not use it, the preference starts with the fallback.
 */
function preference<Value extends string>(name: string, values: readonly Value[]) {
  const fallback = values[0]!;
  const known = (value: unknown): Value => values.find((each) => each === value) ?? fallback;
  const item = storage.defineItem<string>(`local:${name}`, { fallback });
  const current = signal(known(cache(name)));
  const follow = (value: unknown) => {
    current.value = known(value);
    cache(name, current.value);
  };
  const read = item.getValue().then(follow);
  item.watch(follow);
  const set = async (value: Value) => {
    follow(value);
    await item.setValue(value);
  };
  return { current, set, read };
}

function cache(name: string, value?: string): string | null {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const languages = preference<LanguageChoice>('language', ['auto', 'da', 'en']);
const themes = preference<ThemeChoice>('theme', ['auto', 'light', 'dark']);
const checks = preference<CheckChoice>(CHECK_KEY, CHECKS);

/** Resolves when the stored values are read. */
export const preferencesRead: Promise<unknown> = Promise.all([languages.read, themes.read, checks.read]);

export const languageChoice = languages.current;
export const themeChoice = themes.current;
export const checkChoice = checks.current;
export const setLanguage = languages.set;
export const setTheme = themes.set;
export const setCheck = checks.set;

/** Danish unless the user or the browser's language says English. */
export const language = computed<Language>(() => {
  if (languageChoice.value !== 'auto') return languageChoice.value;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'da';
});

effect(() => {
  document.documentElement.lang = language.value;
});
effect(() => {
  if (themeChoice.value === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = themeChoice.value;
});

import { computed } from '@preact/signals';
import { helpCatalogues } from '../../lib/features/help/words.ts';
import { language } from '../shared/preferences.ts';

/** The help in the current language. */
export const help = computed(() => helpCatalogues[language.value]);

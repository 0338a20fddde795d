import type { Language } from '../../core/base/language.ts';

/** What each language calls itself, whatever language is in force. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** The languages that Lectern speaks. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

// A process or a window speaks one language at a time, as a person does. The command line never asks for another.
let inForceNow: Language = 'en';

/** Sets the language that everything is said in from now on, by this process or window. */
export function speak(language: Language): void {
  inForceNow = language;
}

/** The language in force. */
export const languageInForce = (): Language => inForceNow;

/** How the language in force writes dates and numbers and sorts names, as Intl calls it. */
export const localeInForce = (): string => locales[inForceNow];

/** What holds in the language in force. */
export const inForce = <Value>(byLanguage: Readonly<Record<Language, Value>>): Value => byLanguage[inForceNow];

/** Answers what is made for a locale, in the language in force; it is made once for each language. */
export function perLanguage<Value>(make: (locale: string) => Value): () => Value {
  const made = new Map<Language, Value>();
  return () => {
    const known = made.get(inForceNow) ?? make(locales[inForceNow]);
    made.set(inForceNow, known);
    return known;
  };
}

/** The first of the wanted locales, such as "de-AT", whose language Lectern speaks; English where it speaks none. */
export function findLanguage(wanted: readonly string[]): Language {
  const spoken = wanted.flatMap((locale) => languages.filter((language) => language === locale.toLowerCase().split(/[-_]/, 1)[0]));
  return spoken[0] ?? 'en';
}

const collators = perLanguage((locale) => new Intl.Collator(locale, { numeric: true }));

/** Orders names as the language in force does, and "2" before "10". */
export const compareNames = (a: string, b: string): number => collators().compare(a, b);

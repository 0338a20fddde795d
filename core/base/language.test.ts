import { afterEach, describe, expect, it } from 'vitest';
import { compareNames, findLanguage, inForce, languageInForce, localeInForce, perLanguage, speak } from './language.ts';

afterEach(() => speak('en'));

describe('the language in force', () => {
  it('is English until another is asked for, as on the command line', () => expect([languageInForce(), localeInForce()]).toEqual(['en', 'en-GB']));

  it('decides what holds', () => {
    const word = { en: 'note', de: 'Notiz' };
    speak('de');
    expect([inForce(word), localeInForce()]).toEqual(['Notiz', 'de-DE']);
  });

  it('orders names by its alphabet', () => {
    speak('de');
    expect(['Zoll', 'Öl', 'Ost', 'Kapitel 10', 'Kapitel 2'].sort(compareNames)).toEqual(['Kapitel 2', 'Kapitel 10', 'Öl', 'Ost', 'Zoll']);
  });

  it('has its own of what is made for a locale, made once', () => {
    const made: string[] = [];
    const locale = perLanguage((each) => {
      made.push(each);
      return each;
    });
    expect(made).toEqual([]);
    const seen = (['en', 'de', 'en', 'de'] as const).map((language) => {
      speak(language);
      return locale();
    });
    expect([seen, made]).toEqual([['en-GB', 'de-DE', 'en-GB', 'de-DE'], ['en-GB', 'de-DE']]);
  });
});

describe('findLanguage', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'de_CH', 'en-US'], 'de'],
    [['en-US', 'de'], 'en'],
    [['DE'], 'de'],
    [['den'], 'en'],
    [['fr', 'pl'], 'en'],
    [[], 'en'],
  ])('takes of %j the first that Lectern speaks: %s', (wanted, language) => expect(findLanguage(wanted)).toBe(language));
});

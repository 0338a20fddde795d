import { afterEach, describe, expect, it } from 'vitest';
import { languageInForce, speak } from '../../core/base/language.ts';
import { defaultSettings, type Settings } from '../../core/library/settings.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { followLanguage } from './language.ts';
import { makeLibraryStore } from './library-state.ts';

afterEach(() => speak('en'));

function withLanguage(language: Settings['language']) {
  const settings = { ...defaultSettings, language };
  return { library: { kind: 'ready' as const, overview: { name: 'l', articles: [], tags: [], collections: [], searches: [], settings, damaged: [], merged: [], access: { kind: 'write' as const }, folder: '/l', backup: null, watch: null, handover: null } } };
}

describe('followLanguage', () => {
  it.each([[['de-CH', 'en'], 'de'], [['fr'], 'en']] as const)('speaks the first of the system’s languages that it can, %j, before the library is there', (system, language) => {
    followLanguage(makeLibraryStore(), system);
    expect(languageInForce()).toBe(language);
  });

  it('speaks the language of the settings as soon as it is chosen, and the system’s again', () => {
    const library = makeLibraryStore();
    followLanguage(library, ['en-GB']);
    library.setState(withLanguage('de'));
    expect(languageInForce()).toBe('de');
    library.setState(withLanguage('system'));
    expect(languageInForce()).toBe('en');
  });

  it('has changed the language before anyone hears of it', () => {
    const library = makeLibraryStore();
    const store = followLanguage(library, []);
    const said: string[] = [];
    library.subscribe(() => said.push(chromeMessages.close));
    store.subscribe(() => said.push(chromeMessages.close));
    library.setState(withLanguage('de'));
    expect(said).toEqual(['Schließen', 'Schließen']);
  });
});

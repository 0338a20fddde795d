import { inForce, type Language } from '../base/language.ts';

/** What a catalogue is in any language: the same messages, which take the same facts. */
export type Said<English> = English extends string
  ? string
  : English extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Name in keyof English]: Said<English[Name]> };

/** A catalogue that says each message in the language in force when it is read. */
export function spoken<Messages extends object>(byLanguage: Readonly<Record<Language, Messages>>): Messages {
  return new Proxy(byLanguage.en, { get: (_, name): unknown => Reflect.get(inForce(byLanguage), name) });
}

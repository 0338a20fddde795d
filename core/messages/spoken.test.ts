import { afterEach, expect, it } from 'vitest';
import { speak } from '../base/language.ts';
import { type Said, spoken } from './spoken.ts';

const english = { close: 'Close', count: (count: number) => `${count} notes`, themes: { light: 'Light' } } as const;
type Messages = Said<typeof english>;
const german: Messages = { close: 'Schließen', count: (count) => `${count} Notizen`, themes: { light: 'Hell' } };
const messages = spoken<Messages>({ en: english, de: german });

afterEach(() => speak('en'));

it('a catalogue says each message in the language that is in force when it is said', () => {
  const say = () => [messages.close, messages.count(2), messages.themes.light];
  expect(say()).toEqual(['Close', '2 notes', 'Light']);
  speak('de');
  expect(say()).toEqual(['Schließen', '2 Notizen', 'Hell']);
});

it('a catalogue lists its messages in the language in force', () => {
  speak('de');
  expect(Object.values(messages.themes)).toEqual(['Hell']);
  expect({ ...messages }.close).toBe('Schließen');
  expect(Object.keys(messages)).toEqual(['close', 'count', 'themes']);
});

it('a catalogue that lacks a message, has one too many, or takes other facts does not compile', () => {
  // @ts-expect-error -- `count` is missing
  const missing: Messages = { close: '', themes: { light: '' } };
  // @ts-expect-error -- a theme is missing
  const missingInside: Messages = { close: '', count: () => '', themes: {} };
  // @ts-expect-error -- English has no `open`
  const surplus: Messages = { ...german, open: '' };
  // @ts-expect-error -- English counts with a number
  const otherFacts: Messages = { ...german, count: (name: string) => name };
  expect([missing, missingInside, surplus, otherFacts]).toHaveLength(4);
});

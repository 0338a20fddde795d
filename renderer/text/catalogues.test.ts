import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../core/base/language.ts';
import * as commandLabels from '../../core/messages/command-labels.ts';
import * as desktop from '../../core/messages/desktop-messages.ts';
import * as editNames from '../../core/messages/edit-names.ts';
import * as history from '../../core/messages/history-messages.ts';
import * as backup from './backup-messages.ts';
import * as changes from './changes-messages.ts';
import * as chrome from './chrome-messages.ts';
import * as library from './library-messages.ts';
import * as notes from './notes-messages.ts';
import * as palette from './palette-messages.ts';
import * as reader from './reader-messages.ts';
import * as reading from './reading-messages.ts';
import * as review from './review-messages.ts';
import * as shelf from './shelf-messages.ts';
import * as version from './version-messages.ts';

type Say = (...facts: readonly unknown[]) => string;
type Message = readonly [name: string, message: string | Say];

const isSay = (value: unknown): value is Say => typeof value === 'function';
const isCatalogue = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Every message under a value, by its path. */
function messagesIn(value: unknown, path: string): Message[] {
  if (typeof value === 'string' || isSay(value)) return [[path, value]];
  return isCatalogue(value) ? Object.keys(value).flatMap((name) => messagesIn(Reflect.get(value, name), `${path}.${name}`)) : [];
}

const modules = { commandLabels, desktop, editNames, history, backup, changes, chrome, library, notes, palette, reader, reading, review, shelf, version };

/** What the catalogues hold in the language in force; functions of their own, outside catalogues, have their own tests. */
function allMessages(): Message[] {
  return Object.entries(modules).flatMap(([module, exports]) => Object.entries(exports).filter(([, value]) => isCatalogue(value)).flatMap(([name, value]) => messagesIn(value, `${module}.${name}`)));
}

function inBoth(): readonly (readonly [name: string, english: Message[1], german: Message[1]])[] {
  speak('en');
  const english = allMessages();
  speak('de');
  const german = new Map(allMessages());
  return english.map(([name, message]) => [name, message, german.get(name) ?? ''] as const);
}

// Of these each fact that a message takes is one: counts, words, lists of words, and the names of statuses, columns, colours and the like.
const facts = [0, 1, 2, 1_234, 'The strait', null, ['One'], ['One', 'Two'], 'inbox', 'title', 'yellow', 'newsletter', 'add-highlight', 'for-fields', {}];
const pairs = facts.flatMap((first) => facts.map((second) => [first, second]));
const factsFor = (count: number): readonly (readonly unknown[])[] => (count === 1 ? facts.map((fact) => [fact]) : count === 2 ? pairs : pairs.flatMap((pair) => facts.map((fact) => [...pair, fact])));

const isGood = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '' && !/undefined|NaN|\[object|null|function/.test(text);

function say(message: Say, given: readonly unknown[], language: 'en' | 'de'): unknown {
  speak(language);
  try {
    return message(...given);
  } catch {
    // These are not the facts that it takes.
    return null;
  }
}

afterEach(() => speak('en'));

describe('the catalogues', () => {
  const plain = inBoth().filter(([, english]) => typeof english === 'string');
  const functions = inBoth().flatMap(([name, english, german]) => (isSay(english) && isSay(german) ? [[name, english, german] as const] : []));
  const said = functions.flatMap(([name, english, german]) => factsFor(english.length).flatMap((given) => {
    const inEnglish = say(english, given, 'en');
    return isGood(inEnglish) ? [{ name, given, english: inEnglish, german: say(german, given, 'de') }] : [];
  }));

  it('hold as many messages of each kind in both languages', () => {
    expect(plain.length).toBeGreaterThan(300);
    expect(plain.filter(([, , german]) => typeof german !== 'string' || german === '')).toEqual([]);
    expect(plain.length + functions.length).toBe(inBoth().length);
  });

  it('answer something for the facts of every message that takes some', () => {
    expect(functions.map(([name]) => name).filter((name) => !said.some((each) => each.name === name))).toEqual([]);
    expect(said.filter(({ german }) => !isGood(german)).map(({ name, given, german }) => [name, given, german])).toEqual([]);
  });

  it('say nothing twice in English', () => {
    const same = plain.filter(([, english, german]) => english === german).map(([, english]) => english);
    const sameInBoth = ['Alt', 'Archive', 'Code', 'Definition', 'Export', 'Lectern', 'Magenta', 'Markdown', 'Name', 'Orange', 'Original', 'PDF', 'Sepia', 'Status', 'System', 'Text', '–'];
    expect([...new Set(same)].filter((word) => !sameInBoth.includes(String(word)))).toEqual([]);
  });

  it('are set in German as German is: „“ around what is quoted, a space that does not break before an ellipsis', () => {
    const german = [...plain.map(([name, , text]) => [name, String(text)]), ...said.map((each) => [each.name, String(each.german)])];
    expect(german.filter(([, text]) => /”|"|(?<!\u00a0)…$|\.\.\.|'/.test(text ?? ''))).toEqual([]);
  });
});

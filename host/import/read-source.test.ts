import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/article/blocks.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import type { Source } from '../../core/import/source.ts';
import { readSource } from './read-source.ts';

const file = (name: string, bytes: Uint8Array): Source => ({ name, bytes, origin: 'file', mediaType: null });
const paste = (text: string, mediaType: string): Source => ({ name: 'Pasted text', bytes: Buffer.from(text), origin: 'paste', mediaType });
const parsed = async (source: Source) => {
  const answer = await readSource(source);
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value;
};
const german = 'Die Fähre überquerte die Meerenge in vierzig Minuten, und niemand in den beiden Städten hatte je darüber nachgedacht, dass es anders sein könnte.';

describe('readSource', () => {
  it('tells what it read and how', async () => {
    expect(await parsed(file('a.txt', Buffer.from(german, 'latin1')))).toMatchObject({ mediaType: 'text/plain', extension: 'txt', encoding: 'windows-1252', wordCount: 23, details: { title: 'a', language: 'de', direction: 'ltr' } });
    expect(await parsed(file('a.markdown', Buffer.from(`# Zwei Städte\n\n${german}`)))).toMatchObject({ mediaType: 'text/markdown', extension: 'md', encoding: 'utf-8', details: { title: 'Zwei Städte', language: 'de' } });
    expect(await parsed(file('a.htm', Buffer.from(`<p>${german}</p>`)))).toMatchObject({ mediaType: 'text/html', extension: 'html', details: { language: 'de' } });
    expect(await parsed(paste(`<p>${german}</p>`, 'text/html'))).toMatchObject({ mediaType: 'text/html', blocks: [{ kind: 'paragraph' }] });
  });

  it.each([
    ['The ferry crossed the strait in forty minutes, and nobody had ever thought of it as anything but a street.', 'en'],
    ['Le ferry traversait le détroit en quarante minutes, et personne n’y avait jamais pensé autrement qu’à une rue.', 'fr'],
    ['Паром переходил пролив за сорок минут, и никто в этих двух городах никогда не задумывался о том, что может быть иначе.', 'ru'],
    ['轮渡四十分钟就能穿过海峡，两座城里从来没有人想过会有另一种样子。', 'zh'],
    ['המעבורת חצתה את המצר בארבעים דקות, ואיש בשתי הערים לא חשב עליה אלא כעל רחוב רגיל לגמרי.', 'he'],
    ['A roadmap', null],
  ])('tells the language of “%s”', async (text, language) => expect((await parsed(file('a.txt', Buffer.from(text)))).details.language).toBe(language));

  it.each([
    ['an empty file', file('a.txt', Buffer.alloc(0)), 'file-empty'],
    ['a file of white space', file('a.txt', Buffer.from(' \r\n\t\u00a0\ufeff')), 'file-empty'],
    ['an empty page', file('a.html', Buffer.from('\n')), 'file-empty'],
    ['binary named .txt', file('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), 'file-binary'],
    ['what is no PDF', file('a.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ')), 'file-damaged'],
    ['what is no EPUB', file('a.epub', Buffer.from('PK\u0003\u0004\0\0')), 'file-damaged'],
    ['a kind that it does not know', file('a.xyz', Buffer.from('text')), 'format-unsupported'],
    ['a page without text', file('a.html', Buffer.from('<html><body><div></div></body></html>')), 'article-without-text'],
    ['Markdown without text', file('a.md', Buffer.from('---')), 'article-without-text'],
    ['Markdown over its limit', file('a.md', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')), 'file-too-large'],
  ])('refuses %s, and there is a sentence for it', async (_, source, code) => {
    const answer = await readSource(source);
    expect(answer).toMatchObject({ ok: false, fault: { code, name: source.name } });
    if (!answer.ok) expect(faultSentence(answer.fault)).toContain(source.name);
  });
});

const sample = new URL('../../../shared/samples/china-russia-entente.txt', import.meta.url);

describe.skipIf(!existsSync(sample))(`the sample article (skipped when it does not lie beside the project)`, () => {
  it('is read with nothing left over', async () => {
    const { details, blocks } = await parsed(file('china-russia-entente.txt', readFileSync(sample)));
    expect(details).toMatchObject({ title: 'The China-Russia entente could be the next big alliance', label: 'analysis', language: 'en', direction: 'ltr' });
    expect(details.dek).toMatch(/^An agreement for closer military ties .* this century\.$/);
    const count = (kind: string) => blocks.filter((block) => block.kind === kind).length;
    expect({ title: count('title'), dek: count('dek'), figure: count('figure'), paragraph: count('paragraph'), aside: count('aside') }).toEqual({ title: 1, dek: 1, figure: 2, paragraph: 15, aside: 2 });
    expect(blocks.length).toBe(21);
    expect(blocks.filter((block) => block.kind === 'figure').map(({ copies, credit }) => [copies, credit?.text])).toEqual([[2, 'SERGEY ILYIN/SPUTNIK/VIA REUTERS'], [2, 'REUTERS']]);
    const paragraphs = blocks.filter((block) => block.kind === 'paragraph').flatMap(leavesOf).map((leaf) => leaf.text);
    expect(paragraphs.some((text) => text.startsWith('WHILE RUSSIA is')) && paragraphs.some((text) => text.startsWith('COULD THIS alliance'))).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { fromKindleClippings, isKindleClippings } from './kindle.ts';

const entry = (book: string, facts: string, text: string) => `${book}\r\n${facts}\r\n\r\n${text}\r\n==========\r\n`;
const read = (...entries: string[]) => fromKindleClippings(`\ufeff${entries.join('')}`);

describe('fromKindleClippings', () => {
  it('reads highlights by book, with author and time', () => {
    const { readings } = read(
      entry('Two Navies (Volume 1) (Example, Ann)', '- Your Highlight on page 99 | Location 1293-1295 | Added on Thursday, 4 June 2020 12:18:46', 'The fleet left the strait.'),
      entry('The Harbour (Bob Test)', '- Your Highlight on Location 90-91 | Added on Monday, January 6, 2020 9:05:07 PM', 'Nobody saw it again.'),
    );
    expect(readings).toMatchObject([
      { found: { title: 'Two Navies (Volume 1)', byline: 'Example, Ann' }, highlights: [{ quote: 'The fleet left the strait.', createdAt: '2020-06-04T12:18:46.000Z' }] },
      { found: { title: 'The Harbour', byline: 'Bob Test' }, highlights: [{ quote: 'Nobody saw it again.', createdAt: '2020-01-06T21:05:07.000Z' }] },
    ]);
  });

  it.each([
    ['German', '- Ihre Markierung bei Position 90-91 | Hinzugefügt am Donnerstag, 4. Juni 2020 12:18:46', '- Ihre Notiz bei Position 91 | Hinzugefügt am Donnerstag, 4. Juni 2020 12:19:00'],
    ['Spanish', '- Tu subrayado en la página 9 | posición 90-91 | Añadido el jueves, 4 de junio de 2020 12:18:46', '- Tu nota en la página 9 | posición 91 | Añadido el jueves, 4 de junio de 2020 12:19:00'],
    ['French', '- Votre surlignement à la page 9 | emplacement 90-91 | Ajouté le jeudi 4 juin 2020 12:18:46', '- Votre note à la page 9 | emplacement 91 | Ajouté le jeudi 4 juin 2020 12:19:00'],
  ])('ties a note to the highlight that ends where it hangs, in %s', (_, highlight, note) => {
    const { readings } = read(entry('Buch (A)', highlight, 'Die Flotte lief aus.'), entry('Buch (A)', note, 'Wer sagt das?'));
    expect(readings).toMatchObject([{ highlights: [{ quote: 'Die Flotte lief aus.', note: 'Wer sagt das?', createdAt: '2020-06-04T12:18:46.000Z' }], note: '' }]);
  });

  it('keeps the longest of copies of one passage, both passages that only touch, and no bookmarks', () => {
    const added = '| Added on Thursday, 4 June 2020 12:18:46';
    const { readings } = read(
      entry('B (A)', `- Your Highlight on Location 10-11 ${added}`, 'The fleet'), entry('B (A)', `- Your Highlight on Location 10-12 ${added}`, 'The fleet left'),
      entry('B (A)', `- Your Highlight on Location 12-13 ${added}`, 'at noon'), entry('B (A)', `- Your Bookmark on Location 11 ${added}`, ''),
    );
    expect(readings[0]?.highlights.map(({ quote }) => quote)).toEqual(['The fleet left', 'at noon']);
  });

  it('keeps a note that hangs nowhere as a note on the book, and says what it could not read', () => {
    const { readings, unread } = read(entry('B (A)', '- Your Note on Location 500 | Added on Thursday, 4 June 2020 12:18:46', 'A thought.'), 'rubbish\r\n==========\r\n');
    expect([readings[0]?.note, readings[0]?.highlights, unread]).toEqual(['A thought.', [], ['rubbish']]);
  });

  it('is told from other texts', () => {
    expect(isKindleClippings(entry('B (A)', '- Ihre Markierung auf Seite 3 | bei Position 90-91 | Hinzugefügt am 4. Juni 2020', 'x'))).toBe(true);
    expect(isKindleClippings('A text\n\n==========\n\nand a rule')).toBe(false);
  });
});

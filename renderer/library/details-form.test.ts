import { describe, expect, it } from 'vitest';
import { type Article, createArticle, detailsSchema } from '../../core/article/article.ts';
import { articleIdSchema } from '../../core/base/ids.ts';
import { detailsMessages } from '../text/library-messages.ts';
import { type DetailsForm, formOf, parseForm } from './details-form.ts';

const article: Article = createArticle({
  title: 'A roadmap', label: null, dek: null, byline: 'Staff analyst', source: null, url: 'ftp://old.example', published: '2021-11-24', language: 'en', direction: 'ltr',
  wordCount: 5, content: 'a'.repeat(64), original: { sha256: 'b'.repeat(64), extension: 'txt', bytes: 9, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' },
}, { id: articleIdSchema.parse('0'.repeat(26)), now: '2026-01-01T00:00:00.000Z' });
const parse = (changes: Partial<DetailsForm>) => parseForm(article, { ...formOf(article), ...changes });

describe('parseForm', () => {
  it('changes nothing when nothing was typed, and judges nothing that was there before', () => expect(parse({})).toEqual({ ok: true, changes: {} }));

  it('answers only what was changed, trimmed, and an emptied field as unknown', () => {
    expect(parse({ source: '  Meridian Post ', byline: '' })).toEqual({ ok: true, changes: { source: 'Meridian Post', byline: null } });
  });

  it('changes the direction', () => expect(parse({ direction: 'rtl' })).toEqual({ ok: true, changes: { direction: 'rtl' } }));

  it.each(['2021', '2021-11', '2021-11-24', '2024-02-29', '2021-11-24T10:00Z'])('takes the date %s', (published) => expect(parse({ published: published === '2021-11-24' ? '2021-11-25' : published }).ok).toBe(true));

  it.each(['24 November', '2021-13', '2021-00', '2021-02-31', '2023-02-29', '21-11-24', '2021-1'])('refuses the date %s at its field', (published) => {
    expect(parse({ published })).toEqual({ ok: false, faults: { published: detailsMessages.faults.published } });
  });

  it.each(['javascript:alert(1)', 'example.org', 'file:///etc/passwd', 'https://user@example.org'])('refuses the address %s', (url) => {
    expect(parse({ url })).toEqual({ ok: false, faults: { url: detailsMessages.faults.url } });
  });

  it('says every fault at once', () => {
    expect(parse({ title: ' ', language: 'english!', label: 'x'.repeat(201) })).toEqual({
      ok: false, faults: { title: detailsMessages.faults.title, language: detailsMessages.faults.language, label: detailsMessages.faults.tooLong },
    });
  });

  it('answers changes that the contract takes', () => {
    const parsed = parse({ title: 'New', published: '2022-01', url: 'https://example.org/a', language: 'zh-Hant' });
    expect(parsed.ok && detailsSchema.partial().safeParse(parsed.changes).success).toBe(true);
  });
});

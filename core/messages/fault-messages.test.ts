import { afterEach, describe, expect, it } from 'vitest';
import type { Fault, FaultCode, LockHolder } from '../base/fault.ts';
import { speak } from '../base/language.ts';
import { faultSentence } from './fault-messages.ts';

afterEach(() => speak('en'));

const holder: LockHolder = { pid: 7, host: 'desk', startedAt: '2026-01-01T10:00:00Z', door: 'serve' };
const folder = '/home/a/Lectern';
const name = 'a.txt';
const quote = 'freedom of navigation';

/** One of each. A fault that is missing here does not compile. */
const faults: { readonly [Code in FaultCode]: Extract<Fault, { code: Code }> } = {
  'format-unsupported': { code: 'format-unsupported', name },
  'file-empty': { code: 'file-empty', name },
  'file-too-large': { code: 'file-too-large', name, bytes: 1_572_864, limitBytes: 104_857_600 },
  'file-binary': { code: 'file-binary', name },
  'file-unreadable': { code: 'file-unreadable', name, reason: 'no-permission' },
  'html-too-deep': { code: 'html-too-deep', name, limit: 500 },
  'import-timeout': { code: 'import-timeout', name, seconds: 20 },
  'import-failed': { code: 'import-failed', name },
  'article-without-text': { code: 'article-without-text', name },
  'file-damaged': { code: 'file-damaged', name },
  'file-encrypted': { code: 'file-encrypted', name },
  'file-unpacks-too-large': { code: 'file-unpacks-too-large', name, limitBytes: 524_288_000 },
  'pages-over-limit': { code: 'pages-over-limit', name, pages: 5_000, limit: 2_000 },
  'pages-without-text': { code: 'pages-without-text', name, pages: 12 },
  'address-refused': { code: 'address-refused', url: 'http://10.0.0.1/', reason: 'private' },
  'page-unreachable': { code: 'page-unreachable', url: 'https://example.org/', reason: 'status', status: 404 },
  'upload-missing': { code: 'upload-missing' },
  'article-missing': { code: 'article-missing', articleId: '9xj4' },
  'article-ambiguous': { code: 'article-ambiguous', articleId: '9xj4', count: 2 },
  'content-missing': { code: 'content-missing', content: 'abc' },
  'highlight-missing': { code: 'highlight-missing', highlightId: 'h' },
  'record-missing': { code: 'record-missing', record: 'collection' },
  'tag-in-use': { code: 'tag-in-use', name: 'alliance', count: 3 },
  'name-taken': { code: 'name-taken', record: 'tag', name: 'alliance' },
  'name-unknown': { code: 'name-unknown', record: 'search', name: 'alliance' },
  'quote-missing': { code: 'quote-missing', quote },
  'quote-ambiguous': { code: 'quote-ambiguous', quote, count: 3 },
  'occurrence-missing': { code: 'occurrence-missing', quote, count: 2, occurrence: 4 },
  'library-locked': { code: 'library-locked', folder, holder },
  'holder-gone': { code: 'holder-gone', holder },
  'holder-version': { code: 'holder-version', holder, theirs: '1.0.0', ours: '2.0.0' },
  'library-read-only': { code: 'library-read-only', folder, reason: 'read-only-disk' },
  'library-gone': { code: 'library-gone', folder, catalog: '/cache/catalog.json' },
  'library-newer': { code: 'library-newer', folder, format: 9 },
  'upgrade-unsafe': { code: 'upgrade-unsafe', folder, archive: '/a.zip', reason: 'full' },
  'library-missing': { code: 'library-missing', folder },
  'library-unsound': { code: 'library-unsound', folder, count: 2 },
  'version-missing': { code: 'version-missing', rev: 3 },
  'export-differs': { code: 'export-differs', folder, count: 2 },
  'archive-damaged': { code: 'archive-damaged', file: '/a.zip', reason: 'it has no manifest' },
  'watch-misplaced': { code: 'watch-misplaced', folder: '~/Articles' },
  'archive-misplaced': { code: 'archive-misplaced', file: '/a.zip', reason: 'inside-library' },
  'folder-in-use': { code: 'folder-in-use', folder },
  'backup-failed': { code: 'backup-failed', folder, reason: 'folder-missing' },
  'disk-full': { code: 'disk-full', folder },
  'save-failed': { code: 'save-failed', what: 'article', reason: 'EIO' },
  'document-damaged': { code: 'document-damaged', file: 'articles/a.json', reason: 'not-json' },
  'document-unreadable': { code: 'document-unreadable', file: 'articles/a.json', reason: 'dead-link' },
  'document-newer': { code: 'document-newer', file: 'articles/a.json', format: 9 },
  'document-changed-outside': { code: 'document-changed-outside', file: 'articles/a.json' },
  'search-unavailable': { code: 'search-unavailable' },
  'documents-vanished': { code: 'documents-vanished', folder, count: 40, total: 50, catalog: null },
  'port-taken': { code: 'port-taken', port: 8750 },
  'link-refused': { code: 'link-refused', url: 'javascript:a' },
  'input-invalid': { code: 'input-invalid', path: 'articles.open', issue: 'id' },
  'call-unknown': { code: 'call-unknown', path: 'a.b' },
  'connection-lost': { code: 'connection-lost' },
  unauthorised: { code: 'unauthorised' },
  internal: { code: 'internal' },
};

describe('the sentence for a fault', () => {
  it.each(Object.values(faults).map((fault) => [fault.code, fault] as const))('%s is whole sentences in both languages', (_, fault) => {
    const english = faultSentence(fault);
    speak('de');
    const german = faultSentence(fault);
    for (const sentence of [english, german]) expect(sentence).toMatch(/^[\p{Lu}“„¶/0-9a-z].{20,}\.$/u);
    expect(german).not.toBe(english);
    expect([english, german].join()).not.toMatch(/undefined|\[object|NaN|null/);
    expect(german).not.toMatch(/”|"|\.\./);
  });

  it('says what could not be saved, where, and why', () => {
    const sentences = () => [faults['save-failed'], { code: 'save-failed', what: { exportTo: '/notes' }, reason: 'EROFS' }, { code: 'save-failed', what: 'change', reason: 'library-closed' }] as const;
    expect(sentences().map(faultSentence)).toEqual([
      'The article could not be saved (EIO). What was saved before is untouched. Try again.',
      'The export to “/notes” could not be saved (the disk is read-only). What was saved before is untouched. Try again.',
      'The change could not be saved (the library is closed). What was saved before is untouched. Try again.',
    ]);
    speak('de');
    expect(faultSentence(sentences()[1])).toBe('Der Export nach „/notes“ konnte nicht gespeichert werden (der Datenträger ist schreibgeschützt). Was vorher gespeichert war, ist unberührt. Erneut versuchen.');
  });

  it('says of a file that is still being written that it comes', () => {
    const fault = { code: 'document-unreadable', file: 'articles/a.json', reason: 'being-written' } as const;
    expect(faultSentence(fault)).toBe('articles/a.json can’t be read yet: it is not whole, and another program may still be writing it. It was left as it is, and is read again when it changes.');
    speak('de');
    expect(faultSentence(fault)).toContain('kann noch nicht gelesen werden');
  });

  it('writes sizes as the language does', () => {
    expect(faultSentence(faults['file-too-large'])).toContain('1.5 MB; the limit is 100 MB');
    speak('de');
    expect(faultSentence(faults['file-too-large'])).toContain('1,5\u00a0MB; die Grenze liegt bei 100\u00a0MB');
  });
});

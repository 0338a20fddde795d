import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../core/base/canonical-json.ts';
import type { DamageReason } from '../../core/base/fault.ts';
import { isDeeperThan, sha256 } from './canonical-json.ts';
import { decodeDocument, encodeDocument } from './document-format.ts';
import { articleRef, codebookRef, settingsRef } from './document-refs.ts';
import { sampleArticle, sampleHighlight } from './testing/fixtures.ts';

const article = { ...sampleArticle(), summary: 'On “soft power”.', highlights: [sampleHighlight('A note\nin two lines'), sampleHighlight('😀 \u202b \ud800')] };
const ref = articleRef(article.id);
const golden = encodeDocument(ref, { rev: 7, value: article });
const encode = (text: string) => new TextEncoder().encode(text);
const goldenText = new TextDecoder().decode(golden);

/** The golden document changed as a person would change it, in its text. */
const edited = (change: (text: string) => string) => encode(change(goldenText));
const withoutHash = (text: string) => text.replace(/"sha256": "[0-9a-f]{64}",\n {2}"id"/, '"sha256": null,\n  "id"');

describe('a document', () => {
  it('is read as it was written', () => {
    expect(decodeDocument(ref, golden)).toEqual({ ok: true, value: { rev: 7, value: article } });
  });

  it('is JSON with two spaces and a newline at its end, its envelope first', () => {
    expect(goldenText).toMatch(/^\{\n {2}"kind": "article",\n {2}"format": 1,\n {2}"rev": 7,\n {2}"sha256": "[0-9a-f]{64}",\n {2}"id": "/);
    expect(goldenText.endsWith('\n}\n')).toBe(true);
  });

  it('states the SHA-256 of its canonical JSON without that line', () => {
    const { sha256: stated, ...rest } = JSON.parse(goldenText);
    expect(sha256(canonicalJson(rest))).toBe(stated);
  });

  it('has the same bytes whatever the order of the keys in memory', () => {
    const shuffled = Object.fromEntries(Object.entries(article).reverse());
    expect(encodeDocument(ref, { rev: 7, value: ref.parse(shuffled) })).toEqual(golden);
  });

  it('keeps keys that it does not know, on every level', () => {
    const [highlight] = article.highlights;
    const later = { ...article, mood: 'calm', original: { ...article.original, camera: 1 }, highlights: [{ ...highlight, stars: 5, anchor: { ...highlight?.anchor, page: 3 } }] };
    const decoded = decodeDocument(ref, encodeDocument(ref, { rev: 1, value: ref.parse(later) }));
    expect(decoded).toEqual({ ok: true, value: { rev: 1, value: later } });
  });

  it('keeps settings that it does not know', () => {
    const value = { theme: 'aubergine', glow: { on: true } };
    expect(decodeDocument(settingsRef, encodeDocument(settingsRef, { rev: 1, value }))).toEqual({ ok: true, value: { rev: 1, value } });
  });

  it('is not written when it could not be read again', () => {
    expect(() => encodeDocument(ref, { rev: 1, value: { ...article, wordCount: -1 } })).toThrow();
  });
});

describe('a document that was changed by hand', () => {
  it('is read when its hash is null, and only then', () => {
    const change = (text: string) => text.replace('"summary": "On', '"summary": "Of');
    expect(decodeDocument(ref, edited(change))).toEqual({ ok: false, fault: { kind: 'damaged', reason: 'wrong-hash' } });
    expect(decodeDocument(ref, edited((text) => withoutHash(change(text))))).toMatchObject({ ok: true, value: { value: { summary: 'Of “soft power”.' } } });
  });

  it('is read with other white space, another order of keys and a byte order mark', () => {
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(goldenText)).reverse()));
    for (const text of [reordered, goldenText.replaceAll('\n', '\r\n'), `\ufeff${goldenText}`]) expect(decodeDocument(ref, encode(text))).toMatchObject({ ok: true, value: { value: article } });
  });
});

describe('a damaged document', () => {
  const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
  const utf16 = new Uint8Array(new Uint16Array([...goldenText].map((character) => character.charCodeAt(0))).buffer);
  it.each<[string, Uint8Array, DamageReason]>([
    ['is told as empty', encode(''), 'empty'],
    ['is told as filled with zero bytes', new Uint8Array(4_096), 'nul-filled'],
    ['is told as not JSON when it is cut', golden.slice(0, 900), 'not-json'],
    ['is told as not JSON when its tail is zero bytes', new Uint8Array([...golden.slice(0, 900), ...new Uint8Array(900)]), 'not-json'],
    ['is told as not JSON in UTF-16', utf16, 'not-json'],
    ['is told as not JSON for a million brackets', encode('['.repeat(1_000_000)), 'not-json'],
    ['is told as too deep', edited((text) => text.replace('{\n', `{\n"deep": ${deep},\n`)), 'too-deep'],
    ['is told as too deep for a hundred thousand levels', encode(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'too-deep'],
    ['is told as wrongly shaped when it is null', encode('null'), 'wrong-shape'],
    ['is told as wrongly shaped when it is another kind', encodeDocument(codebookRef, { rev: 1, value: { tags: [] } }), 'wrong-shape'],
    ['is told as wrongly shaped without a hash', edited((text) => text.replace(/ {2}"sha256": "[0-9a-f]{64}",\n {2}"id"/, '  "id"')), 'wrong-shape'],
    ['is told as wrongly shaped when a field is of another type', edited((text) => withoutHash(text).replace('"wordCount": 812', '"wordCount": "812"')), 'wrong-shape'],
    ['is told as wrongly shaped for a number without end', edited((text) => withoutHash(text).replace('"wordCount": 812', '"wordCount": 1e400')), 'wrong-shape'],
  ])('%s', (_, bytes, reason) => expect(decodeDocument(ref, bytes)).toEqual({ ok: false, fault: { kind: 'damaged', reason } }));

  it('is told as holding another id', () => {
    expect(decodeDocument(articleRef(sampleArticle().id), golden)).toEqual({ ok: false, fault: { kind: 'damaged', reason: 'wrong-id' } });
  });

  it('gives nothing to a prototype', () => {
    const decoded = decodeDocument(ref, edited((text) => withoutHash(text).replace('"id"', '"__proto__": { "isAdmin": true },\n  "id"')));
    if (decoded.ok) expect(Object.getPrototypeOf(decoded.value.value)).toBe(Object.prototype);
    expect('isAdmin' in {}).toBe(false);
  });

  it('of a later format is told as that', () => {
    expect(decodeDocument(ref, edited((text) => text.replace('"format": 1', '"format": 2')))).toEqual({ ok: false, fault: { kind: 'newer', format: 2 } });
  });

  it('is never taken for a good one, wherever it was cut', () => {
    for (let length = 0; length < golden.length; length += 1) {
      const decoded = decodeDocument(ref, golden.subarray(0, length));
      // Only the newline at the end may go.
      if (length < golden.length - 1) expect(decoded).toMatchObject({ ok: false, fault: { kind: 'damaged' } });
      else expect(decoded).toMatchObject({ ok: true, value: { value: article } });
    }
  });

  it('is never taken for a good one with other text, whichever bit was flipped', () => {
    const flipped = Uint8Array.from(golden);
    for (let bit = 0; bit < golden.length * 8; bit += 1) {
      flipped[bit >> 3] = (golden[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const decoded = decodeDocument(ref, flipped);
      if (decoded.ok) expect(decoded.value).toEqual({ rev: 7, value: article });
      flipped[bit >> 3] = golden[bit >> 3] ?? 0;
    }
  });
});

describe('canonical JSON', () => {
  it('is JSON of the same value, whatever the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }));
  });

  it('sorts keys on every level and has no white space', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });
});

describe('isDeeperThan', () => {
  it.each([
    [1, 0, false], [[], 0, true], [[], 1, false], [[[]], 1, true], [{ a: { b: 1 } }, 2, false], [{ a: { b: [] } }, 2, true],
  ])('of %j and %i is %s', (value, limit, expected) => expect(isDeeperThan(value, limit)).toBe(expected));
});

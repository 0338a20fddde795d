import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectContent } from '../../core/article/projection.ts';
import { findAll } from '../../core/highlight/find-anchor.ts';
import type { OpenedArticle, Overview } from '../../core/library/library.ts';
import { startLibrary } from '../start-library.ts';

const root = new URL('../../', import.meta.url);
const notes = JSON.parse(await readFile(new URL('resources/first-notes.json', root), 'utf8')) as { tags: string[]; highlights: { quote: string; tags: string[] }[] };

describe('the first article', () => {
  let folder: string;
  let overview: Overview;
  let opened: OpenedArticle;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-first-'));
    const started = await startLibrary({ folder, door: 'desktop', mode: 'write', root, workerUrl: new URL('host/import/import-worker.ts', root), log: (error) => { throw error; } });
    if (!started.ok) throw new Error(started.fault.code);
    const seen = await started.value.library.overview();
    if (!seen.ok) throw new Error(seen.fault.code);
    overview = seen.value;
    const [article] = overview.articles;
    const read = article && (await started.value.library.open(article.id));
    if (!read?.ok) throw new Error('There is no first article.');
    opened = read.value;
    await started.value.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('stands in a new library, with its details', () => {
    expect(overview.articles).toHaveLength(1);
    expect(opened.article).toMatchObject({ title: 'How to read a communiqué', byline: 'Lectern', language: 'en-GB', direction: 'ltr' });
    expect(opened.article.dek).toMatch(/^What two governments/);
  });

  it('is short enough to read at once', () => {
    expect(opened.article.wordCount).toBeGreaterThan(400);
    expect(opened.article.wordCount).toBeLessThan(650);
  });

  it('says each of its four quotes exactly once', () => {
    const { text } = projectContent(opened.content);
    expect(notes.highlights).toHaveLength(4);
    for (const { quote } of notes.highlights) expect(findAll(text, quote)).toHaveLength(1);
    expect(opened.article.highlights.map(({ anchor }) => anchor.exact)).toEqual(notes.highlights.map(({ quote }) => quote));
  });

  it('uses the tags that it brings, and those alone', () => {
    expect(overview.tags.map((tag) => tag.name)).toEqual(notes.tags);
    expect(new Set(notes.highlights.flatMap(({ tags }) => tags))).toEqual(new Set(notes.tags));
  });
});

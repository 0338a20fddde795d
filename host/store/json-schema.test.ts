import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { jsonSchemas } from './json-schema.ts';
import { makeScratchFolder } from './testing/fixtures.ts';
import { makeRealLibrary } from './testing/real-library.ts';

const folder = new URL('../../docs/schema/', import.meta.url);
// Formats (of dates) go along with patterns that say the same.
const validator = (kind: string) => new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(jsonSchemas().get(kind) ?? 'null'));

describe('the JSON Schemas', () => {
  it('that are published are what the code says; “npm run schema” writes them anew', async () => {
    expect((await readdir(folder)).sort()).toEqual([...jsonSchemas().keys()].map((kind) => `${kind}.schema.json`).sort());
    for (const [kind, text] of jsonSchemas()) expect(await readFile(new URL(`${kind}.schema.json`, folder), 'utf8')).toBe(text);
  });

  it('accept every file of a real library', async () => {
    const scratch = await makeScratchFolder();
    onTestFinished(scratch.remove);
    const library = join(scratch.folder, 'Reading');
    const { articles } = await makeRealLibrary(library);
    const files = [['library', 'library.json'], ['codebook', 'codebook.json'], ['settings', 'settings.json'], ...articles.flatMap(({ id, content }) => [['article', `articles/${id}.json`], ['content', `content/${content}.json`]])] as const;
    for (const [kind = '', file = ''] of files) {
      const validate = validator(kind);
      expect([file, validate(JSON.parse(await readFile(join(library, file), 'utf8'))), validate.errors]).toEqual([file, true, null]);
    }
  });

  it.each([
    ['article', { title: 7 }], ['article', { status: 'lost' }], ['article', { highlights: [{}] }], ['article', { sha256: 'abc' }], ['article', { format: 2 }],
    ['codebook', { tags: {} }], ['library', { id: '' }], ['settings', { measure: 'wide' }], ['content', { blocks: [{ kind: 'paragraph' }] }],
  ])('refuse a document of the kind %s with %j', (kind, change) => {
    expect(validator(kind)({ kind, format: 1, rev: 1, sha256: null, ...change })).toBe(false);
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fail, succeed } from '../core/base/result.ts';
import type { Library } from '../core/library/library.ts';
import { makeStaticTable, type StaticTable } from '../host/serve/static-table.ts';
import { answerAppRequest, answerImageRequest } from './app-protocol.ts';

describe('answerAppRequest', () => {
  let folder: string;
  let table: StaticTable;
  const script = new Uint8Array(100_000).map((_, index) => index % 251);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-app-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'assets/app.js'), script);
    table = await makeStaticTable(pathToFileURL(`${folder}/`));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const get = (url: string, method = 'GET') => answerAppRequest(table, { method, url });

  it('gives the exact bytes of a file with its type', async () => {
    const response = get('app://ui/assets/app.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(Buffer.compare(await response.bytes(), script)).toBe(0);
  });

  it('puts the policy and nosniff on every answer', () => {
    for (const url of ['app://ui/index.html', 'app://ui/none']) {
      const { headers } = get(url);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; .*trusted-types app$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('answers HEAD without a body', async () => {
    const response = get('app://ui/index.html', 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('looks past the fragment', () => expect(get('app://ui/index.html#a').status).toBe(200));

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])('refuses %s', (method) => expect(get('app://ui/index.html', method).status).toBe(405));

  it.each([
    'app://ui', 'app://ui/../package.json', 'app://ui/%2e%2e/package.json', 'app://ui/assets/..%2f..%2fpackage.json', 'app://ui/assets', 'app://ui/assets/', 'app://ui//assets/app.js',
    'app://ui/index.html?a=1', 'app://ui/INDEX.HTML', 'app://UI/index.html', 'app://other/index.html', 'app://res/index.html', 'app://ui@evil/index.html', 'app://ui.evil/index.html', 'app:ui/index.html',
    'file:///etc/passwd', 'http://ui/index.html', 'app://ui/__proto__', 'app://ui/C:/index.html', 'app://ui/index.html%00', 'app://ui/\\index.html',
  ])('has nothing at %s', (url) => expect(get(url).status).toBe(404));
});

describe('answerImageRequest', () => {
  const name = 'a1'.repeat(32);
  const memory = new Uint8Array([9, 9, 1, 2, 3, 9]);
  const readImage: Library['readImage'] = async (hash) => (hash === name ? succeed({ bytes: memory.subarray(2, 5), mediaType: 'image/png' }) : fail({ code: 'content-missing', content: hash }));
  const get = (url: string, method = 'GET') => answerImageRequest(readImage, { method, url });

  it('gives just the bytes of an image, with its type and nosniff', async () => {
    const response = await get(`app://res/${name}`);
    expect([...(await response.bytes())]).toEqual([1, 2, 3]);
    expect([response.headers.get('content-type'), response.headers.get('x-content-type-options')]).toEqual(['image/png', 'nosniff']);
  });

  it.each([`app://res/${'b2'.repeat(32)}`, 'app://res/', 'app://res/../index.html', `app://res/${name}.png`, `app://res/${name}?a`, `app://res/${name.toUpperCase()}`])('has nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('refuses POST', async () => expect((await get(`app://res/${name}`, 'POST')).status).toBe(405));
});

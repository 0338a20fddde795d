import { describe, expect, it } from 'vitest';
import { loopbackHosts } from './listen-on-loopback.ts';
import { bearerOf, findRoute, guardHead, guardRoute, type RequestHead, uploadNameOf } from './guards.ts';

const PORT = 4117;
const OURS = `127.0.0.1:${PORT}`;
const ORIGIN = `http://${OURS}`;

type Header = readonly [name: string, value: string];
type Row = readonly [title: string, method: string, target: string, headers: readonly Header[], status: number];

const host: Header = ['Host', OURS];
const origin: Header = ['Origin', ORIGIN];
const json: Header = ['Content-Type', 'application/json'];
const bytes: Header = ['Content-Type', 'application/octet-stream'];

const headOf = (method: string, target: string, headers: readonly Header[], httpVersion = '1.1'): RequestHead => ({ method, target, httpVersion, rawHeaders: headers.flat() });

function statusOf(head: RequestHead): number {
  return (guardHead(head, loopbackHosts(PORT)) ?? guardRoute(head, findRoute(head.target)))?.status ?? 200;
}

const call = '/api/library.overview';
const rows: readonly Row[] = [
  ['serves a file to a typed address', 'GET', '/', [host, ['Sec-Fetch-Site', 'none'], ['Sec-Fetch-Dest', 'document']], 200],
  ['serves a file to its own page', 'GET', '/assets/a.js', [host, ['Sec-Fetch-Site', 'same-origin']], 200],
  ['serves a file to a program without browser headers', 'GET', '/', [host], 200],
  ['accepts localhost by name', 'GET', '/', [['Host', `localhost:${PORT}`]], 200],
  ['accepts the host in capitals', 'GET', '/', [['Host', `LOCALHOST:${PORT}`]], 200],
  ['answers a call of its own page', 'POST', call, [host, origin, json], 200],
  ['answers a call with the charset given', 'POST', call, [host, origin, ['Content-Type', 'application/json; charset=utf-8']], 200],
  ['answers a call with the charset in capitals', 'POST', call, [host, origin, ['Content-Type', 'application/json;charset=UTF-8']], 200],
  ['answers a call on localhost', 'POST', call, [['Host', `localhost:${PORT}`], ['Origin', `http://localhost:${PORT}`], json], 200],
  ['takes an upload', 'POST', '/api/upload', [host, origin, bytes], 200],
  ['opens the events', 'GET', '/api/events', [host, ['Sec-Fetch-Site', 'same-origin']], 200],
  ['lets a GET name its own origin', 'GET', '/api/events', [host, origin], 200],

  ['refuses no host', 'GET', '/', [], 403],
  ['refuses an empty host', 'GET', '/', [['Host', '']], 403],
  ['refuses a rebound name', 'GET', '/', [['Host', `evil.test:${PORT}`]], 403],
  ['refuses a name that begins as ours', 'GET', '/', [['Host', `127.0.0.1.evil.test:${PORT}`]], 403],
  ['refuses a name that ends as ours', 'GET', '/', [['Host', `evil-localhost:${PORT}`]], 403],
  ['refuses a subdomain of localhost', 'GET', '/', [['Host', `a.localhost:${PORT}`]], 403],
  ['refuses a trailing dot', 'GET', '/', [['Host', `localhost.:${PORT}`]], 403],
  ['refuses a trailing dot on the address', 'GET', '/', [['Host', `127.0.0.1.:${PORT}`]], 403],
  ['refuses another port', 'GET', '/', [['Host', '127.0.0.1:4118']], 403],
  ['refuses no port', 'GET', '/', [['Host', '127.0.0.1']], 403],
  ['refuses an empty port', 'GET', '/', [['Host', '127.0.0.1:']], 403],
  ['refuses a port with a zero before it', 'GET', '/', [['Host', `127.0.0.1:0${PORT}`]], 403],
  ['refuses another loopback address', 'GET', '/', [['Host', `127.0.0.2:${PORT}`]], 403],
  ['refuses the short form of the address', 'GET', '/', [['Host', `127.1:${PORT}`]], 403],
  ['refuses the address as a number', 'GET', '/', [['Host', `2130706433:${PORT}`]], 403],
  ['refuses any address', 'GET', '/', [['Host', `0.0.0.0:${PORT}`]], 403],
  ['refuses IPv6, which it does not listen on', 'GET', '/', [['Host', `[::1]:${PORT}`]], 403],
  ['refuses a user before the host', 'GET', '/', [['Host', `a@127.0.0.1:${PORT}`]], 403],
  ['refuses two hosts', 'GET', '/', [host, ['Host', 'evil.test']], 403],
  ['refuses its own host twice', 'GET', '/', [host, host], 403],
  ['refuses two hosts in one header', 'GET', '/', [['Host', `${OURS}, evil.test`]], 403],

  ['refuses a POST without an origin', 'POST', call, [host, json], 403],
  ['refuses the null origin', 'POST', call, [host, ['Origin', 'null'], json], 403],
  ['refuses a page on another port', 'POST', call, [host, ['Origin', 'http://127.0.0.1:4118'], json], 403],
  ['refuses a page without a port', 'POST', call, [host, ['Origin', 'http://127.0.0.1'], json], 403],
  ['refuses a page over https', 'POST', call, [host, ['Origin', `https://${OURS}`], json], 403],
  ['refuses a page from the web', 'POST', call, [host, ['Origin', 'https://evil.test'], json], 403],
  ['refuses the other name of this machine', 'POST', call, [host, ['Origin', `http://localhost:${PORT}`], json], 403],
  ['refuses an origin that begins as ours', 'POST', call, [host, ['Origin', `${ORIGIN}.evil.test`], json], 403],
  ['refuses an origin with a path', 'POST', call, [host, ['Origin', `${ORIGIN}/`], json], 403],
  ['refuses two origins', 'POST', call, [host, origin, ['Origin', 'https://evil.test'], json], 403],
  ['refuses an empty origin', 'GET', '/', [host, ['Origin', '']], 403],
  ['refuses a GET from another origin', 'GET', '/assets/a.js', [host, ['Origin', 'https://evil.test']], 403],

  ['lets another page lead to ours', 'GET', '/', [host, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'document']], 200],
  ['refuses another site that frames our page', 'GET', '/', [host, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'iframe']], 403],
  ['refuses another site that fetches our page', 'GET', '/', [host, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'empty']], 403],
  ['refuses another site that leads to a file', 'GET', '/assets/a.js', [host, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'document']], 403],
  ['refuses another site that leads to the events', 'GET', '/api/events', [host, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'document']], 403],
  ['refuses another site that posts a form as a document', 'POST', '/', [host, origin, ['Sec-Fetch-Site', 'cross-site'], ['Sec-Fetch-Dest', 'document'], json], 403],
  ['refuses another port of this site', 'GET', '/assets/a.js', [host, ['Sec-Fetch-Site', 'same-site']], 403],
  ['refuses another port that posts with our origin', 'POST', call, [host, origin, ['Sec-Fetch-Site', 'same-site'], json], 403],
  ['refuses a typed address for what is no document', 'GET', '/assets/a.js', [host, ['Sec-Fetch-Site', 'none'], ['Sec-Fetch-Dest', 'image']], 403],
  ['refuses a post without a page', 'POST', call, [host, origin, ['Sec-Fetch-Site', 'none'], ['Sec-Fetch-Dest', 'document'], json], 403],
  ['refuses two sites', 'GET', '/', [host, ['Sec-Fetch-Site', 'same-origin'], ['Sec-Fetch-Site', 'cross-site']], 403],
  ['refuses a site it has not heard of', 'GET', '/', [host, ['Sec-Fetch-Site', 'friend']], 403],

  ['refuses OPTIONS', 'OPTIONS', call, [host, origin], 405],
  ['refuses HEAD', 'HEAD', '/', [host, origin], 405],
  ['refuses PUT', 'PUT', call, [host, origin, json], 405],
  ['refuses DELETE', 'DELETE', call, [host, origin], 405],
  ['refuses PATCH', 'PATCH', call, [host, origin, json], 405],
  ['refuses TRACE', 'TRACE', '/', [host, origin], 405],
  ['refuses a method in small letters', 'get', '/', [host, origin], 405],
  ['refuses a GET of a call', 'GET', call, [host], 405],
  ['refuses a GET of the upload', 'GET', '/api/upload', [host], 405],
  ['refuses a POST to a file', 'POST', '/', [host, origin, json], 405],
  ['refuses a POST to the events', 'POST', '/api/events', [host, origin, json], 405],
  ['refuses a GET with a body', 'GET', '/', [host, ['Content-Length', '4']], 400],
  ['refuses a GET with a body of unknown length', 'GET', '/', [host, ['Transfer-Encoding', 'chunked']], 400],

  ['refuses a form', 'POST', call, [host, origin, ['Content-Type', 'application/x-www-form-urlencoded']], 415],
  ['refuses a form with files', 'POST', call, [host, origin, ['Content-Type', 'multipart/form-data; boundary=a']], 415],
  ['refuses plain text', 'POST', call, [host, origin, ['Content-Type', 'text/plain']], 415],
  ['refuses plain text that names JSON', 'POST', call, [host, origin, ['Content-Type', 'text/plain; application/json']], 415],
  ['refuses no type', 'POST', call, [host, origin], 415],
  ['refuses two types', 'POST', call, [host, origin, json, ['Content-Type', 'text/plain']], 415],
  ['refuses JSON of another kind', 'POST', call, [host, origin, ['Content-Type', 'application/json+x']], 415],
  ['refuses JSON in another charset', 'POST', call, [host, origin, ['Content-Type', 'application/json; charset=utf-16']], 415],
  ['refuses packed JSON', 'POST', call, [host, origin, json, ['Content-Encoding', 'gzip']], 415],
  ['refuses bytes to a call', 'POST', call, [host, origin, bytes], 415],
  ['refuses JSON to the upload', 'POST', '/api/upload', [host, origin, json], 415],
  ['refuses an upload that names a page', 'POST', '/api/upload', [host, origin, ['Content-Type', 'text/html']], 415],

  ['refuses an absolute address', 'GET', `http://${OURS}/`, [host], 400],
  ['refuses an absolute address elsewhere', 'GET', 'http://evil.test/', [host], 400],
  ['refuses an asterisk', 'OPTIONS', '*', [host], 400],
  ['refuses an address without its slash', 'GET', 'index.html', [host], 400],
  ['refuses an address past 4 kB', 'GET', `/${'a'.repeat(4_096)}`, [host], 414],
  ['refuses a call by a path', 'POST', '/api/../secret', [host, origin, json], 404],
  ['refuses a call with a query', 'POST', `${call}?a=1`, [host, origin, json], 404],
  ['refuses a call with an escaped dot', 'POST', '/api/library%2eoverview', [host, origin, json], 404],
  ['refuses the api without a call', 'POST', '/api/', [host, origin, json], 404],
];

describe('the guards of a request', () => {
  it.each(rows)('%s', (_, method, target, headers, status) => expect(statusOf(headOf(method, target, headers))).toBe(status));

  it.each(['1.0', '0.9', '2.0'])('refuse HTTP/%s', (version) => expect(statusOf(headOf('GET', '/', [host], version))).toBe(505));

  it('repeat nothing of the request in a refusal', () => {
    const texts = new Set(rows.map(([, method, target, headers]) => headOf(method, target, headers)).map((head) => (guardHead(head, loopbackHosts(PORT)) ?? guardRoute(head, findRoute(head.target)))?.text ?? ''));
    expect([...texts].sort()).toEqual(['', 'Address too long', 'Bad request', 'Forbidden', 'Method not allowed', 'Not found', 'Unsupported media type']);
  });
});

describe('bearerOf', () => {
  it.each<readonly [string, readonly Header[], string | null]>([
    ['reads the secret', [['Authorization', 'Bearer abc']], 'abc'],
    ['finds none where there is no header', [], null],
    ['takes no other scheme', [['Authorization', 'Basic abc']], null],
    ['takes no two headers', [['Authorization', 'Bearer abc'], ['Authorization', 'Bearer abc']], null],
  ])('%s', (_, headers, secret) => expect(bearerOf(headOf('GET', '/', headers))).toBe(secret));
});

describe('uploadNameOf', () => {
  it.each([
    ['reads a percent-encoded name', 'Sm%C3%B8rrebr%C3%B8d.html', 'Smørrebrød.html'],
    ['keeps the last part of a path', '..%2F..%2Fetc%2Fpasswd', 'passwd'],
    ['keeps the last part of a Windows path', 'C%3A%5Ctmp%5Ca.txt', 'a.txt'],
    ['makes one line of it', 'a%0D%0Ab.txt', 'a b.txt'],
    ['keeps a name that is not well encoded as it is', '100%.txt', '100%.txt'],
    ['names what has no name', '', 'Upload'],
  ])('%s', (_, value, name) => expect(uploadNameOf(headOf('POST', '/api/upload', [['X-Lectern-Name', value]]))).toBe(name));
});

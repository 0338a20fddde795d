import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchAddress, type FetchOptions } from './fetch-address.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => { server.closeAllConnections(); server.close(done); })));
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const everyone = () => true;
const fetch = (url: string, options: Partial<FetchOptions> = {}) => fetchAddress(url, { bytes: 10_000, timeMs: 10_000, accept: '*/*', isAllowed: everyone, ...options });
const faultOf = async (url: string, options?: Partial<FetchOptions>) => {
  const fetched = await fetch(url, options);
  return fetched.ok ? 'fetched' : fetched.fault;
};

describe('fetchAddress', () => {
  it('brings bytes, their type, and the address in the end, without cookies or a referrer', async () => {
    const heads: unknown[] = [];
    const origin = await serve((request, response) => {
      heads.push([request.headers.cookie, request.headers.referer]);
      if (request.url === '/a') response.writeHead(302, { location: '/b?c=1', 'set-cookie': 'x=1' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' }).end(gzipSync('<p>Text.'));
    });
    expect(await fetch(`${origin}/a`)).toEqual({ ok: true, value: { url: `${origin}/b?c=1`, mediaType: 'text/html; charset=utf-8', bytes: Buffer.from('<p>Text.') } });
    expect(heads).toEqual([[undefined, undefined], [undefined, undefined]]);
  });

  it.each(['file:///etc/passwd', 'ftp://example.org/a', 'javascript:alert(1)', 'data:text/html,x', 'http://user:pass@example.org/', 'nothing', ''])('does not fetch “%s”', async (url) => {
    expect(await faultOf(url)).toMatchObject({ code: 'address-refused', reason: 'not-web' });
  });

  it.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'http://[::1]:9/', 'http://[::ffff:127.0.0.1]:9/', 'http://169.254.169.254/latest/meta-data', 'http://2130706433/', 'http://0x7f.1/'])('asks nobody on this machine or its network: %s', async (url) => {
    const fetched = await fetchAddress(url, { bytes: 1_000, timeMs: 5_000, accept: '*/*' });
    expect(fetched).toMatchObject({ ok: false, fault: { code: 'address-refused', reason: 'private' } });
  });

  it.each([
    ['to a file', 'file:///etc/passwd', 'not-web'],
    ['to a script', 'javascript:alert(1)', 'not-web'],
    ['with a password', 'http://a:b@127.0.0.1/', 'not-web'],
    ['round in circles', '/', 'redirects'],
    ['to this machine’s network', 'http://10.0.0.1/', 'private'],
  ])('checks every hop, as one that leads %s', async (_, location, reason) => {
    const origin = await serve((_request, response) => void response.writeHead(302, { location }).end());
    expect(await faultOf(`${origin}/`, { isAllowed: (address) => address === '127.0.0.1' })).toMatchObject({ code: 'address-refused', reason });
  });

  it.each([404, 403, 500])('says what the server answered: %d', async (status) => {
    const origin = await serve((_, response) => void response.writeHead(status).end('no'));
    expect(await faultOf(origin)).toMatchObject({ code: 'page-unreachable', reason: 'status', status });
  });

  it('ends what is larger than it may be, told or not, packed or not', async () => {
    const told = await serve((_, response) => void response.writeHead(200, { 'content-length': 20_000 }).end(Buffer.alloc(20_000)));
    const untold = await serve((_, response) => { response.writeHead(200); const send = () => { while (!response.destroyed && response.write(Buffer.alloc(1_000))); if (!response.destroyed) response.once('drain', send); }; send(); });
    const bomb = await serve((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))));
    for (const origin of [told, untold, bomb]) expect(await faultOf(origin)).toMatchObject({ code: 'file-too-large', limitBytes: 10_000 });
  });

  it('gives up on a server that never answers, or never ends', async () => {
    const silent = await serve(() => undefined);
    const endless = await serve((_, response) => void response.writeHead(200).write('a'));
    for (const origin of [silent, endless]) expect(await faultOf(origin, { timeMs: 300 })).toMatchObject({ code: 'page-unreachable', reason: 'timeout' });
  });

  it('says that nobody is there, and that an answer was broken', async () => {
    const origin = await serve((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'));
    expect(await faultOf('http://127.0.0.1:1/')).toMatchObject({ code: 'page-unreachable', reason: 'no-connection' });
    expect(await faultOf(origin)).toMatchObject({ code: 'page-unreachable', reason: 'broken' });
  });
});

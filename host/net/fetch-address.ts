import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Fault } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { isSafeLink } from '../../core/article/blocks.ts';
import { isPublicAddress } from './public-address.ts';

/** What lies at an address: its bytes, what they are said to be, and the address that it was found at in the end. */
export type Fetched = { readonly url: string; readonly bytes: Uint8Array; readonly mediaType: string | null };
export type FetchLimits = { readonly bytes: number; readonly timeMs: number; readonly accept: string };
export type FetchOptions = FetchLimits & {
  /** Which machines may be asked. */
  readonly isAllowed?: (address: string) => boolean;
  readonly signal?: AbortSignal;
};

const REDIRECTS_LIMIT = 10;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const decoders = new Map([['gzip', promisify(gunzip)], ['x-gzip', promisify(gunzip)], ['deflate', promisify(inflate)], ['br', promisify(brotliDecompress)]]);

/** Thrown inside, to end a request early with what is to be said of it. */
class Refused extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Looks a name up and refuses it where any of its addresses is not allowed, in the same breath as connecting: nobody can answer otherwise in between. */
function makeLookup(url: string, isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ?? (addresses.every(({ address }) => isAllowed(address)) ? null : new Refused({ code: 'address-refused', url, reason: 'private' }));
      if (refused) done(refused, '', 0);
      else if (options.all) done(null, addresses);
      else done(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

function ask(url: URL, { isAllowed = isPublicAddress, accept }: FetchOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host)) throw new Refused({ code: 'address-refused', url: url.href, reason: 'private' });
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  // No cookies, no referrer, a connection of its own.
  send(url, { agent: false, lookup: makeLookup(url.href, isAllowed), signal, headers: { accept, 'accept-encoding': 'gzip, deflate, br', 'accept-language': '*', 'user-agent': 'Mozilla/5.0 (compatible; Lectern)' } }, resolve).on('error', reject).end();
  return promise;
}

async function readBody(response: IncomingMessage, url: string, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = (bytes: number) => new Refused({ code: 'file-too-large', name: url, bytes, limitBytes });
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > limitBytes) throw tooLarge(declared);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limitBytes) throw tooLarge(size);
    chunks.push(bytes);
  }
  const body = Buffer.concat(chunks);
  const decode = decoders.get(response.headers['content-encoding']?.trim().toLowerCase() ?? '');
  if (!decode) return body;
  return decode(body, { maxOutputLength: limitBytes }).catch((error: unknown) => {
    throw error instanceof RangeError ? tooLarge(limitBytes + 1) : new Refused({ code: 'page-unreachable', url, reason: 'broken', status: null });
  });
}

/** Where a redirect leads; a refusal for one that leads out of the web, with a name and a password, or from a protected page to an open one. */
function follow(from: URL, location: string): URL {
  const to = URL.parse(location, from.href);
  if (!to || !isSafeLink(to.href) || !/^https?:$/.test(to.protocol)) throw new Refused({ code: 'address-refused', url: from.href, reason: 'not-web' });
  return to;
}

async function fetchFollowing(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  let url = start;
  for (let hops = 0; hops <= REDIRECTS_LIMIT; hops += 1) {
    const response = await ask(url, options, signal);
    const { statusCode: status = 0, headers } = response;
    if (REDIRECTS.has(status) && headers.location !== undefined) {
      response.destroy();
      url = follow(url, headers.location);
      continue;
    }
    if (status < 200 || status > 299) {
      response.destroy();
      throw new Refused({ code: 'page-unreachable', url: url.href, reason: 'status', status });
    }
    return { url: url.href, bytes: await readBody(response, url.href, options.bytes), mediaType: headers['content-type'] ?? null };
  }
  throw new Refused({ code: 'address-refused', url: start.href, reason: 'redirects' });
}

/** Fetches what lies at a web address, once, within limits. Every hop is checked before it is asked; nothing of this machine's network answers. */
export async function fetchAddress(address: string, options: FetchOptions): Promise<Result<Fetched>> {
  const url = URL.parse(address.trim());
  if (!url || !/^https?:$/.test(url.protocol) || !isSafeLink(url.href)) return fail({ code: 'address-refused', url: address, reason: 'not-web' });
  const timeout = AbortSignal.timeout(options.timeMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    return succeed(await fetchFollowing(url, options, signal));
  } catch (error) {
    if (error instanceof Refused) return fail(error.fault);
    if (error instanceof Error) return fail({ code: 'page-unreachable', url: url.href, reason: timeout.aborted ? 'timeout' : 'no-connection', status: null });
    throw error;
  }
}

import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Source } from '../../core/import/source.ts';
import { uploadName } from './upload-name.ts';

/** The head of a request as Node read it: names and values of `rawHeaders` alternate, and none is merged. */
export type RequestHead = {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
  readonly rawHeaders: readonly string[];
};

/** Why a request is not served. The text is constant: it repeats nothing of the request. */
export type Refusal = { readonly status: number; readonly text: string };

/** What a target asks for. */
export type Route = { readonly kind: 'static' } | { readonly kind: 'image'; readonly name: string } | { readonly kind: 'events' } | { readonly kind: 'upload' } | { readonly kind: 'call'; readonly path: string };

export const TARGET_LENGTH_LIMIT = 4_096;

const refusals = {
  malformed: { status: 400, text: 'Bad request' },
  unauthorised: { status: 401, text: 'Unauthorised' },
  forbidden: { status: 403, text: 'Forbidden' },
  missing: { status: 404, text: 'Not found' },
  method: { status: 405, text: 'Method not allowed' },
  timeout: { status: 408, text: 'Request timeout' },
  tooLarge: { status: 413, text: 'Too large' },
  tooLongTarget: { status: 414, text: 'Address too long' },
  mediaType: { status: 415, text: 'Unsupported media type' },
  tooLargeHead: { status: 431, text: 'Header too large' },
  broken: { status: 500, text: 'Internal error' },
  version: { status: 505, text: 'HTTP version not supported' },
} as const satisfies Record<string, Refusal>;

/** A refusal by its reason. */
export const refusal = (reason: keyof typeof refusals): Refusal => refusals[reason];

function valuesOf(head: RequestHead, name: string): readonly string[] {
  return head.rawHeaders.filter((_, index) => index % 2 === 1 && head.rawHeaders[index - 1]?.toLowerCase() === name);
}

function guardLine({ httpVersion, target }: RequestHead): Refusal | null {
  if (httpVersion !== '1.1') return refusals.version;
  if (target.length > TARGET_LENGTH_LIMIT) return refusals.tooLongTarget;
  return target.startsWith('/') ? null : refusals.malformed;
}

// A page that rebinds its name to 127.0.0.1 sends its own name here, and nothing else gives it away.
function guardHost(head: RequestHead, hosts: readonly string[]): Refusal | null {
  const [host, ...more] = valuesOf(head, 'host');
  const isOurs = host !== undefined && more.length === 0 && hosts.includes(host.toLowerCase());
  return isOurs ? null : refusals.forbidden;
}

function guardOrigin(head: RequestHead): Refusal | null {
  const origins = valuesOf(head, 'origin');
  if (origins.length === 0) return head.method === 'GET' ? null : refusals.forbidden;
  const own = `http://${valuesOf(head, 'host')[0]?.toLowerCase() ?? ''}`;
  return origins.length === 1 && origins[0] === own ? null : refusals.forbidden;
}

// Its absence proves nothing: browsers leave it out on insecure origins.
function guardFetchSite(head: RequestHead): Refusal | null {
  const [site, ...more] = valuesOf(head, 'sec-fetch-site');
  if (site === undefined) return null;
  if (more.length > 0) return refusals.forbidden;
  if (site === 'same-origin') return null;
  const isDocument = head.method === 'GET' && valuesOf(head, 'sec-fetch-dest').join() === 'document';
  // The page at "/" holds no data and takes nothing from its opener, so any page may lead to it: `--open` does,
  // from a private file, since an argument with the secret in it would be seen by every user of the machine.
  return isDocument && (site === 'none' || head.target === '/') ? null : refusals.forbidden;
}

const guardMethod = ({ method }: RequestHead): Refusal | null => (method === 'GET' || method === 'POST' ? null : refusals.method);

/** Judges what every request must hold, before its target is looked at: version, form, Host (one of `hosts`), Origin, Sec-Fetch-Site, method. */
export function guardHead(head: RequestHead, hosts: readonly string[]): Refusal | null {
  return guardLine(head) ?? guardHost(head, hosts) ?? guardFetchSite(head) ?? guardOrigin(head) ?? guardMethod(head);
}

/** Judges a request that the extension of a browser sends, JSON by POST, and answers the origin of the extension: no page can send that of one. */
export function guardExtension(head: RequestHead, hosts: readonly string[]): Result<string, Refusal> {
  const [origin = '', ...more] = valuesOf(head, 'origin');
  const refused = guardLine(head) ?? guardHost(head, hosts);
  if (refused) return fail(refused);
  if (more.length > 0 || !/^(?:chrome|moz|safari-web)-extension:\/\/[A-Za-z0-9-]{1,64}$/.test(origin)) return fail(refusals.forbidden);
  if (head.method !== 'POST') return fail(refusals.method);
  const types = valuesOf(head, 'content-type');
  return types.length === 1 && bodyTypes.call.test(types[0] ?? '') && valuesOf(head, 'content-encoding').length === 0 ? succeed(origin) : fail(refusals.mediaType);
}

/** Reads a target as a route; everything that is not below /api/ is looked up among the static files. */
export function findRoute(target: string): Route {
  if (!target.startsWith('/api/')) return { kind: 'static' };
  const path = target.slice('/api/'.length);
  if (path.startsWith('images/')) return { kind: 'image', name: path.slice('images/'.length) };
  return path === 'events' || path === 'upload' ? { kind: path } : { kind: 'call', path };
}

/** The secret that a request brings, or null. */
export function bearerOf(head: RequestHead): string | null {
  const [value, ...more] = valuesOf(head, 'authorization');
  return more.length === 0 && value?.startsWith('Bearer ') ? value.slice('Bearer '.length) : null;
}

const bodyTypes = { call: /^application\/json(?:; ?charset=utf-8)?$/i, upload: /^application\/octet-stream$/i } as const;

/** Judges method and type against the route: GET reads files and events, POST brings JSON or, to upload, bytes. */
export function guardRoute(head: RequestHead, route: Route): Refusal | null {
  if (route.kind === 'static' || route.kind === 'events' || route.kind === 'image') {
    if (head.method !== 'GET') return refusals.method;
    const hasBody = valuesOf(head, 'transfer-encoding').length > 0 || valuesOf(head, 'content-length').some((length) => length !== '0');
    return hasBody ? refusals.malformed : null;
  }
  if (head.method !== 'POST') return refusals.method;
  if (route.kind === 'call' && !/^[a-z]{1,40}\.[a-zA-Z]{1,40}$/.test(route.path)) return refusals.missing;
  const types = valuesOf(head, 'content-type');
  const isRight = types.length === 1 && bodyTypes[route.kind].test(types[0] ?? '') && valuesOf(head, 'content-encoding').length === 0;
  return isRight ? null : refusals.mediaType;
}

/** The name that came with an upload, in a percent-encoded header. */
export function uploadNameOf(head: RequestHead): string {
  const [value = ''] = valuesOf(head, 'x-lectern-name');
  return uploadName(decodeOnce(value));
}

/** Where an upload came from: pasted text has no file name that could say what it is. */
export function uploadOriginOf(head: RequestHead): Source['origin'] {
  return valuesOf(head, 'x-lectern-origin').join() === 'paste' ? 'paste' : 'file';
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

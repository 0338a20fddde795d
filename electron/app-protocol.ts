import type { Protocol } from 'electron';
import { isAssetName } from '../core/article/asset.ts';
import type { Library } from '../core/library/library.ts';
import { contentSecurityPolicy } from '../host/serve/content-security-policy.ts';
import type { StaticTable } from '../host/serve/static-table.ts';

export const APP_ORIGIN = 'app://ui';
/** The only document that a window ever shows. */
export const APP_ADDRESS = `${APP_ORIGIN}/index.html`;

const headers = {
  'content-security-policy': contentSecurityPolicy('desktop'),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

const refuse = (status: number, text: string) => new Response(text, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });

/** Answers a request for `app:` from the table: GET and HEAD, host `ui`, the address exactly as it is listed. */
export function answerAppRequest(table: StaticTable, { method, url }: { readonly method: string; readonly url: string }): Response {
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Method not allowed');
  const [address = ''] = url.split('#');
  const found = address.startsWith(`${APP_ORIGIN}/`) ? table.get(address.slice(APP_ORIGIN.length)) : undefined;
  if (!found) return refuse(404, 'Not found');
  const { bytes, mediaType } = found;
  return new Response(method === 'HEAD' ? null : bytes, { headers: { ...headers, 'content-type': mediaType, 'content-length': String(bytes.byteLength) } });
}

const RES_ORIGIN = 'app://res';

/** True for the address of an image of the library, by its hash. */
export const isImageAddress = (url: string): boolean => url.startsWith(`${RES_ORIGIN}/`) && isAssetName(url.slice(RES_ORIGIN.length + 1));

/** Answers a request for an image of the library, `app://res/<sha256>`: bytes as they are, type from our own table. */
export async function answerImageRequest(readImage: Library['readImage'], { method, url }: { readonly method: string; readonly url: string }): Promise<Response> {
  if (method !== 'GET') return refuse(405, 'Method not allowed');
  const name = url.slice(RES_ORIGIN.length + 1);
  const image = isAssetName(name) ? await readImage(name) : null;
  if (!image?.ok) return refuse(404, 'Not found');
  const { bytes, mediaType } = image.value;
  // A copy of just these bytes: the memory behind them may be larger.
  const body = new Uint8Array(bytes);
  return new Response(body, { headers: { ...headers, 'content-type': mediaType, 'content-length': String(body.byteLength) } });
}

/** Makes `app:` a scheme with an origin of its own. Must run before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } }]);
}

/** Serves the renderer's files under `app://ui/`, and the library's images under `app://res/`. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, table: StaticTable, readImage: Library['readImage']): void {
  protocol.handle('app', (request) => (request.url.startsWith(`${RES_ORIGIN}/`) ? answerImageRequest(readImage, request) : answerAppRequest(table, request)));
}

import { fail, type Result, succeed } from '../core/base/result.ts';

/** Windows takes no longer address. */
const LENGTH_LIMIT = 2_081;
const SCHEMES = ['https:', 'http:', 'mailto:'];

/** An address that may be handed to the system, as it will be handed over. `host` is null for a mail address. */
export type OuterLink = { readonly url: string; readonly host: string | null };

// What a parser would drop or turn: whoever reads such an address and whoever opens it may see two different ones.
const TWO_FACED = /[\p{C}\s\\]/u;

/** Judges an address for the system's browser or mail program: web and mail only, nothing hidden, no credentials. */
export function checkLink(url: string): Result<OuterLink> {
  const refused = fail({ code: 'link-refused', url: url.slice(0, LENGTH_LIMIT) } as const);
  if (url.length > LENGTH_LIMIT || TWO_FACED.test(url) || !URL.canParse(url)) return refused;
  const { protocol, username, password, hostname, href } = new URL(url);
  if (!SCHEMES.includes(protocol) || username !== '' || password !== '' || href.length > LENGTH_LIMIT) return refused;
  if (protocol === 'mailto:') return succeed({ url: href, host: null });
  // "https:example.org" is read as an address of the web by some programs and as a path by others.
  const isWhole = url.slice(0, protocol.length + 2).toLowerCase() === `${protocol}//`;
  return isWhole && hostname !== '' ? succeed({ url: href, host: hostname }) : refused;
}

/** Which door shows the pages: the desktop app or `lectern serve`. */
export type PageDoor = 'desktop' | 'loopback';

const imageSources: Record<PageDoor, string> = { desktop: "'self' app: data: blob:", loopback: "'self' data: blob:" };

/** The one content security policy. Nothing remote loads, nothing inline runs, and no string becomes script. */
export function contentSecurityPolicy(door: PageDoor): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${imageSources[door]}`,
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app',
  ].join('; ');
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Chance, PairedBrowser } from '../../core/library/ports.ts';
import { faultOfWrite } from '../store/disk-faults.ts';
import { type Disk, writeDurably } from '../store/durable-file.ts';
import { errorCode } from '../store/file-system.ts';

const ID_BYTES = 9;
const TOKEN_BYTES = 32;
const BROWSERS_LIMIT = 20;

const browserSchema = z.object({ id: z.string(), name: z.string(), origin: z.string(), tokenSha256: z.string(), pairedAt: z.string(), lastAt: z.string().nullable() });
const fileSchema = z.object({ port: z.int().nullable(), browsers: z.array(browserSchema) });
type Kept = z.infer<typeof fileSchema>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The browsers that may hand over pages, as this machine keeps them. Of each token only the SHA-256 is kept. */
export type PairedBrowsers = {
  list(): readonly PairedBrowser[];
  /** Where they found the door last. */
  port(): number | null;
  keepPort(port: number): Promise<void>;
  /** Takes a browser in, and answers what it shows from then on. The one that was paired longest ago gives way past twenty. */
  pair(browser: { readonly name: string; readonly origin: string }): Promise<Result<{ readonly id: string; readonly token: string }>>;
  /** True where that browser shows its token from the extension that was paired. */
  knows(shown: { readonly id: string; readonly token: string; readonly origin: string }): boolean;
  /** What shows a browser that this is the Lectern it was paired with; null for one that is not known. */
  prove(asked: { readonly id: string; readonly nonce: string; readonly origin: string }): string | null;
  noteUse(id: string): Promise<void>;
  forget(id: string): Promise<Result<void>>;
};

type Parts = { readonly disk: Disk; readonly file: string; readonly chance: Chance; readonly now: () => string };

async function load(disk: Disk, file: string): Promise<Kept> {
  try {
    const kept = fileSchema.safeParse(JSON.parse(new TextDecoder().decode(await disk.files.readFile(file))));
    if (kept.success) return kept.data;
  } catch (error) {
    if (errorCode(error) === null && !(error instanceof SyntaxError)) throw error;
  }
  return { port: null, browsers: [] };
}

export async function openPairedBrowsers({ disk, file, chance, now }: Parts): Promise<PairedBrowsers> {
  let kept = await load(disk, file);

  async function keep(next: Kept): Promise<Result<void>> {
    try {
      await disk.files.makeFolder(dirname(file), 0o700);
      await writeDurably(disk, file, new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`));
      kept = next;
      return succeed(undefined);
    } catch (error) {
      return fail(faultOfWrite(error, dirname(file), { file }));
    }
  }

  const find = (id: string, origin: string) => kept.browsers.find((browser) => browser.id === id && browser.origin === origin);

  return {
    list: () => kept.browsers.map(({ id, name, pairedAt, lastAt }) => ({ id, name, pairedAt, lastAt })),
    port: () => kept.port,
    async keepPort(port) {
      if (kept.port !== port) await keep({ ...kept, port });
    },
    async pair({ name, origin }) {
      const [id, token] = [ID_BYTES, TOKEN_BYTES].map((count) => Buffer.from(chance.bytes(count)).toString('base64url'));
      if (!id || !token) throw new Error('There is no chance.');
      const browser = { id, name, origin, tokenSha256: digest(token).toString('hex'), pairedAt: now(), lastAt: null };
      // The same extension is paired anew: what it showed before is worth nothing from now on.
      const others = kept.browsers.filter((each) => each.origin !== origin || each.name !== name);
      const written = await keep({ ...kept, browsers: [...others, browser].slice(-BROWSERS_LIMIT) });
      return written.ok ? succeed({ id, token }) : written;
    },
    knows({ id, token, origin }) {
      const browser = find(id, origin);
      return timingSafeEqual(digest(token), Buffer.from(browser?.tokenSha256 ?? '0'.repeat(64), 'hex')) && browser !== undefined;
    },
    prove({ id, nonce, origin }) {
      const browser = find(id, origin);
      return browser ? createHmac('sha256', Buffer.from(browser.tokenSha256, 'hex')).update(nonce).digest('base64url') : null;
    },
    async noteUse(id) {
      await keep({ ...kept, browsers: kept.browsers.map((browser) => (browser.id === id ? { ...browser, lastAt: now() } : browser)) });
    },
    forget: (id) => keep({ ...kept, browsers: kept.browsers.filter((browser) => browser.id !== id) }),
  };
}

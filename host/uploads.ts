import type { Uploads } from '../core/api/handlers.ts';
import { fail, type Result } from '../core/base/result.ts';
import type { Source } from '../core/import/source.ts';
import type { Chance } from '../core/library/ports.ts';

/** Bytes that are held for one taking; past so many the oldest are let go. */
const HELD_LIMIT = 1_000;
/** Files that a person chose hold nothing but their paths. */
const LASTING_LIMIT = 100_000;
const HANDLE_BYTES = 16;

type Read = () => Promise<Result<Source>>;

/** Sources that a door holds under handles that can't be guessed. A source is read only when it is taken. */
export type HostUploads = Uploads & {
  /** Holds a source for one taking, or as often as it is wanted. */
  hold(read: Read, options?: { readonly isLasting: boolean }): string;
};

function keep(shelf: Map<string, Read>, limit: number, { handle, read }: { handle: string; read: Read }): void {
  shelf.set(handle, read);
  for (const oldest of shelf.keys()) {
    if (shelf.size <= limit) break;
    shelf.delete(oldest);
  }
}

export function makeUploads(chance: Chance): HostUploads {
  const [held, lasting] = [new Map<string, Read>(), new Map<string, Read>()];
  return {
    hold(read, { isLasting } = { isLasting: false }) {
      const handle = Buffer.from(chance.bytes(HANDLE_BYTES)).toString('hex');
      if (isLasting) keep(lasting, LASTING_LIMIT, { handle, read });
      else keep(held, HELD_LIMIT, { handle, read });
      return handle;
    },
    async take(handle) {
      const read = held.get(handle) ?? lasting.get(handle);
      held.delete(handle);
      return read ? read() : fail({ code: 'upload-missing' });
    },
    encodeText: (text) => new TextEncoder().encode(text),
  };
}

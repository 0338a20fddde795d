import type { Uploads } from '../core/api/handlers.ts';
import { fail, type Result } from '../core/base/result.ts';
import type { Source } from '../core/import/source.ts';
import type { Chance } from '../core/library/ports.ts';

/** Bytes that are held for one taking; past so many the oldest are let go. */
const HELD_LIMIT = 1_000;
/** Files that a person chose hold nothing but their paths. */
const LASTING_LIMIT = 100_000;
const HANDLE_BYTES = 16;

type Upload = { readonly read: () => Promise<Result<Source>>; readonly letGo?: () => Promise<void> };

/** Sources that a door holds under handles that can't be guessed. A source is read only when it is taken. */
export type HostUploads = Uploads & {
  /** Holds a source for one taking. `letGo` is called where nobody has taken it and nobody can any more; it throws nothing. */
  hold(read: Upload['read'], letGo?: Upload['letGo']): string;
  /** Holds a source that can be taken as often as it is wanted. */
  holdLasting(read: Upload['read']): string;
};

export function makeUploads(chance: Chance): HostUploads {
  const [held, lasting] = [new Map<string, Upload>(), new Map<string, Upload>()];

  function keep(shelf: Map<string, Upload>, limit: number, upload: Upload): string {
    const handle = Buffer.from(chance.bytes(HANDLE_BYTES)).toString('hex');
    shelf.set(handle, upload);
    for (const [oldest, { letGo }] of shelf) {
      if (shelf.size <= limit) break;
      shelf.delete(oldest);
      void letGo?.();
    }
    return handle;
  }

  return {
    hold: (read, letGo) => keep(held, HELD_LIMIT, { read, ...(letGo && { letGo }) }),
    holdLasting: (read) => keep(lasting, LASTING_LIMIT, { read }),
    async take(handle) {
      const upload = held.get(handle) ?? lasting.get(handle);
      held.delete(handle);
      return upload ? upload.read() : fail({ code: 'upload-missing' });
    },
    encodeText: (text) => new TextEncoder().encode(text),
  };
}

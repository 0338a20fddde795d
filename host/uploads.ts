import type { Uploads } from '../core/api/handlers.ts';
import { fail, type Result } from '../core/base/result.ts';
import type { Source } from '../core/import/source.ts';
import type { Chance } from '../core/library/ports.ts';

/** More files than anyone drops at once; past it the oldest handle is let go. */
const HELD_LIMIT = 1_000;
const HANDLE_BYTES = 16;

/** Sources that a door holds for one taking each, under handles that can't be guessed. A source is read only when it is taken. */
export type HostUploads = Uploads & {
  /** `letGo` is called where nobody has taken it and nobody can any more; it throws nothing. */
  hold(read: () => Promise<Result<Source>>, letGo?: () => Promise<void>): string;
};

export function makeUploads(chance: Chance): HostUploads {
  const held = new Map<string, { readonly read: () => Promise<Result<Source>>; readonly letGo: (() => Promise<void>) | undefined }>();
  return {
    hold(read, letGo) {
      const handle = Buffer.from(chance.bytes(HANDLE_BYTES)).toString('hex');
      held.set(handle, { read, letGo });
      for (const [oldest, upload] of held) {
        if (held.size <= HELD_LIMIT) break;
        held.delete(oldest);
        void upload.letGo?.();
      }
      return handle;
    },
    async take(handle) {
      const upload = held.get(handle);
      held.delete(handle);
      return upload ? upload.read() : fail({ code: 'upload-missing' });
    },
    encodeText: (text) => new TextEncoder().encode(text),
  };
}

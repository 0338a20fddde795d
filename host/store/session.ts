import { createId } from '../../core/base/ids.ts';
import type { Stamp } from '../../core/base/register.ts';
import type { Chance } from '../../core/library/ports.ts';

const SESSION_LENGTH = 10;

/** Signs the edits of one opening of a library: a name that only chance has made, and a count that never repeats. */
export function makeSession(chance: Chance): () => Stamp {
  const session = createId(0, chance.bytes(10)).slice(-SESSION_LENGTH);
  let count = 0;
  return () => ({ session, count: (count += 1) });
}

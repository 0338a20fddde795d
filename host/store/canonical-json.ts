import { createHash, hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data);
}

const HASHED_AT_ONCE = 4 * 1024 * 1024;

/** The same of bytes that may be many: piece by piece, so that whatever else waits has its turn. */
export async function sha256InPieces(bytes: Uint8Array): Promise<string> {
  if (bytes.length <= HASHED_AT_ONCE) return sha256(bytes);
  const made = createHash('sha256');
  for (let start = 0; start < bytes.length; start += HASHED_AT_ONCE) {
    made.update(bytes.subarray(start, start + HASHED_AT_ONCE));
    await setImmediate();
  }
  return made.digest('hex');
}

/** True when arrays and objects lie in each other more than `limit` deep. It looks no deeper than that itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) if (typeof inner === 'object' && isDeeperThan(inner, limit - 1)) return true;
  return false;
}

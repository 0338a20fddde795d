import { hash } from 'node:crypto';

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data);
}

/** True when arrays and objects lie in each other more than `limit` deep. It looks no deeper than that itself. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) if (typeof inner === 'object' && isDeeperThan(inner, limit - 1)) return true;
  return false;
}

import { createHash, timingSafeEqual } from 'node:crypto';

const FAILURES_PER_MINUTE = 20;
const DELAY_MS = 1_000;
const MINUTE_MS = 60_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Makes a 256-bit secret, base64url. */
export function createSecret(chance: { bytes(count: number): Uint8Array }): string {
  return Buffer.from(chance.bytes(32)).toString('base64url');
}

/** Compares in a time that tells nothing of the secret, its length included. */
export function makeSecretCheck(secret: string): (given: string | null) => boolean {
  const expected = digest(secret);
  return (given) => timingSafeEqual(digest(given ?? ''), expected) && given !== null;
}

/**
 * Slows guessing: past 20 failures within a minute each further one waits a second.
 * Only failures wait, so that a program that guesses can't shut the owner out.
 */
export function makeFailureDelay(nowMs: () => number): () => number {
  let failures: readonly number[] = [];
  return () => {
    const now = nowMs();
    failures = [...failures.filter((at) => now - at < MINUTE_MS), now].slice(-FAILURES_PER_MINUTE - 1);
    return failures.length > FAILURES_PER_MINUTE ? DELAY_MS : 0;
  };
}

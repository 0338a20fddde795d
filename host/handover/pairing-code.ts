import type { Chance } from '../../core/library/ports.ts';

/** Letters and digits that nobody takes for one another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const SIGN_COUNT = 8;
const LASTS_MS = 5 * 60_000;
const TRIES = 5;

/** A code that a browser is paired with: once, within five minutes, and with five wrong tries at most. */
export type PairingCode = {
  /** As it is shown, with the port of the door before it: "47610-ABCD-EFGH". */
  readonly text: string;
  readonly endsAtMs: number;
  /** True once, for the code as it was shown; case, spaces and dashes don't count. */
  take(typed: string, nowMs: number): boolean;
};

const bare = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Makes a code of eight signs by chance, each as likely as any other. */
export function createPairingCode(port: number, chance: Chance, nowMs: number): PairingCode {
  const signs: string[] = [];
  const fair = Math.floor(256 / SIGNS.length) * SIGNS.length;
  while (signs.length < SIGN_COUNT) signs.push(...[...chance.bytes(SIGN_COUNT)].filter((byte) => byte < fair).map((byte) => SIGNS[byte % SIGNS.length] ?? ''));
  const code = signs.slice(0, SIGN_COUNT).join('');
  const text = `${port}-${code.slice(0, SIGN_COUNT / 2)}-${code.slice(SIGN_COUNT / 2)}`;
  const endsAtMs = nowMs + LASTS_MS;
  let tries = TRIES;
  return {
    text, endsAtMs,
    take(typed, atMs) {
      if (tries === 0 || atMs >= endsAtMs) return false;
      const isRight = bare(typed) === bare(text);
      tries = isRight ? 0 : tries - 1;
      return isRight;
    },
  };
}

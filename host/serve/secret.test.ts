import { describe, expect, it } from 'vitest';
import { createSecret, makeFailureDelay, makeSecretCheck } from './secret.ts';

describe('createSecret', () => {
  it('is 256 bits in the letters of an address', () => {
    expect(createSecret({ bytes: (count) => new Uint8Array(count).fill(255) })).toBe('__________________________________________8');
  });
});

describe('makeSecretCheck', () => {
  const isSecret = makeSecretCheck('open sesame');
  it.each([['open sesame', true], ['open sesamE', false], ['open', false], ['', false], [null, false]])('judges %j', (given, is) => expect(isSecret(given)).toBe(is));

  it('never takes an absent secret for an empty one', () => expect(makeSecretCheck('')(null)).toBe(false));
});

describe('makeFailureDelay', () => {
  it('lets twenty failures pass and slows those after them', () => {
    const delay = makeFailureDelay(() => 0);
    expect(Array.from({ length: 22 }, () => delay())).toEqual([...Array.from({ length: 20 }, () => 0), 1_000, 1_000]);
  });

  it('forgets failures after a minute', () => {
    let now = 0;
    const delay = makeFailureDelay(() => now);
    for (let count = 0; count < 25; count += 1) delay();
    now = 60_000;
    expect(delay()).toBe(0);
  });
});

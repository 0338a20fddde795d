import { describe, expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

function* steps(count: number, taken: number[] = []): Generator<undefined, string> {
  for (let step = 0; step < count; step += 1) {
    taken.push(step);
    yield undefined;
  }
  return 'done';
}

describe('runInSlices', () => {
  it('answers what the steps come to', async () => expect(await runInSlices(steps(1_000), () => false)).toBe('done'));

  it('takes no further step once it is over', async () => {
    const taken: number[] = [];
    expect(await runInSlices(steps(10, taken), () => true)).toBeNull();
    expect(taken).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { makeFlush } from './flush.ts';
import { makeWaitingLine } from './waiting-line.ts';

describe('makeFlush', () => {
  it('waits for the window’s answer', async () => {
    let asked = 0;
    const flush = makeFlush(() => { asked += 1; queueMicrotask(() => flush.answer(true)); }, 1_000_000);
    await flush.ask();
    expect(asked).toBe(1);
  });

  it('passes on that something is not saved', async () => {
    const flush = makeFlush(() => queueMicrotask(() => flush.answer(false)), 1_000_000);
    expect(await flush.ask()).toBe(false);
  });

  it('waits no longer than its limit for a window that does not answer', async () => expect(await makeFlush(() => undefined, 5).ask()).toBe(true));
  it('takes an answer that nobody asked for', () => expect(() => makeFlush(() => undefined, 5).answer(true)).not.toThrow());
});

describe('makeWaitingLine', () => {
  it('hands on in order what waited, then what comes, and keeps what comes while it is closed', () => {
    const line = makeWaitingLine<number>();
    const got: number[] = [];
    line.push(1);
    line.push(2);
    line.open((item) => got.push(item));
    line.push(3);
    line.close();
    line.push(4);
    expect(got).toEqual([1, 2, 3]);
    line.open((item) => got.push(item * 10));
    expect(got).toEqual([1, 2, 3, 40]);
  });
});

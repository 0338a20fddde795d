import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Event } from '../../core/api/contract.ts';
import { makeHttpTransport } from './http-transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { addEventListener: () => undefined });
  vi.stubGlobal('location', { hash: '', pathname: '/' });
  vi.stubGlobal('sessionStorage', { getItem: () => 'secret', setItem: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says that events may be missed when the stream of events is there again, and not before', async () => {
  const streams = [new Response('{"kind":"flush"}\n'), null, new Response('{"kind":"flush"}\n'), new Response(new ReadableStream())];
  vi.stubGlobal('fetch', async () => streams.shift() ?? Promise.reject(new TypeError('Failed to fetch')));
  const told: Event['kind'][] = [];
  const stop = makeHttpTransport().listen(({ kind }) => told.push(kind));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(told).toEqual(['flush']);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(told).toEqual(['flush', 'events-missed', 'flush']);
  stop();
});

import { availableParallelism } from 'node:os';
import type { ArticleId } from '../../core/base/ids.ts';
import { type AskWorkerOptions, makeAskWorker } from '../ask-worker.ts';
import type { LookCalls } from './look-calls.ts';

/** Documents in one question. Taking in the answers to so many holds the main thread for a few milliseconds. */
const BATCH = 128;
/** More threads than that wait for the same disk. */
const THREADS_AT_MOST = 2;

/** Threads that look at many documents at once, so that the main one is free meanwhile. */
export type Lookers = {
  /** Asks about every document and tells the answers batch by batch, null for each that has none because its thread ended. */
  ask<Name extends keyof LookCalls>(call: Name, ids: readonly ArticleId[], tell: (ids: readonly ArticleId[], answers: LookCalls[Name]['out'] | null) => void | Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export function makeLookers(options: AskWorkerOptions): Lookers {
  const threads = Array.from({ length: Math.min(THREADS_AT_MOST, availableParallelism()) }, () => makeAskWorker<LookCalls>(options));
  return {
    async ask(call, ids, tell) {
      let next = 0;
      await Promise.all(threads.map(async (thread) => {
        while (next < ids.length) {
          const batch = ids.slice(next, (next += BATCH));
          const answered = await thread.ask(call, batch);
          await tell(batch, answered.kind === 'answer' ? answered.value : null);
        }
      }));
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

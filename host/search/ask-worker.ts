import { Worker } from 'node:worker_threads';
import type { SearchCalls, SearchReply } from './search-calls.ts';

/** Why a question has no answer. */
export type NoAnswer = 'rebuilt' | 'stopped';
export type Answered<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: NoAnswer };

// Declared as a method, so that each question may keep what it expects.
type Waiting = { settle(reply: { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: NoAnswer }): void };

export type AskWorker = {
  ask<Name extends keyof SearchCalls>(call: Name, input: SearchCalls[Name]['in']): Promise<Answered<SearchCalls[Name]['out']>>;
  close(): Promise<void>;
};

/** A worker thread with the index, started when it is first asked. It keeps no process alive that waits for none of its answers. */
export function makeAskWorker({ file, workerUrl, log }: { file: string; workerUrl: URL; log: (error: unknown) => void }): AskWorker {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  let isClosed = false;

  function startWorker(): Worker {
    // What this process was started with is not the worker's business; and that SQLite is young in Node is not the user's.
    const started = new Worker(workerUrl, { execArgv: ['--disable-warning=ExperimentalWarning'], workerData: file });
    started.on('message', (reply: SearchReply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
      asked?.settle(reply);
    });
    // An error is always followed by the exit, which is what a question waits for.
    started.on('error', (error) => {
      if (!isClosed) log(error);
    }).on('exit', () => {
      worker = null;
      const asked = [...waiting.values()];
      waiting.clear();
      for (const each of asked) each.settle({ kind: 'stopped' });
    });
    return started;
  }

  return {
    ask(call, input) {
      if (isClosed) return Promise.resolve({ kind: 'stopped' });
      const asked = (worker ??= startWorker());
      asked.ref();
      return new Promise((resolve) => {
        waiting.set((last += 1), { settle: (answer: Answered<SearchCalls[typeof call]['out']>) => resolve(answer) });
        asked.postMessage({ id: last, call, input });
      });
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

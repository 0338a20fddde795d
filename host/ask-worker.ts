import { Worker } from 'node:worker_threads';

/** What a worker can be asked, by name, and what it answers. */
type Calls = Readonly<Record<string, { readonly in: unknown; readonly out: unknown }>>;

/** A question as the worker gets it. */
export type Question<C extends Calls> = { readonly [Name in keyof C & string]: { readonly id: number; readonly call: Name; readonly input: C[Name]['in'] } }[keyof C & string];

/** A worker's answer; `rebuilt` when what it works on was damaged, and is now an empty one. */
export type Reply = { readonly id: number } & ({ readonly kind: 'answer'; readonly value: unknown } | { readonly kind: 'rebuilt' });

/** Why a question has no answer. */
export type NoAnswer = 'rebuilt' | 'stopped';
export type Answered<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: NoAnswer };

// Declared as a method, so that each question may keep what it expects.
type Waiting = { settle(reply: { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: NoAnswer }): void };

export type AskWorker<C extends Calls> = {
  ask<Name extends keyof C & string>(call: Name, input: C[Name]['in']): Promise<Answered<C[Name]['out']>>;
  close(): Promise<void>;
};

export type AskWorkerOptions = {
  readonly workerUrl: URL;
  /** What the worker starts with. */
  readonly data: string;
  readonly log: (error: unknown) => void;
};

/** A worker thread, started when it is first asked. It keeps no process alive that waits for none of its answers. */
export function makeAskWorker<C extends Calls>({ workerUrl, data, log }: AskWorkerOptions): AskWorker<C> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  let isClosed = false;

  function startWorker(): Worker {
    // What this process was started with is not the worker's business; and that SQLite is young in Node is not the user's.
    const started = new Worker(workerUrl, { execArgv: ['--disable-warning=ExperimentalWarning'], workerData: data });
    started.on('message', (reply: Reply) => {
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
        waiting.set((last += 1), { settle: (answer: Answered<C[typeof call]['out']>) => resolve(answer) });
        asked.postMessage({ id: last, call, input });
      });
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

import { Worker } from 'node:worker_threads';
import type { Fault } from '../../core/base/fault.ts';
import { fail, type Result } from '../../core/base/result.ts';
import type { ParsedSource, Source } from '../../core/import/source.ts';
import type { Importer } from '../../core/library/ports.ts';

export type ImporterOptions = {
  readonly workerUrl: URL;
  readonly timeLimitMs?: number;
  readonly heapLimitMb?: number;
  /** Hears what ended a worker: a bug, or a source that took more memory than it may. */
  readonly log?: (error: unknown) => void;
};

type Answer = Result<ParsedSource>;

const TIME_LIMIT_MS = 60_000;
const HEAP_LIMIT_MB = 1024;
/** A page leaves much that is of no use a moment later. With room for little of it, reading takes half the memory and no more time. */
const YOUNG_LIMIT_MB = 24;

/**
 * Makes an importer that reads every source in a worker thread, one after another. The worker is started when it is first needed and kept;
 * one that takes too long or fails is killed, and the next source gets another. It keeps no process alive that has nothing to import.
 */
export function makeImporter({ workerUrl, timeLimitMs = TIME_LIMIT_MS, heapLimitMb = HEAP_LIMIT_MB, log = () => {} }: ImporterOptions): Importer & { close(): Promise<void> } {
  let worker: Worker | null = null;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  function startWorker(): Worker {
    // What this process was started with ("--eval", a loader) is not the worker's business.
    const started = new Worker(workerUrl, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: YOUNG_LIMIT_MB } });
    // An error is always followed by the exit, which is what a request waits for.
    started.on('error', log).on('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  }

  function ask(source: Source): Promise<Answer> {
    const asked = (worker ??= startWorker());
    asked.ref();
    return new Promise((resolve) => {
      let fault: Fault = { code: 'import-failed', name: source.name };
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        asked.off('message', settle).off('exit', handleExit).unref();
        resolve(answer);
      };
      const handleExit = () => settle(fail(fault));
      const timer = setTimeout(() => {
        fault = { code: 'import-timeout', name: source.name, seconds: Math.ceil(timeLimitMs / 1000) };
        void asked.terminate();
      }, timeLimitMs);
      asked.on('message', settle).on('exit', handleExit);
      asked.postMessage(source);
    });
  }

  return {
    parse(source) {
      const answer = last.then((): Answer | Promise<Answer> => (isClosed ? fail({ code: 'import-failed', name: source.name }) : ask(source)));
      last = answer;
      return answer;
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

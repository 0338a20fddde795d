import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../core/base/result.ts';
import type { ParsedArticle, Source } from '../../core/import/source.ts';
import type { Importer } from '../../core/library/ports.ts';

export type ImporterOptions = {
  readonly workerUrl: URL;
  readonly timeLimitMs?: number;
  readonly heapLimitMb?: number;
  /** Hears what ended a worker: a bug, or a source that took more memory than it may. */
  readonly log?: (error: unknown) => void;
};

type Answer = Result<ParsedArticle>;

const TIME_LIMIT_MS = 60_000;
const HEAP_LIMIT_MB = 1024;

/**
 * Makes an importer that reads every source in a worker thread, one after another. The worker is started when it is first needed and kept;
 * one that takes too long or fails is killed, and the next source gets another. It keeps no process alive that has nothing to import.
 */
export function makeImporter({ workerUrl, timeLimitMs = TIME_LIMIT_MS, heapLimitMb = HEAP_LIMIT_MB, log = () => {} }: ImporterOptions): Importer & { close(): Promise<void> } {
  let worker: Worker | null = null;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  async function endWorker(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  function ask(source: Source): Promise<Answer> {
    const asked = (worker ??= new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: heapLimitMb } }));
    asked.ref();
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        asked.off('message', settle).off('error', handleError).off('exit', handleExit).unref();
        resolve(answer);
      };
      const giveUp = (answer: Answer) => void endWorker().then(() => settle(answer));
      const handleError = (error: unknown) => {
        log(error);
        giveUp(fail({ code: 'import-failed', name: source.name }));
      };
      const handleExit = () => giveUp(fail({ code: 'import-failed', name: source.name }));
      const timer = setTimeout(() => {
        asked.off('exit', handleExit);
        giveUp(fail({ code: 'import-timeout', name: source.name, seconds: Math.ceil(timeLimitMs / 1000) }));
      }, timeLimitMs);
      asked.on('message', settle).on('error', handleError).on('exit', handleExit);
      asked.postMessage(source);
    });
  }

  return {
    parse(source) {
      const answer = last.then(() => (isClosed ? fail({ code: 'import-failed', name: source.name } as const) : ask(source)));
      last = answer;
      return answer;
    },
    async close() {
      isClosed = true;
      await endWorker();
    },
  };
}

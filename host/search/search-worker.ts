import { parentPort, workerData } from 'node:worker_threads';
import { snippetsOf } from '../../core/search/snippets.ts';
import type { Question, Reply } from '../ask-worker.ts';
import type { SearchCalls } from './search-calls.ts';
import { openSearchIndex, removeIndex } from './search-index.ts';

const file = String(workerData);
let index = openSearchIndex(file);

function answer(question: Question<SearchCalls>): unknown {
  switch (question.call) {
    case 'stamps': return index.stamps();
    case 'put': return index.put(question.input) ?? null;
    case 'remove': return index.remove(question.input) ?? null;
    case 'match': return index.match(question.input);
    case 'count': return index.count(question.input);
    case 'snippets': return question.input.articles.map((texts) => snippetsOf(texts, question.input.wanted));
  }
}

/** SQLite's codes for a database that another process is writing: trying again helps, and making it anew would not. */
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6);

function reply(question: Question<SearchCalls>): Reply {
  try {
    return { id: question.id, kind: 'answer', value: answer(question) };
  } catch (error) {
    // Only what the database says makes the index anew. A bug ends the worker, and is told there.
    if (!(error instanceof Error && 'errcode' in error) || isBusy(error)) throw error;
    index.close();
    removeIndex(file);
    index = openSearchIndex(file);
    return { id: question.id, kind: 'rebuilt' };
  }
}

parentPort?.on('message', (question: Question<SearchCalls>) => parentPort?.postMessage(reply(question)));

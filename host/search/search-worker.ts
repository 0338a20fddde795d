import { parentPort, workerData } from 'node:worker_threads';
import { snippetsOf } from '../../core/search/snippets.ts';
import type { Question, Reply } from '../ask-worker.ts';
import type { SearchCalls } from './search-calls.ts';
import { openSearchIndex, removeIndex } from './search-index.ts';

const file = String(workerData);
let index = openSearchIndex(file);

function find({ wanted, ...match }: SearchCalls['find']['in']): SearchCalls['find']['out'] {
  const { ids, total } = index.match(match);
  const hits = ids.map((id) => {
    const texts = index.textsOf(id);
    return { id, title: texts.find(({ column }) => column === 'title')?.text ?? '', snippets: snippetsOf(texts, wanted) };
  });
  return { hits, total };
}

function answer(question: Question<SearchCalls>): unknown {
  switch (question.call) {
    case 'stamps': return index.stamps();
    case 'put': return index.put(question.input) ?? null;
    case 'remove': return index.remove(question.input) ?? null;
    case 'find': return find(question.input);
    case 'count': return index.count(question.input);
  }
}

/** SQLite's codes for a file that is damaged, or no database: making it anew helps. It adds to them, in higher bits, where it saw that. */
const DAMAGED: readonly unknown[] = [11, 26];
const isDamage = (error: unknown): boolean => error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && DAMAGED.includes(error.errcode & 0xff);

function reply(question: Question<SearchCalls>): Reply {
  try {
    return { id: question.id, kind: 'answer', value: answer(question) };
  } catch (error) {
    // Only damage makes the index anew. All else ends the worker, and is told there.
    if (!isDamage(error)) throw error;
    index.close();
    removeIndex(file);
    index = openSearchIndex(file);
    return { id: question.id, kind: 'rebuilt' };
  }
}

parentPort?.on('message', (question: Question<SearchCalls>) => parentPort?.postMessage(reply(question)));

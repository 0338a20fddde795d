import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { summariseArticle } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Question, Reply } from '../ask-worker.ts';
import { sha256 } from './canonical-json.ts';
import { type Entry, stampText } from './catalog-file.ts';
import { decodeDocument } from './document-format.ts';
import { articleRef } from './document-refs.ts';
import { errorCode, stampOf } from './file-system.ts';
import type { Look, LookCalls } from './look-calls.ts';

// A thread of its own, so it may wait for the disk: asking it without waiting costs three times as much a file.

const folder = String(workerData);
const pathOf = (id: ArticleId): string => join(folder, articleRef(id).file);
const stampAt = (path: string): string => stampText(stampOf(statSync(path, { bigint: true })));

function look(id: ArticleId): Look {
  try {
    return { stamp: stampAt(pathOf(id)), isGone: false };
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return { stamp: null, isGone: errorCode(error) === 'ENOENT' };
  }
}

function entryOf(id: ArticleId): Entry | null {
  try {
    // The stamp is taken first: a change in between makes the next look read again.
    const stamp = stampAt(pathOf(id));
    const bytes = readFileSync(pathOf(id));
    const decoded = decodeDocument(articleRef(id), bytes);
    // One of an earlier format is for those who know what else that means.
    return decoded.ok && decoded.value.format === undefined ? { summary: summariseArticle(decoded.value.value), stamp, sha256: sha256(bytes) } : null;
  } catch (error) {
    if (errorCode(error) === null) throw error;
    return null;
  }
}

function answer({ call, input }: Question<LookCalls>): readonly Look[] | readonly (Entry | null)[] {
  return call === 'stamps' ? input.map(look) : input.map(entryOf);
}

parentPort?.on('message', (question: Question<LookCalls>) => {
  const reply: Reply = { id: question.id, kind: 'answer', value: answer(question) };
  parentPort?.postMessage(reply);
});

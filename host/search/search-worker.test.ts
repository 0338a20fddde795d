import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeAskWorker } from '../ask-worker.ts';
import type { SearchCalls } from './search-calls.ts';

it('an index stays when a question can’t be answered, and is there for the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-index-'));
  const logged: unknown[] = [];
  const worker = makeAskWorker<SearchCalls>({ data: join(folder, 'search.sqlite'), workerUrl: new URL('./search-worker.ts', import.meta.url), log: (error) => logged.push(error) });
  await worker.ask('put', [{ id: '0'.repeat(26), stamp: 'as it is', texts: [{ column: 'title', text: 'Fleet' }], facts: [] }]);
  expect(await worker.ask('count', { expression: '"unclosed', isPlain: true, condition: null })).toMatchObject({ kind: 'stopped' });
  expect(await worker.ask('stamps', null)).toMatchObject({ kind: 'answer', value: new Map([['0'.repeat(26), 'as it is']]) });
  expect(logged).toHaveLength(1);
  await worker.close();
  await rm(folder, { recursive: true });
});

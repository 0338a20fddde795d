import { parentPort } from 'node:worker_threads';
import type { Source } from '../../core/import/source.ts';
import { parseSource } from './parse-source.ts';

// One source at a time: the importer asks again only when it has its answer. What is thrown ends the worker, and the importer sees that.
parentPort?.on('message', (source: Source) => void parseSource(source).then((answer) => parentPort?.postMessage(answer)));

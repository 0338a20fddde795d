import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const shared = resolve(import.meta.dirname, '../../shared/samples/china-russia-entente.txt');
const own = resolve(import.meta.dirname, 'samples/strait.txt');

/** A news article as it was copied from a web page: the real one where it lies beside the project, else one of our own like it. */
export const newsArticle = existsSync(shared)
  ? { file: shared, title: 'The China-Russia entente could be the next big alliance', alliance: 'This authoritarian alliance', freedom: 'freedom of navigation', expected: 'entente' }
  : { file: own, title: 'A strait is not a street', alliance: 'an alliance in all but name', freedom: 'freedom of navigation', expected: 'strait' };

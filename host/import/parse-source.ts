import { type Result, succeed } from '../../core/base/result.ts';
import { mayHoldReadings } from '../../core/import/readings/may-hold-readings.ts';
import type { ParsedSource, Source } from '../../core/import/source.ts';
import { readSource } from './read-source.ts';

/** Reads a source: what another program exported of highlights, where it is that, else an article. */
export async function parseSource(source: Source): Promise<Result<ParsedSource>> {
  const readings = mayHoldReadings(source) ? await (await import('./read-readings.ts')).readReadings(source) : null;
  if (readings) return readings.ok ? succeed({ kind: 'readings', readings: readings.value }) : readings;
  const article = await readSource(source);
  return article.ok ? succeed({ kind: 'article', ...article.value }) : article;
}

import type { ArticleSummary } from '../../../core/article/summary.ts';
import { articleIdSchema } from '../../../core/base/ids.ts';
import { loadLibrary, overviewOf } from '../../state/library-state.ts';
import { makeSession, type Session } from '../../state/session.ts';
import { type Disk, makeMemoryTransport } from './memory-library.ts';

/** A window without a screen, over a library in memory that holds an article of each title. */
export async function makeLibraryWindow(...titles: readonly string[]): Promise<{ readonly session: Session; readonly disk: Disk; readonly sent: string[] }> {
  const { transport, disk, sent } = makeMemoryTransport();
  const session = makeSession({ transport, isDesktop: false, now: () => new Date(Date.UTC(2026, 1, 1)).toISOString() });
  session.start(() => undefined);
  for (const title of titles) await session.client.articles.import({ source: { kind: 'paste', text: `${title}\nText of ${title}.`, mediaType: 'text/plain' } });
  await loadLibrary(session.library, session.client);
  return { session, disk, sent };
}

/** The article of that title, as the list has it. */
export function articleTitled(session: Session, title: string): ArticleSummary {
  const article = overviewOf(session.library)?.articles.find((each) => each.title === title);
  if (!article) throw new Error(`No article is titled ${title}.`);
  return article;
}

/** An article as the list has it, for rules that need no library. */
export function makeSummary(changes: Partial<ArticleSummary> & { readonly title: string }): ArticleSummary {
  return {
    id: articleIdSchema.parse(changes.title.toLowerCase().replace(/[^0-9a-hjkmnp-tv-z]/g, '0').padStart(26, '0').slice(-26)),
    label: null, byline: null, source: null, url: null, original: '0'.repeat(12), published: null, language: 'en', direction: 'ltr', importedAt: '2026-01-01T00:00:00.000Z', changedAt: '2026-01-01T00:00:00.000Z',
    status: 'inbox', progress: 0, wordCount: 100, highlightCount: 0, noteCount: 0, reviewCount: 0, tags: {}, binnedAt: null, links: [], ...changes,
  };
}

import { useMemo } from 'react';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { searchHintSentence } from '../../core/messages/search-messages.ts';
import { EmptyList } from '../library/empty-list.tsx';
import { ListHeading } from '../library/list-heading.tsx';
import { ListOrTable } from '../library/list-or-table.tsx';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { searchMessages } from '../text/library-messages.ts';
import { savedSearchMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { nameSearch } from './saved-searches.ts';
import { useNearEnd } from './use-near-end.ts';
import { useSearch } from './use-search.ts';
import styles from './searched-articles.module.css';

/** What a query finds, the best first and with what was found. `atOnce` is shown until the first answer is there. */
export function SearchedArticles({ query, atOnce }: { readonly query: string; readonly atOnce: readonly ArticleSummary[] }) {
  const session = useSession();
  const { view } = session;
  const shelf = useSelected(view, (state) => state.shelf);
  const overview = useOverview();
  const articles = overview?.articles;
  const { answer: asked, more } = useSearch(query);
  useNearEnd(more);
  const answer = asked?.ok ? asked.value : null;
  const byId = useMemo(() => new Map(articles?.map((article) => [article.id, article])), [articles]);
  const hits = useMemo(() => answer && new Map(answer.hits.map((hit) => [hit.articleId, hit])), [answer]);
  const found = useMemo(() => answer?.hits.flatMap(({ articleId }) => byId.get(articleId) ?? []), [answer, byId]);
  if (!overview) return null;
  const shown = found ?? atOnce;
  const isSaved = overview.searches.some((search) => search.query === query.trim());
  const all = overview.articles.filter((article) => article.binnedAt === null).length;
  const remark = asked?.ok === false ? faultSentence(asked.fault) : answer?.hint ? searchHintSentence(answer.hint) : answer && answer.pending > 0 ? searchMessages.pending(answer.pending) : null;
  return (
    <>
      <ListHeading shelf={shelf} tags={overview.tags} found={{ shown: answer?.total ?? shown.length, all, tookMs: answer?.tookMs ?? null }}>
        {!isSaved && <Button kind="quiet" isIcon aria-label={savedSearchMessages.save} title={savedSearchMessages.save} aria-haspopup="dialog" onClick={() => nameSearch(session)}><Icon name="save" /></Button>}
      </ListHeading>
      {remark && <p className={styles.remark} role="status">{remark}</p>}
      {shown.length > 0 ? <ListOrTable articles={shown} hits={hits} /> : <EmptyList shelf={shelf} tags={overview.tags} filter={query} isLibraryEmpty={all === 0} />}
    </>
  );
}

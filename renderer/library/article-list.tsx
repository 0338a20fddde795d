import { libraryMessages } from '../text/library-messages.ts';
import { ArticleRow } from './article-row.tsx';
import { RowMenu } from './row-menu.tsx';
import { useArticleRows } from './use-article-rows.ts';
import type { Listed } from './use-row-actions.ts';
import styles from './article-list.module.css';

const shape = { rowHeight: 60, gap: 2, headHeight: 0, paddingEnd: 11 };

/** The articles of a shelf, narrow. One stop for Tab; the arrow keys go from row to row. */
export function ArticleList(listed: Listed) {
  const { scroller, height, rows, menu, closeMenu, handlers } = useArticleRows(listed, shape);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul role="list" className={styles.list} style={{ height }} aria-label={libraryMessages.articles} data-article-list="" {...handlers}>
        {rows.map((row) => <ArticleRow key={row.article.id} {...row} />)}
      </ul>
      {menu && <RowMenu {...menu} onClose={closeMenu} />}
    </div>
  );
}

import { type CSSProperties, useCallback, useMemo, useState } from 'react';
import type { ColumnName } from '../../core/library/columns.ts';
import { useSession, useSettings, useTags } from '../state/use-session.ts';
import { columnLabels, libraryMessages } from '../text/library-messages.ts';
import type { Edges } from '../ui/place-menu.ts';
import { withWidth } from './arrange-columns.ts';
import { setColumns } from './column-items.ts';
import { ColumnMenu } from './column-menu.tsx';
import { columnText } from './column-text.ts';
import { fittingWidth } from './fit-column.ts';
import { RowMenu } from './row-menu.tsx';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useArticleRows } from './use-article-rows.ts';
import type { Listed } from './use-row-actions.ts';
import styles from './article-table.module.css';

const CHECK_WIDTH = 40;
/** What a cell holds besides its text: the button of a row, the dots of its tags. */
const BESIDES: Partial<Readonly<Record<ColumnName, number>>> = { title: 28, tags: 48, progress: 40 };
const shape = { rowHeight: 40, gap: 0, headHeight: 34, paddingEnd: 24 };

/** The articles of a shelf as a table: columns to choose, sort and resize. */
export function ArticleTable(listed: Listed) {
  const { articles } = listed;
  const session = useSession();
  const { columns } = useSettings();
  const tags = useTags();
  const { scroller, height, rows, reachable, focusRow, menu, closeMenu, handlers } = useArticleRows(listed, shape);
  const [columnOf, setColumnOf] = useState<{ readonly name: ColumnName; readonly from: Edges } | null>(null);
  const [width, setWidth] = useState('');
  const ids = useMemo(() => articles.map(({ id }) => id), [articles]);
  const closeColumnMenu = useCallback(() => setColumnOf(null), []);

  function resize(name: ColumnName, to: number): void {
    const resized = withWidth(columns, name, to);
    setColumns(session, resized);
    setWidth(libraryMessages.columnWidth(name, resized.find((column) => column.name === name)?.width ?? to));
  }

  /** As wide as what stands in the rows on the screen and over them. */
  function fit(name: ColumnName): void {
    const cell = scroller.current?.querySelector(`[role="gridcell"][data-column="${name}"]`);
    const font = cell ? getComputedStyle(cell.querySelector('[data-text]') ?? cell).font : '';
    const widths = [fittingWidth(rows.map(({ article }) => columnText(article, name, tags)), font), fittingWidth([columnLabels[name]], '600 12px sans-serif') + 18];
    resize(name, Math.max(...widths) + (BESIDES[name] ?? 0));
  }

  const style: CSSProperties = { '--columns': [CHECK_WIDTH, ...columns.map((column) => column.width)].map((each) => `${each}px`).join(' ') };
  return (
    <div ref={scroller} className={styles.scroller}>
      <div role="grid" className={styles.table} style={style} aria-label={libraryMessages.articles} aria-rowcount={articles.length + 1} aria-colcount={columns.length + 1} aria-multiselectable="true">
        <TableHead columns={columns} ids={ids} onResize={resize} onFit={fit} onMenu={(name, from) => setColumnOf({ name, from })} onLeave={() => focusRow(reachable)} />
        <div role="rowgroup" className={styles.rows} style={{ height }} data-article-list="" {...handlers}>
          {rows.map((row) => <TableRow key={row.article.id} {...row} columns={columns} tags={tags} />)}
        </div>
      </div>
      <span className="visuallyHidden" role="status">{width}</span>
      {menu && <RowMenu {...menu} onClose={closeMenu} />}
      {columnOf && <ColumnMenu {...columnOf} columns={columns} onFit={() => fit(columnOf.name)} onClose={closeColumnMenu} />}
    </div>
  );
}

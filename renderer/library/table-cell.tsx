import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ColumnName } from '../../core/library/columns.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { ColourDot } from '../ui/colour-dot.tsx';
import { columnText, tagsOf } from './column-text.ts';
import styles from './table-cell.module.css';

type TableCellProps = { readonly article: ArticleSummary; readonly name: Exclude<ColumnName, 'title'>; readonly tags: readonly Tag[] };

/** What one column says of an article. */
export function TableCell({ article, name, tags }: TableCellProps) {
  const text = columnText(article, name, tags);
  if (name === 'progress') {
    return <div role="gridcell" className={styles.cell} data-column={name} title={text}><span className={styles.bar} style={{ '--progress': `${Math.round(article.progress * 100)}%` }} /><span className="visuallyHidden">{text}</span></div>;
  }
  if (name === 'tags') {
    return <div role="gridcell" className={styles.cell} data-column={name} title={text} dir="auto">{tagsOf(article, tags).map((tag) => <span key={tag.id} className={styles.tag}><ColourDot colour={tag.colour} /> {tag.name}</span>)}</div>;
  }
  return <div role="gridcell" className={styles.cell} data-column={name} title={text} dir="auto">{text}</div>;
}

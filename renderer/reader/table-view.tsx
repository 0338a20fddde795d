import type { Block } from '../../core/article/blocks.ts';
import { figureMessages } from '../text/reading-messages.ts';
import type { spokenAttributes } from './article-language.ts';
import type { RenderLeaf } from './block-view.tsx';
import styles from './table-view.module.css';

type TableViewProps = { readonly table: Extract<Block, { kind: 'table' }>; readonly renderLeaf: RenderLeaf; readonly spoken: ReturnType<typeof spokenAttributes> };

/** A table that scrolls in its own box where it is wider than the text. */
export function TableView({ table, renderLeaf, spoken }: TableViewProps) {
  return (
    <div className={styles.scroller} role="region" aria-label={table.caption?.text || figureMessages.table} tabIndex={0}>
      <table {...spoken} className={styles.table}>
        {table.caption && <caption>{renderLeaf(table.caption)}</caption>}
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell) => {
                const Cell = cell.header ? 'th' : 'td';
                return <Cell key={cell.leaf.id} colSpan={cell.columns} rowSpan={cell.rows}>{renderLeaf(cell.leaf)}</Cell>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

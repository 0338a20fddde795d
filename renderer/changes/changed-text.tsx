import { memo } from 'react';
import type { TextRow } from '../../core/article/text-changes.ts';
import { changesMessages } from '../text/changes-messages.ts';
import { WordChange } from '../ui/word-change.tsx';
import styles from './changed-text.module.css';

const tags = { title: 'h3', heading: 'h4', quote: 'blockquote', code: 'pre', text: 'p' } as const;

type RowProps = { readonly row: TextRow; /** Null where the change that is gone to is elsewhere. */ readonly current: number | null };

const Row = memo(function Row({ row, current }: RowProps) {
  const Tag = tags[row.style];
  return (
    <Tag className={`${styles.row} ${styles[row.style]}`} dir="auto">
      {row.pieces.map(({ kind, text, change }, index) => (kind === 'same'
        ? <span key={index}>{text}</span>
        : <WordChange key={index} kind={kind} text={text} change={change} isCurrent={change !== null && change === current} label={kind === 'added' ? changesMessages.added : changesMessages.removed} />))}
    </Tag>
  );
});

/** Two texts as one: what came and what went stands where it did, between what stayed. */
export const ChangedText = memo(function ChangedText({ rows, current }: { readonly rows: readonly TextRow[]; readonly current: number | null }) {
  return rows.map((row, index) => <Row key={index} row={row} current={current !== null && row.pieces.some(({ change }) => change === current) ? current : null} />);
});

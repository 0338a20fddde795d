import { memo, useMemo } from 'react';
import type { Leaf } from '../../core/article/blocks.ts';
import { cutSpans } from '../../core/highlight/spans.ts';
import { blocksFromMarkdown } from '../../core/import/from-markdown.ts';
import { BlockView } from '../reader/block-view.tsx';
import { InlineText } from '../reader/inline-text.tsx';
import { withHardBreaks } from './hard-breaks.ts';
import styles from './note-view.module.css';

const renderLeaf = (leaf: Leaf) => cutSpans(leaf, []).map((span) => <InlineText key={span.start} text={span.text} marks={span.marks} />);

/** A note or a summary as its Markdown means it. Every language keeps its own direction. */
export const NoteView = memo(function NoteView({ markdown }: { readonly markdown: string }) {
  const blocks = useMemo(() => blocksFromMarkdown(withHardBreaks(markdown)), [markdown]);
  return <div className={styles.note} dir="auto">{blocks.map((block, index) => <BlockView key={index} block={block} renderLeaf={renderLeaf} />)}</div>;
});

import { Fragment, type ReactNode, useContext } from 'react';
import type { Block, Leaf } from '../../core/article/blocks.ts';
import { spokenOfBlock } from '../../core/article/languages.ts';
import { figureMessages } from '../text/reading-messages.ts';
import { ArticleLanguage, spokenAttributes } from './article-language.ts';
import { FigureView } from './figure-view.tsx';
import { TableView } from './table-view.tsx';
import styles from './block-view.module.css';

/** Draws a leaf's text. An article draws its highlights too; a note does not. */
export type RenderLeaf = (leaf: Leaf) => ReactNode;
export type RenderAside = (aside: Extract<Block, { kind: 'aside' }>) => ReactNode;

type BlockViewProps = {
  readonly block: Block;
  readonly renderLeaf: RenderLeaf;
  /** How a part that was set aside is drawn; without it, not at all. */
  readonly renderAside?: RenderAside | undefined;
};

const headings = ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** A block as the element that means it. Articles and notes are drawn by it; neither ever becomes a string of HTML. */
export function BlockView({ block, renderLeaf, renderAside }: BlockViewProps) {
  const inner = (blocks: readonly Block[]) => blocks.map((each, index) => <BlockView key={index} block={each} renderLeaf={renderLeaf} renderAside={renderAside} />);
  const article = useContext(ArticleLanguage);
  const spoken = spokenAttributes(article && spokenOfBlock(block, article));
  switch (block.kind) {
    case 'title':
    case 'dek':
    case 'byline':
    case 'dateline':
    case 'paragraph':
      return <p {...spoken}>{renderLeaf(block.leaf)}</p>;
    case 'heading': {
      const Heading = headings[block.level - 1] ?? 'h6';
      return <Heading {...spoken}>{renderLeaf(block.leaf)}</Heading>;
    }
    case 'quote':
      return <blockquote {...spoken}>{inner(block.blocks)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{inner(item)}</li>);
      return block.ordered ? <ol start={block.start} {...spoken}>{items}</ol> : <ul {...spoken}>{items}</ul>;
    }
    case 'code':
      // A long line of code is reached by scrolling its box, so the box takes the focus.
      return <pre className={styles.code} tabIndex={0} aria-label={block.language || figureMessages.code} role="region"><code>{renderLeaf(block.leaf)}</code></pre>;
    case 'figure':
      return <FigureView figure={block} renderLeaf={renderLeaf} spoken={spoken} />;
    case 'table':
      return <TableView table={block} renderLeaf={renderLeaf} spoken={spoken} />;
    case 'math':
      return <p className={styles.math}>{renderLeaf(block.leaf)}</p>;
    case 'rule':
      return <hr />;
    case 'aside':
      return renderAside ? renderAside(block) : <Fragment>{inner(block.blocks)}</Fragment>;
  }
}

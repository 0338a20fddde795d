import { memo, useCallback, useMemo } from 'react';
import { READINGS_TYPE } from '../../core/import/readings/reading.ts';
import type { Article } from '../../core/article/article.ts';
import type { Block, Content, Leaf } from '../../core/article/blocks.ts';
import type { Chunk } from '../../core/article/chunks.ts';
import { readingMinutes } from '../../core/article/summary.ts';
import { PASTED_NAME } from '../../core/import/source.ts';
import { useSelected, useSession, useSettings, useSpokenLanguage } from '../state/use-session.ts';
import { formatDate } from '../text/format.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { ArticleLanguage } from './article-language.ts';
import { ArticleLeaf } from './article-leaf.tsx';
import { AsideView } from './aside-view.tsx';
import { BlockView, type RenderAside, type RenderLeaf } from './block-view.tsx';
import { isChunkDrawn } from './drawing.ts';
import { TextChunk } from './text-chunk.tsx';
import styles from './article-view.module.css';

type ArticleHeadProps = { readonly article: Article; readonly content: Content };
type ArticleViewProps = ArticleHeadProps & { readonly chunks: readonly Chunk[] };
type HeadBlock = Extract<Block, { kind: 'title' | 'dek' | 'byline' | 'dateline' | 'paragraph' }>;

const headKinds = ['title', 'dek', 'byline', 'dateline'] as const;
const isHead = (block: Block): block is HeadBlock => headKinds.some((kind) => kind === block.kind);

function importedFrom(article: Article): string {
  const { formats } = readerMessages;
  const { mediaType, name } = article.original;
  if (name === PASTED_NAME) return formats.paste;
  switch (mediaType) {
    case 'text/html': case 'text/markdown': case 'multipart/related': case 'message/rfc822': return formats[mediaType];
    case 'application/pdf': case 'application/epub+zip': case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': return formats[mediaType];
    case READINGS_TYPE: return formats.export;
    default: return formats['text/plain'];
  }
}

/** The title as captured, so that it can be highlighted; a title that the user corrected is shown above it. */
function Title({ article, leaf }: { readonly article: Article; readonly leaf: Leaf | undefined }) {
  if (!leaf) return <h1 className={styles.title}>{article.title}</h1>;
  if (leaf.text === article.title) return <h1 className={styles.title}><ArticleLeaf leaf={leaf} /></h1>;
  // The end of the captured title may only repeat the label, which stands above it.
  if (article.label !== null && leaf.text.startsWith(article.title)) return <h1 className={styles.title}><ArticleLeaf leaf={leaf} hiddenFrom={article.title.length} /></h1>;
  return (
    <>
      <h1 className={styles.title}>{article.title}</h1>
      <p className={styles.captured}>{readerMessages.asCaptured} <ArticleLeaf leaf={leaf} /></p>
    </>
  );
}

function ArticleHead({ article, content }: ArticleHeadProps) {
  const leaves = Object.fromEntries(content.blocks.filter(isHead).map((block) => [block.kind, block.leaf]));
  const asideCount = content.blocks.filter((block) => block.kind === 'aside' && !article.putBack.includes(block.id)).length;
  const facts = [
    leaves['byline'] ? <ArticleLeaf leaf={leaves['byline']} /> : article.byline,
    article.source,
    leaves['dateline'] ? <ArticleLeaf leaf={leaves['dateline']} /> : article.published && formatDate(article.published),
    readerMessages.minutes(readingMinutes(article.wordCount)),
    readerMessages.imported(importedFrom(article)),
    asideCount > 0 && readerMessages.setAside(asideCount),
  ].filter((fact) => fact);
  return (
    <header className={styles.head}>
      {article.label && <p className={styles.label}>{article.label}</p>}
      <Title article={article} leaf={leaves['title']} />
      {leaves['dek'] ? <p className={styles.dek}><ArticleLeaf leaf={leaves['dek']} /></p> : article.dek && <p className={styles.dek}>{article.dek}</p>}
      <p className={styles.facts}>{facts.map((fact, index) => <span key={index} className={styles.fact}>{fact}</span>)}</p>
    </header>
  );
}

const Body = memo(function Body({ content, chunks }: Omit<ArticleViewProps, 'article'>) {
  useSpokenLanguage();
  const renderLeaf: RenderLeaf = useCallback((leaf) => <ArticleLeaf leaf={leaf} />, []);
  const renderAside: RenderAside = useCallback((aside) => <AsideView aside={aside} renderLeaf={renderLeaf} />, [renderLeaf]);
  // The head draws the last of each of its kinds; any other is text like the rest.
  const first = useMemo(() => new Set(headKinds.map((kind) => content.blocks.findLast((block) => block.kind === kind))), [content]);
  const draw = useCallback((chunk: Chunk) => content.blocks.slice(chunk.first, chunk.beyond).map((block, index) => (first.has(block) ? null : <BlockView key={index} block={block} renderLeaf={renderLeaf} renderAside={renderAside} />)), [content, first, renderLeaf, renderAside]);
  const { reader } = useSession();
  const settings = useSettings();
  // Asked for here, once, and not by each of a thousand parts.
  const drawn = useSelected(reader, (state) => state.drawn);
  const excerpt = useSelected(reader, ({ opened }) => (opened.kind === 'open' ? opened.excerpt : null));
  return chunks.map((chunk, index) => <TextChunk key={index} index={index} chunk={chunk} settings={settings} draw={isChunkDrawn({ drawn, excerpt }, index) ? draw : null} />);
});

/** The article: its head from what is known of it, its text from its blocks. */
export const ArticleView = memo(function ArticleView({ article, content, chunks }: ArticleViewProps) {
  useSpokenLanguage();
  const { language, direction } = article;
  const spoken = useMemo(() => ({ language, direction }), [language, direction]);
  return (
    <ArticleLanguage value={spoken}>
      <ArticleHead article={article} content={content} />
      <div className={styles.body}><Body content={content} chunks={chunks} /></div>
    </ArticleLanguage>
  );
});

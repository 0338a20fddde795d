import { memo, useContext, useLayoutEffect, useMemo, useRef } from 'react';
import type { Leaf } from '../../core/article/blocks.ts';
import { languageRuns } from '../../core/article/languages.ts';
import type { HighlightId } from '../../core/base/ids.ts';
import type { ShownHighlight } from '../../core/highlight/leaf-highlights.ts';
import { cutSpans, type Span } from '../../core/highlight/spans.ts';
import { findRefusal } from '../state/access.ts';
import { openArticleOf, type ReaderState } from '../state/reader-state.ts';
import { useSelected, useSession, useSettings, useSpokenLanguage, useTags } from '../state/use-session.ts';
import { ArticleLanguage, spokenAttributes } from './article-language.ts';
import { describeShown } from './describe-highlight.ts';
import { InlineText } from './inline-text.tsx';
import styles from './article-leaf.module.css';

const none: readonly ShownHighlight[] = [];

type ArticleLeafProps = {
  readonly leaf: Leaf;
  /** Text from this offset on is there but not shown: the label that a title's end repeats. */
  readonly hiddenFrom?: number;
};

function highlightsIn(state: ReaderState, leafId: string): readonly ShownHighlight[] {
  return state.opened.kind === 'open' ? (state.opened.byLeaf.get(leafId) ?? none) : none;
}

/** What a leaf holds that is more than a highlight: the id of the chosen one, or, where none is chosen, the first of the article. Asked for as one thing, since there are thousands of leaves. */
function currentIn(state: ReaderState, leafId: string): HighlightId | 'first' | null {
  if (state.opened.kind !== 'open') return null;
  const id = state.selectedId ?? state.opened.highlights[0]?.highlight.id;
  if (!highlightsIn(state, leafId).some((shown) => shown.id === id)) return null;
  return state.selectedId ?? 'first';
}

/** A leaf of the article with its highlights as flat marks. It renders again only when its own highlights change. */
export const ArticleLeaf = memo(function ArticleLeaf({ leaf, hiddenFrom }: ArticleLeafProps) {
  const { reader } = useSession();
  useSpokenLanguage();
  const highlights = useSelected(reader, (state) => highlightsIn(state, leaf.id));
  const current = useSelected(reader, (state) => currentIn(state, leaf.id));
  const article = useContext(ArticleLanguage);
  const runs = useMemo(() => (article ? languageRuns(leaf, article) : []), [leaf, article]);
  const whole = runs.find(({ start, end }) => start === 0 && end === leaf.text.length) ?? null;
  const cut = hiddenFrom === undefined ? [] : [{ kind: 'underline' as const, start: hiddenFrom, end: leaf.text.length }];
  const spans = cutSpans(cut.length > 0 ? { ...leaf, marks: [...leaf.marks, ...cut] } : leaf, highlights, runs.filter((run) => run !== whole));
  return (
    <span data-leaf={leaf.id} className={styles.leaf} {...spokenAttributes(whole)}>
      {spans.map((span) => {
        if (hiddenFrom !== undefined && span.start >= hiddenFrom) return <span key={span.start} hidden>{span.text}</span>;
        return <LeafSpan key={span.start} span={span} highlights={highlights} current={current} />;
      })}
    </span>
  );
});

type LeafSpanProps = { readonly span: Span; readonly highlights: readonly ShownHighlight[]; readonly current: ReturnType<typeof currentIn> };

function LeafSpan({ span, highlights, current }: LeafSpanProps) {
  const { reader, library } = useSession();
  const selectedId = current === 'first' ? null : current;
  const words = <InlineText text={span.text} marks={span.marks} />;
  const text = span.spoken ? <span {...spokenAttributes(span.spoken)}>{words}</span> : words;
  if (span.highlights.length === 0) return text;
  const covering = highlights.filter((shown) => span.highlights.includes(shown.id));
  // The shortest lies on top, as the one that a click most likely means.
  const [top, under] = [...covering].sort((a, b) => a.end - a.start - (b.end - b.start));
  if (!top) return text;
  const isSelected = selectedId !== null && span.highlights.includes(selectedId);
  const shown = isSelected ? (covering.find((each) => each.id === selectedId) ?? top) : top;
  const starting = covering.filter((each) => each.isStart && each.start === span.start);
  const classes = [styles.mark, isSelected ? styles.isSelected : '', under ? styles.hasUnder : ''].join(' ');
  return (
    <>
      {starting.map((each) => (
        <HighlightHandle key={each.id} highlight={each} isReachable={each.id === (current === 'first' ? openArticleOf(reader)?.highlights[0]?.highlight.id : current)} />
      ))}
      <mark className={classes} data-highlights={span.highlights.join(' ')} data-colour={shown.colour} style={under ? { '--under': `var(--${(under === shown ? top : under).colour})` } : undefined} onDoubleClick={() => { if (findRefusal(library.getState().library) === null) reader.setState({ editing: shown.id }); }}>
        {text}
      </mark>
    </>
  );
}

/** What a keyboard and a screen reader meet where a highlight begins. It holds no text, so no offset counts it. */
function HighlightHandle({ highlight, isReachable }: { readonly highlight: ShownHighlight; readonly isReachable: boolean }) {
  const { reader } = useSession();
  const tags = useTags();
  const { colourNames } = useSettings();
  const handle = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const gone = handle.current;
    return () => {
      if (gone === null || document.activeElement !== gone) return;
      // A highlight that begins in another leaf now, as after an undo, has its handle there.
      queueMicrotask(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-handle="${highlight.id}"]`)?.focus({ preventScroll: true });
      });
    };
  }, [highlight.id]);
  const label = describeShown(highlight, tags, colourNames);
  return <button ref={handle} type="button" className={styles.handle} data-handle={highlight.id} tabIndex={isReachable ? 0 : -1} aria-label={label} onClick={() => reader.setState({ selectedId: highlight.id, target: { kind: 'highlight', id: highlight.id } })} />;
}

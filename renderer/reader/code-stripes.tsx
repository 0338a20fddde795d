import { type RefObject, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { HighlightId, TagId } from '../../core/base/ids.ts';
import { type Colour, shownColour } from '../../core/highlight/colour.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Tag } from '../../core/tag/tag.ts';
import type { OpenArticle } from '../state/open-article.ts';
import { selectHighlight } from '../state/reader-state.ts';
import { useSelected, useSession, useTags } from '../state/use-session.ts';
import { type Extent, layOutStripes } from './lay-out-stripes.ts';
import styles from './code-stripes.module.css';

/** Stripes are drawn this far beyond the view, so that they are there before one scrolls to them. */
const NEAR = '600px 0px';

/** Measures how far down the text each highlight reaches, from its marks in those parts of the text. To measure a part out of view would be to lay it out. */
function measureExtents(text: HTMLElement, parts: readonly Element[], open: OpenArticle): readonly Extent[] {
  const origin = text.getBoundingClientRect().top;
  const byName: ReadonlyMap<string, Highlight> = open.byId;
  const extents = new Map<HighlightId, Extent>();
  for (const mark of parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('mark[data-highlights]')])) {
    const box = mark.getBoundingClientRect();
    if (box.height === 0) continue;
    for (const name of (mark.dataset['highlights'] ?? '').split(' ')) {
      const id = byName.get(name)?.id;
      if (!id) continue;
      const known = extents.get(id);
      const [top, bottom] = [box.top - origin, box.bottom - origin];
      extents.set(id, { id, top: Math.min(known?.top ?? top, top), bottom: Math.max(known?.bottom ?? bottom, bottom) });
    }
  }
  return [...extents.values()];
}

function coloursOf(open: OpenArticle, tags: readonly Tag[]): (id: HighlightId) => readonly Colour[] {
  const colourOf = new Map<TagId, Colour>(tags.map((tag) => [tag.id, tag.colour]));
  return (id) => {
    const highlight = open.byId.get(id);
    const own = highlight?.tags.flatMap((tagId) => colourOf.get(tagId) ?? []) ?? [];
    return own.length > 0 || !highlight ? [...new Set(own)] : [shownColour(highlight.colour)];
  };
}

type CodeStripesProps = { readonly open: OpenArticle; readonly text: RefObject<HTMLElement | null> };

/** Beside the text, a stripe for each tag of each highlight, as coding suites draw them. Pointers may press them; keys use the marks. */
export function CodeStripes({ open, text }: CodeStripesProps) {
  const { reader } = useSession();
  const tags = useTags();
  const selectedId = useSelected(reader, (state) => state.selectedId);
  const [extents, setExtents] = useState<readonly Extent[]>([]);

  const shown = useRef<ReadonlySet<Element>>(new Set());
  const measure = useEffectEvent(() => {
    const element = text.current;
    if (element) setExtents(measureExtents(element, [...element.querySelectorAll(':scope > header'), ...shown.current], open));
  });

  // A highlight that comes or changes has its stripe in the same frame.
  useLayoutEffect(() => measure(), [open]);

  useLayoutEffect(() => {
    const element = text.current;
    if (!element) return undefined;
    const near = new Set<Element>();
    shown.current = near;
    const observer = new ResizeObserver(() => measure());
    observer.observe(element);
    // A chunk that comes near the view is laid out, and only then is told.
    const chunks = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      measure();
    }, { root: element.closest('[data-scroller]'), rootMargin: NEAR });
    for (const chunk of element.querySelectorAll('[data-chunk]')) chunks.observe(chunk);
    return () => {
      observer.disconnect();
      chunks.disconnect();
    };
    // The parts of the text stay the same while highlights come and go in them.
  }, [text, open.chunks]);

  const stripes = useMemo(() => layOutStripes(extents, coloursOf(open, tags)), [extents, open, tags]);
  return (
    <div className={styles.stripes} aria-hidden="true">
      {stripes.map((stripe) => (
        <div
          key={`${stripe.id}-${stripe.colour}-${stripe.lane}`} data-stripe="" data-colour={stripe.colour} className={`${styles.stripe} ${stripe.id === selectedId ? styles.isSelected : ''}`}
          style={{ top: stripe.top, height: stripe.height, '--lane': stripe.lane }} onClick={() => selectHighlight(reader, stripe.id, 'both')}
        />
      ))}
    </div>
  );
}

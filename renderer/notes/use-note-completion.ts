import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import { tagSlugs } from '../../core/export/tag-slugs.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useOverview, useSelected, useSession, useTags } from '../state/use-session.ts';
import type { Replacement } from './markdown-typing.ts';
import { articleAsked, completeLink, completeTags, type Completing, type Completion, findCompleting, takeCompletion } from './note-completion.ts';

export type NoteCompletion = {
  readonly options: readonly Completion[];
  /** The option that Enter takes; -1 when nothing is offered. */
  readonly active: number;
  /** Looks again at what stands before the caret. */
  look(): void;
  point(index: number): void;
  take(option: Completion): void;
  /** True when the key was about the completions. */
  handleKey(event: KeyboardEvent): boolean;
  close(): void;
};

type Ports = { readonly field: RefObject<HTMLTextAreaElement | null>; readonly type: (replacement: Replacement) => void; readonly onTag: ((tag: Tag) => void) | undefined };

/** The article whose highlights a link may lead to: the one that the query names, else the open one. */
function useHighlighted(query: string | null): Article | null {
  const { reader, client } = useSession();
  const overview = useOverview();
  const open = useSelected(reader, () => openArticleOf(reader));
  const [read, setRead] = useState<Article | null>(null);
  const asked = query === null || !overview ? null : articleAsked(query, overview.articles);
  const askedId = asked && asked.id !== open?.article.id ? asked.id : null;
  useEffect(() => {
    if (askedId === null) return undefined;
    let isWanted = true;
    void client.articles.read({ id: askedId }).then((article) => {
      if (isWanted && article.ok) setRead(article.value);
    });
    return () => void (isWanted = false);
  }, [client, askedId]);
  if (askedId !== null) return read?.id === askedId ? read : null;
  return open?.article ?? null;
}

/** Completes links into the library and tags while a note is written. */
export function useNoteCompletion({ field, type, onTag }: Ports): NoteCompletion {
  const overview = useOverview();
  const tags = useTags();
  const [completing, setCompleting] = useState<Completing | null>(null);
  const [pointed, setPointed] = useState(0);
  const linkQuery = completing?.kind === 'link' ? completing.query : null;
  const highlighted = useHighlighted(linkQuery);
  const options = useMemo(() => {
    if (completing?.kind === 'tag') return completeTags(completing.query, tags, tagSlugs(tags));
    return linkQuery === null ? [] : completeLink(linkQuery, { articles: overview?.articles ?? [], highlighted });
  }, [completing, linkQuery, overview, highlighted, tags]);
  const active = options.length === 0 ? -1 : Math.min(pointed, options.length - 1);

  function look(): void {
    const element = field.current;
    const found = element && element.selectionStart === element.selectionEnd ? findCompleting(element.value, element.selectionStart) : null;
    if (found?.start === completing?.start && found?.query === completing?.query) return;
    setCompleting(found);
    setPointed(0);
  }

  function take(option: Completion): void {
    if (!completing || !field.current) return;
    type(takeCompletion(option, completing, field.current.selectionStart));
    setCompleting(null);
    if (option.kind === 'tag') onTag?.(option.tag);
  }

  function handleKey(event: KeyboardEvent): boolean {
    const option = options[active];
    if (!option) return false;
    if (event.key === 'ArrowDown') setPointed((active + 1) % options.length);
    else if (event.key === 'ArrowUp') setPointed((active - 1 + options.length) % options.length);
    else if (event.key === 'Escape') setCompleting(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.ctrlKey && !event.metaKey) take(option);
    else return false;
    return true;
  }

  return { options, active, look, take, handleKey, point: setPointed, close: () => setCompleting(null) };
}

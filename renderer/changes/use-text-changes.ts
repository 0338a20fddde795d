import { useEffect, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import { comparingContents, type TextChanges } from '../../core/article/text-changes.ts';
import type { ListedText } from '../../core/article/texts.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { useSession } from '../state/use-session.ts';
import { runInSlices } from './run-in-slices.ts';

type Loaded<T> = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly fault: Fault } | { readonly kind: 'ready'; readonly value: T };

/** The document of an article, once all that was changed in it is saved. */
export function useArticle(id: ArticleId): Loaded<Article> {
  const { client, editor } = useSession();
  const [article, setArticle] = useState<Loaded<Article>>({ kind: 'loading' });
  useEffect(() => {
    let isOver = false;
    void editor.settle().then(() => client.articles.read({ id })).then((read) => {
      if (!isOver) setArticle(read.ok ? { kind: 'ready', value: read.value } : { kind: 'failed', fault: read.fault });
    });
    return () => {
      isOver = true;
    };
  }, [client, editor, id]);
  return article;
}

/** What makes one text of an article of another. It is worked out while the window goes on answering. */
export function useTextChanges(id: ArticleId, before: ListedText['content'], after: ListedText['content']): Loaded<TextChanges> {
  const { client } = useSession();
  const [compared, setCompared] = useState<{ readonly of: string; readonly changes: Loaded<TextChanges> } | null>(null);
  const of = `${before} ${after}`;
  useEffect(() => {
    let isOver = false;
    async function compare(): Promise<Loaded<TextChanges> | null> {
      const [old, next] = await Promise.all([client.articles.readText({ id, content: before }), client.articles.readText({ id, content: after })]);
      if (!old.ok) return { kind: 'failed', fault: old.fault };
      if (!next.ok) return { kind: 'failed', fault: next.fault };
      const value = await runInSlices(comparingContents(old.value, next.value), () => isOver);
      return value && { kind: 'ready', value };
    }
    void compare().then((changes) => {
      if (changes && !isOver) setCompared({ of: `${before} ${after}`, changes });
    });
    return () => {
      isOver = true;
    };
  }, [client, id, before, after]);
  return compared?.of === of ? compared.changes : { kind: 'loading' };
}

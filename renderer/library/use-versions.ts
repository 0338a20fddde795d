import { useEffect, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import type { ListedVersion } from '../../core/article/version.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { flushDrafts } from '../notes/drafts.ts';
import { useSession } from '../state/use-session.ts';

export type Versions = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly fault: Fault } | { readonly kind: 'ready'; readonly present: Article; readonly versions: readonly ListedVersion[] };

/** An article as it is now and the versions that are kept of it, once all that was typed is saved. */
export function useVersions(id: ArticleId): Versions {
  const { client, editor } = useSession();
  const [versions, setVersions] = useState<Versions>({ kind: 'loading' });
  useEffect(() => {
    let isOver = false;
    async function load(): Promise<void> {
      await flushDrafts();
      await editor.settle();
      const [present, listed] = await Promise.all([client.articles.read({ id }), client.articles.versions({ id })]);
      if (isOver) return;
      if (!present.ok) setVersions({ kind: 'failed', fault: present.fault });
      else setVersions(listed.ok ? { kind: 'ready', present: present.value, versions: listed.value } : { kind: 'failed', fault: listed.fault });
    }
    void load();
    return () => {
      isOver = true;
    };
  }, [client, editor, id]);
  return versions;
}

/** The article as it was in a version; null while it is read, or none is chosen. */
export function useVersion(id: ArticleId, rev: number | null): { readonly rev: number; readonly article: Article } | null {
  const { client, tellFault } = useSession();
  const [read, setRead] = useState<{ readonly rev: number; readonly article: Article } | null>(null);
  useEffect(() => {
    if (rev === null) return undefined;
    let isOver = false;
    void client.articles.readVersion({ id, rev }).then((article) => {
      if (isOver) return;
      if (article.ok) setRead({ rev, article: article.value });
      else tellFault(article.fault);
    });
    return () => {
      isOver = true;
    };
  }, [client, tellFault, id, rev]);
  return read?.rev === rev ? read : null;
}

import { type Article, detailsSchema } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import { compareVersions } from '../article/compare-versions.ts';
import { textsOf } from '../article/texts.ts';
import type { ListedVersion } from '../article/version.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { ArticleId, TagId } from '../base/ids.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { Highlight } from '../highlight/highlight.ts';
import { type Codebook, findTag, findTagByName, type Tag } from '../tag/tag.ts';
import type { ArticleEdit, Edit } from './edit.ts';
import type { LibraryStore, VersionStore } from './ports.ts';

/** What restoring a version did: the number that the article has now, and the edits that undo it. */
export type RestoredVersion = { readonly rev: number; readonly undo: readonly Edit[] };

/** Everything that can be done with the versions of articles. */
export type Versions = {
  list(id: ArticleId): Promise<Result<readonly ListedVersion[]>>;
  read(id: ArticleId, rev: number): Promise<Result<Article>>;
  restore(id: ArticleId, rev: number): Promise<Result<RestoredVersion>>;
  /** One of the texts that the article has or had. */
  readText(id: ArticleId, content: string): Promise<Result<Content>>;
};

type Ports = { readonly store: LibraryStore; readonly versions: VersionStore | undefined; readonly now: () => string; readonly edit: (edits: readonly Edit[]) => Promise<Result<readonly Edit[]>> };

const editable = (highlight: Highlight) => ({ ...highlight, tags: [...highlight.tags] });

/** The edits that make an article what it was in a version, out of the bin where it lies there. How far it was read stays. */
export function editsToRestore(present: Article, version: Article): readonly ArticleEdit[] {
  const articleId = present.id;
  const kept = new Set(version.highlights.map(({ id }) => id));
  const past = new Map(present.highlights.map((highlight) => [highlight.id, canonicalJson(highlight)]));
  const details = detailsSchema.partial().parse(Object.fromEntries(detailsSchema.keyof().options.flatMap((field) => (present[field] === version[field] ? [] : [[field, version[field]]]))));
  const aside = (asideId: string, isPutBack: boolean): ArticleEdit => ({ kind: 'put-back', articleId, asideId, isPutBack });
  return [
    ...present.highlights.filter(({ id }) => !kept.has(id)).map(({ id }): ArticleEdit => ({ kind: 'remove-highlight', articleId, highlightId: id })),
    ...version.highlights.filter((highlight) => past.get(highlight.id) !== canonicalJson(highlight)).map((highlight): ArticleEdit => ({ kind: 'add-highlight', articleId, highlight: editable(highlight) })),
    ...(present.content === version.content ? [] : [{
      kind: 'set-content', articleId, content: version.content, original: version.original, wordCount: version.wordCount, details: {}, found: version.found ?? null,
      versions: [...(version.versions ?? [])], putBack: [...present.putBack], places: [],
    } satisfies ArticleEdit]),
    ...(present.summary === version.summary ? [] : [{ kind: 'summarise-article', articleId, summary: version.summary, base: present.summary } as const]),
    ...(Object.keys(details).length === 0 ? [] : [{ kind: 'describe-article', articleId, details } as const]),
    ...(present.status === version.status ? [] : [{ kind: 'set-status', articleId, status: version.status } as const]),
    ...present.putBack.filter((id) => !version.putBack.includes(id)).map((id) => aside(id, false)),
    ...version.putBack.filter((id) => !present.putBack.includes(id)).map((id) => aside(id, true)),
    ...(present.binnedAt === null ? [] : [{ kind: 'bin-article', articleId, isBinned: false } as const]),
  ];
}

/**
 * A version with the tags that it needs now. One that was removed from the codebook comes back; where another has
 * taken its name since, that one stands for it. Of one that nobody knows any more the id stays.
 */
export function withPresentTags(version: Article, codebook: Codebook): { readonly version: Article; readonly missing: readonly Tag[] } {
  const missing = new Map<TagId, Tag>();
  const present = (id: TagId): TagId => {
    const removed = findTag(codebook, id) ? undefined : codebook.removed?.find((tag) => tag.id === id);
    if (!removed) return id;
    const namesake = findTagByName(codebook, removed.name) ?? findTagByName({ tags: [...missing.values()] }, removed.name);
    if (!namesake) missing.set(id, removed);
    return namesake?.id ?? id;
  };
  const highlights = version.highlights.map((highlight) => ({ ...highlight, tags: [...new Set(highlight.tags.map(present))] }));
  return { version: { ...version, highlights }, missing: [...missing.values()] };
}

export function makeVersions({ store, versions, now, edit }: Ports): Versions {
  const editAny = async (edits: readonly Edit[]): Promise<Result<readonly Edit[]>> => (edits.length === 0 ? succeed([]) : edit(edits));

  async function read(id: ArticleId, rev: number): Promise<Result<Article>> {
    const found = await versions?.find(id, rev);
    if (found && !found.ok) return found;
    return found?.value ? succeed(found.value.article) : fail({ code: 'version-missing', rev });
  }

  /** The undo of a change that makes the article what it was, or makes it anew where it is gone. */
  async function change(version: Article): Promise<Result<readonly Edit[]>> {
    const present = await store.readArticle(version.id);
    if (present.ok) return editAny(editsToRestore(present.value, version));
    if (present.fault.code !== 'article-missing' && present.fault.code !== 'document-damaged') return present;
    const made = await versions?.bringBack({ ...version, binnedAt: null, changedAt: now() });
    if (made && !made.ok) return made;
    return succeed([{ kind: 'bin-article', articleId: version.id, isBinned: true }]);
  }

  async function restore(id: ArticleId, rev: number): Promise<Result<RestoredVersion>> {
    const [found, codebook] = await Promise.all([read(id, rev), store.readCodebook()]);
    if (!found.ok) return found;
    if (!codebook.ok) return codebook;
    const { version, missing } = withPresentTags(found.value, codebook.value);
    const tags = await editAny(missing.map((tag) => ({ kind: 'put-tag', tag })));
    if (!tags.ok) return tags;
    const changed = await change(version);
    if (!changed.ok) {
      await editAny(tags.value);
      return changed;
    }
    const now = await versions?.find(id, 'present');
    return succeed({ rev: now?.ok ? (now.value?.rev ?? rev) : rev, undo: [...changed.value, ...tags.value] });
  }

  return {
    read, restore,
    async readText(id, content) {
      const article = await store.readArticle(id);
      if (!article.ok) return article;
      return textsOf(article.value).some((text) => text.content === content) ? store.readContent(content) : fail({ code: 'content-missing', content });
    },
    async list(id) {
      const found = versions ? await versions.list(id) : succeed([]);
      if (!found.ok) return found;
      return succeed(found.value.map(({ article, ...version }, index) => {
        const before = found.value[index + 1];
        return { ...version, changes: before ? compareVersions(before.article, article) : null };
      }));
    },
  };
}

import { type Article, type Details, detailsSchema } from '../article/article.ts';
import type { Content } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import { type ArticleSummary, summariseArticle } from '../article/summary.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { ArticleId } from '../base/ids.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { isToReview } from '../highlight/highlight.ts';
import { reanchor } from '../highlight/reanchor.ts';
import type { ParsedArticle, Source } from '../import/source.ts';
import { type ArticleEdit, type Edit, editArticle } from './edit.ts';
import { keepSource } from './keep-source.ts';
import type { Importer, LibraryStore } from './ports.ts';

/** What importing a new version did: the article as it is now, how many of its highlights are to be looked at, and the edits that undo it; none where the text was the same. */
export type NewVersion = { readonly article: ArticleSummary; readonly toReview: number; readonly undo: readonly Edit[] };

type Ports = { readonly store: LibraryStore; readonly importer: Importer; readonly now: () => string };
/** A text that takes the place of an article's: where it is kept, what was found in it. */
export type Incoming = Pick<Article, 'content' | 'original' | 'wordCount'> & { readonly details: Details; readonly blocks: Content; readonly now: string };

const fields = detailsSchema.keyof().options;

/** True for a detail that the user has corrected: it is not what the last import found, or it was ever edited. */
function isCorrected(article: Article, field: keyof Details): boolean {
  if (article.found) return article.found[field] !== article[field];
  return Object.hasOwn(article.revisions ?? {}, field);
}

/** What a new text says of the details, but for those that the user corrected and those that it says nothing of. */
function newDetails(article: Article, found: Details) {
  const changed = fields.filter((field) => found[field] !== null && found[field] !== article[field] && !isCorrected(article, field));
  return detailsSchema.partial().parse(Object.fromEntries(changed.map((field) => [field, found[field]])));
}

/** What counts as found from now on. A detail that the new text says nothing of keeps what was found before. */
function nowFound(article: Article, found: Details): Details {
  return detailsSchema.parse(Object.fromEntries(fields.map((field) => [field, found[field] ?? (isCorrected(article, field) ? null : article[field])])));
}

/** The asides that the user put back and that are in the new text as they were. */
function stillPutBack(article: Article, before: Content, after: Content): string[] {
  const asides = new Map(before.blocks.flatMap((block) => (block.kind === 'aside' ? [[block.id, canonicalJson(block)] as const] : [])));
  const kept = new Set(after.blocks.flatMap((block) => (block.kind === 'aside' && asides.get(block.id) === canonicalJson(block) ? [block.id] : [])));
  return article.putBack.filter((id) => kept.has(id));
}

/** The edit that gives an article another text: every highlight is looked for in it, and the text that it had is kept among its versions. */
export function editToNewVersion(article: Article, before: Content, { content, original, wordCount, details, blocks, now }: Incoming): ArticleEdit {
  const moved = reanchor(article.highlights, projectContent(before).text, projectContent(blocks).text);
  const last = { content: article.content, original: article.original, wordCount: article.wordCount, importedAt: article.versions?.at(-1)?.replacedAt ?? article.importedAt, replacedAt: now, title: article.title };
  return {
    kind: 'set-content', articleId: article.id, content, original, wordCount, details: newDetails(article, details), found: nowFound(article, details),
    versions: [...(article.versions ?? []), last],
    putBack: stillPutBack(article, before, blocks),
    places: moved.map(({ highlight, next }) => ({ highlightId: highlight.id, anchor: next.anchor, review: next.review })),
  };
}

/** Gives what was read of a source to an article as its text, in one write. */
export async function takeVersion({ store, now }: Omit<Ports, 'importer'>, id: ArticleId, { source, parsed }: { source: Source; parsed: ParsedArticle }): Promise<Result<NewVersion>> {
  const present = await store.readArticle(id);
  if (!present.ok) return present;
  const before = await store.readContent(present.value.content);
  if (!before.ok) return before;
  const { details, wordCount } = parsed;
  const kept = await keepSource(store, source, parsed);
  if (!kept.ok) return kept;
  const { original, content, blocks } = kept.value;
  return store.updateArticle(id, (article) => {
    if (article.content !== present.value.content) return fail({ code: 'document-changed-outside', file: `articles/${id}.json` });
    if (article.content === content) return succeed({ next: article, answer: { article: summariseArticle(article), toReview: 0, undo: [] } });
    const edited = editArticle(article, editToNewVersion(article, before.value, { content, original, wordCount, details, blocks, now: now() }), now());
    if (!edited.ok) return edited;
    const { next, inverse } = edited.value;
    const toReview = next.highlights.filter(isToReview).length;
    return succeed({ next, answer: { article: summariseArticle(next), toReview, undo: [inverse] } });
  });
}

/** Reads a source and gives its text to an article. */
export async function importVersion({ store, importer, now }: Ports, id: ArticleId, source: Source): Promise<Result<NewVersion>> {
  const present = await store.readArticle(id);
  if (!present.ok) return present;
  const parsed = await importer.parse(source);
  if (!parsed.ok) return parsed;
  return parsed.value.kind === 'article' ? takeVersion({ store, now }, id, { source, parsed: parsed.value }) : fail({ code: 'format-unsupported', name: source.name });
}

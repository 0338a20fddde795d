import { type Article, createArticle } from '../article/article.ts';
import { createContent } from '../article/blocks.ts';
import { projectContent } from '../article/projection.ts';
import { type ArticleSummary, summariseArticle } from '../article/summary.ts';
import type { ArticleId, CollectionId, HighlightId, TagId } from '../base/ids.ts';
import { foldName, nameSchema } from '../base/named-record.ts';
import { type Result, succeed } from '../base/result.ts';
import { createCollection, type Collection } from '../collection/collection.ts';
import { NOTE_LENGTH_LIMIT } from '../highlight/highlight.ts';
import { completeArticle } from '../import/complete-article.ts';
import { type FoundTag, type Reading, type Readings, READINGS_TYPE } from '../import/readings/reading.ts';
import { articleOfReading } from '../import/readings/quotes-article.ts';
import type { Source } from '../import/source.ts';
import type { Tag } from '../tag/tag.ts';
import { applyEdits, applyWhole } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import { makeMatcher } from './match-readings.ts';
import { placeHighlights } from './place-highlights.ts';
import { matchedArticle, newHighlights, withNote } from './plan-readings.ts';
import type { LibraryStore } from './ports.ts';
import { tagsNamed } from './tags-named.ts';

/** New ids, and the time. */
export type Makers = { readonly now: () => string; readonly articleId: () => ArticleId; readonly highlightId: () => HighlightId; readonly tagId: () => TagId; readonly collectionId: () => CollectionId };
/** What came in: the articles that are new or changed, how many highlights, and the edits that undo all of it. */
export type TakenReadings = { readonly articles: readonly ArticleSummary[]; readonly newArticles: number; readonly highlights: number; readonly undo: readonly Edit[] };

type Ports = { readonly store: LibraryStore; readonly make: Makers; readonly source: Source };
type Tagged = { readonly reading: Reading; readonly tags: readonly Tag[] };
type Taken = { readonly article: Article; readonly isNew: boolean; readonly highlights: number; readonly undo: readonly Edit[] };

/** Adds the highlights of a reading to an article that is there, and its note to the summary. */
async function addTo({ store, make }: Ports, article: Article, { reading, tags }: Tagged): Promise<Result<Taken>> {
  const content = await store.readContent(article.content);
  const text = content.ok ? projectContent(content.value).text : '';
  const highlights = placeHighlights(text, newHighlights(reading, article), { now: make.now, nextId: make.highlightId, tags });
  const summary = withNote(article.summary, reading.note);
  const edits: readonly Edit[] = [
    ...highlights.map((highlight): Edit => ({ kind: 'add-highlight', articleId: article.id, highlight: { ...highlight, tags: [...highlight.tags] } })),
    ...(summary === article.summary ? [] : [{ kind: 'summarise-article', articleId: article.id, summary, base: article.summary } as const]),
  ];
  if (edits.length === 0) return succeed({ article, isNew: false, highlights: 0, undo: [] });
  const undo = await applyWhole({ store, now: make.now }, edits);
  return undo.ok ? succeed({ article, isNew: false, highlights: highlights.length, undo: undo.value }) : undo;
}

const extensionOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';

/** Makes an article of a reading that the library has not got: of its text, or of its quotes. */
async function create({ store, make, source }: Ports, { reading, tags }: Tagged): Promise<Result<Taken>> {
  const extension = extensionOf(source.name);
  const { blocks, highlights: found } = articleOfReading(reading);
  const { details, wordCount } = completeArticle({ found: { ...reading.found, title: reading.found.title ?? reading.found.url }, blocks }, source, () => null);
  const written = await store.writeOriginal(source.bytes, extension);
  if (!written.ok) return written;
  const content = createContent(blocks);
  const kept = await store.writeContent(content);
  if (!kept.ok) return kept;
  const original = { sha256: written.value, extension, bytes: source.bytes.length, name: source.name, mediaType: READINGS_TYPE, encoding: null };
  const made = createArticle({ ...details, wordCount, content: kept.value, original }, { id: make.articleId(), now: make.now() });
  const highlights = placeHighlights(projectContent(content).text, found, { now: make.now, nextId: make.highlightId, tags });
  const article: Article = { ...made, highlights, summary: reading.note.slice(0, NOTE_LENGTH_LIMIT), status: reading.status ?? 'inbox', importedAt: reading.savedAt ?? made.importedAt };
  const created = await store.createArticle(article);
  return created.ok ? succeed({ article, isNew: true, highlights: highlights.length, undo: [{ kind: 'bin-article', articleId: article.id, isBinned: true }] }) : created;
}

/** Makes the codes of a codebook that the library lacks, with what they mean and their colours. */
async function takeTags(store: LibraryStore, tags: readonly FoundTag[], make: Makers): Promise<Result<readonly Tag[]>> {
  const before = await store.readCodebook();
  if (!before.ok) return before;
  const known = new Set(before.value.tags.map(({ id }) => id));
  const named = await tagsNamed(store, tags.map(({ name }) => name), { now: make.now, nextId: make.tagId });
  if (!named.ok) return named;
  const told = new Map(tags.map((tag) => [foldName(tag.name), tag]));
  const fresh = named.value.filter(({ id }) => !known.has(id)).map((tag): Tag => {
    const { definition = '', colour = null } = told.get(foldName(tag.name)) ?? {};
    return { ...tag, definition: definition.slice(0, 10_000), colour: colour ?? tag.colour };
  });
  for (const tag of fresh) {
    const put = await applyWhole({ store, now: make.now }, [{ kind: 'put-tag', tag }]);
    if (!put.ok) return put;
  }
  return succeed(fresh);
}

/** Puts articles on the shelves they were on elsewhere: collections, made where there are none of that name. Answers what undoes it. */
async function collectAll(store: LibraryStore, shelves: ReadonlyMap<string, readonly ArticleId[]>, make: Makers): Promise<Result<readonly Edit[]>> {
  const kept = await store.collections.read();
  if (!kept.ok) return kept;
  const known = new Map(kept.value.collections.map((collection): [string, Collection] => [foldName(collection.name), collection]));
  const edits = [...shelves].flatMap(([name, articleIds]): readonly Edit[] => {
    const collection = known.get(foldName(name)) ?? createCollection(name, { id: make.collectionId(), now: make.now() });
    const put: readonly Edit[] = known.has(foldName(name)) ? [] : [{ kind: 'put-collection', collection: { ...collection, articles: [] } }];
    known.set(foldName(name), collection);
    return [...put, { kind: 'collect', collectionId: collection.id, articleIds: [...articleIds], isIn: true }];
  });
  return edits.length === 0 ? succeed([]) : applyWhole({ store, now: make.now }, edits);
}

/** Takes one reading after another. Where one can't be taken, those before it are taken back. */
async function takeEach(ports: Ports, wanted: readonly Reading[], tags: readonly Tag[]): Promise<Result<readonly Taken[]>> {
  const { store, make } = ports;
  const match = makeMatcher((await store.listSummaries()).summaries);
  const taken: Taken[] = [];
  for (const reading of wanted) {
    const article = await matchedArticle(store, match, reading);
    const one = article ? await addTo(ports, article, { reading, tags }) : await create(ports, { reading, tags });
    if (!one.ok) {
      await applyEdits({ store, now: make.now }, undoOf(taken));
      return one;
    }
    taken.push(one.value);
  }
  return succeed(taken);
}

const undoOf = (taken: readonly Taken[]): readonly Edit[] => taken.toReversed().flatMap(({ undo }) => undo);

/** Takes readings into a library: new articles, new highlights of known ones, tags and collections. What undoes it is one step. `skipped` are indexes of readings that are not wanted. */
export async function takeReadings(ports: Ports, readings: Readings, skipped: ReadonlySet<number>): Promise<Result<TakenReadings>> {
  const { store, make } = ports;
  const wanted = readings.readings.filter((_, index) => !skipped.has(index));
  const codes = await takeTags(store, readings.tags, make);
  if (!codes.ok) return codes;
  const tags = await tagsNamed(store, wanted.flatMap(({ highlights }) => highlights.flatMap((each) => each.tags)), { now: make.now, nextId: make.tagId });
  if (!tags.ok) return tags;
  const taken = await takeEach(ports, wanted, tags.value);
  if (!taken.ok) return taken;
  const shelved = wanted.flatMap(({ shelves }, index) => shelves.flatMap((shelf) => ({ name: nameSchema.safeParse(shelf).data, articleId: taken.value[index]?.article.id })));
  const shelves = Map.groupBy(shelved.filter((each): each is { name: string; articleId: ArticleId } => each.name !== undefined && each.articleId !== undefined), ({ name }) => name);
  const collected = await collectAll(store, new Map([...shelves].map(([name, each]) => [name, each.map(({ articleId }) => articleId)])), make);
  if (!collected.ok) return collected;
  const articles = await Promise.all(taken.value.map(({ article }) => store.readArticle(article.id)));
  return succeed({
    articles: articles.flatMap((article) => (article.ok ? [summariseArticle(article.value)] : [])), newArticles: taken.value.filter(({ isNew }) => isNew).length,
    highlights: taken.value.reduce((sum, each) => sum + each.highlights, 0), undo: [...collected.value, ...undoOf(taken.value)],
  });
}

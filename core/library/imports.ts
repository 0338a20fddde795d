import { createArticle } from '../article/article.ts';
import { projectContent } from '../article/projection.ts';
import { type ArticleSummary, summariseArticle } from '../article/summary.ts';
import type { ArticleId } from '../base/ids.ts';
import type { RecordKind } from '../base/named-record.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { Readings } from '../import/readings/reading.ts';
import type { ParsedArticle, Source } from '../import/source.ts';
import { withFetchedImages } from './fetch-images.ts';
import { keepSource } from './keep-source.ts';
import { findByAddress, findKnown, type KnownArticle, type KnownPolicy } from './known-articles.ts';
import { importVersion, type NewVersion, takeVersion } from './new-version.ts';
import { placeHighlights } from './place-highlights.ts';
import { planReadings, type ReadingsPlan } from './plan-readings.ts';
import type { Fetcher, Importer, LibraryStore } from './ports.ts';
import { tagsNamed } from './tags-named.ts';
import { type Makers, takeReadings, type TakenReadings } from './take-readings.ts';

/** What became of a source: an article, a plan of what an export of another program would bring, another version of an article that was there, or, with nothing changed, that there is one. */
export type Imported =
  | { readonly kind: 'article'; readonly article: ArticleSummary }
  | { readonly kind: 'readings'; readonly plan: ReadingsPlan }
  | { readonly kind: 'version'; readonly version: NewVersion }
  | ({ readonly kind: 'known' } & KnownArticle);

/** What becomes of a page of the web. */
export type PageTaken = Extract<Imported, { readonly kind: 'article' | 'version' }>;

/** So many plans wait to be taken; an older one is let go. */
const PLANS_KEPT = 5;

/** How sources come into a library. */
export type Imports = {
  /** Makes an article of a source, or what the policy says where the library has it already; of what another program exported it answers a plan alone. */
  importSource(source: Source, known?: KnownPolicy): Promise<Result<Imported>>;
  /** Fetches a page, its images too, and makes an article of it; where there is one of that address, a new version of that. */
  importAddress(address: string): Promise<Result<PageTaken>>;
  /** Makes an article of a page that a browser hands over as its reader sees it, or a new version of the one of its address. Its images are fetched. */
  importCaptured(source: Source & { readonly address: string }): Promise<Result<PageTaken>>;
  /** Takes in what a plan told of, but for the readings of those indexes. A plan is good once. */
  takeReadings(planId: string, skipped: readonly number[]): Promise<Result<TakenReadings>>;
  /** Gives an article another text; the one it had is kept among its versions. */
  importVersion(id: ArticleId, source: Source): Promise<Result<NewVersion>>;
};

type Ports = { readonly store: LibraryStore; readonly importer: Importer; readonly fetcher?: Fetcher | undefined; readonly make: Makers; readonly tell: (articleIds: readonly ArticleId[], kinds?: readonly RecordKind[]) => Promise<void> };

export function makeImports({ store, importer, fetcher, make, tell }: Ports): Imports {
  const plans = new Map<string, { readonly source: Source; readonly readings: Readings }>();
  const { now } = make;

  async function planFor(source: Source, readings: Readings): Promise<Result<Imported>> {
    const plan = await planReadings(store, readings, { id: make.articleId(), name: source.name });
    if (!plan.ok) return plan;
    plans.set(plan.value.id, { source, readings });
    for (const oldest of plans.keys()) if (plans.size > PLANS_KEPT) plans.delete(oldest);
    return succeed({ kind: 'readings', plan: plan.value });
  }

  async function takePlanned(planId: string, skipped: readonly number[]): Promise<Result<TakenReadings>> {
    const planned = plans.get(planId);
    if (!planned) return fail({ code: 'upload-missing' });
    const taken = await takeReadings({ store, make, source: planned.source }, planned.readings, new Set(skipped));
    if (taken.ok) plans.delete(planId);
    await tell(taken.ok ? taken.value.articles.map((article) => article.id) : [], ['tag', 'collection']);
    return taken;
  }

  const summaries = async () => (await store.listSummaries()).summaries;

  async function importSource(source: Source, policy: KnownPolicy = 'ask'): Promise<Result<Imported>> {
    const parsed = await importer.parse(source);
    if (!parsed.ok) return parsed;
    if (parsed.value.kind === 'readings') return planFor(source, parsed.value.readings);
    const known = policy === 'both' ? null : findKnown(await summaries(), { sha256: await store.hashOf(source.bytes), url: parsed.value.details.url });
    if (!known) return makeArticle(source, parsed.value);
    return policy === 'ask' ? succeed({ kind: 'known', ...known }) : giveVersion(known.article.id, { source, parsed: parsed.value });
  }

  async function giveVersion(id: ArticleId, read: { readonly source: Source; readonly parsed: ParsedArticle }): Promise<Result<PageTaken>> {
    const version = await takeVersion({ store, now }, id, read);
    if (version.ok && version.value.undo.length > 0) await tell([id]);
    return version.ok ? succeed({ kind: 'version', version: version.value }) : version;
  }

  async function importAddress(address: string): Promise<Result<PageTaken>> {
    if (!fetcher) return fail({ code: 'call-unknown', path: 'articles.importAddress' });
    const fetched = await fetcher.fetchPage(address);
    if (!fetched.ok) return fetched;
    return takePage({ ...fetched.value.source, address: fetched.value.url }, address);
  }

  /** Makes an article of a page of the web, its images fetched; where there is one of its address, a new version of that. */
  async function takePage(source: Source & { readonly address: string }, asked: string): Promise<Result<PageTaken>> {
    const { address: url } = source;
    const read = await importer.parse(source);
    if (!read.ok) return read;
    if (read.value.kind === 'readings') return fail({ code: 'format-unsupported', name: source.name });
    const { details } = read.value;
    const whole = { ...read.value, details: { ...details, url: details.url ?? url }, capture: { url, capturedAt: now() } };
    const parsed = fetcher ? await withFetchedImages(whole, fetcher) : whole;
    const known = findByAddress(await summaries(), [asked, url, parsed.details.url]);
    return known ? giveVersion(known.id, { source, parsed }) : makeArticle(source, parsed);
  }

  async function importCaptured(source: Source & { readonly address: string }): Promise<Result<PageTaken>> {
    return /^https?:\/\//i.test(source.address) ? takePage(source, source.address) : fail({ code: 'address-refused', url: source.address, reason: 'not-web' });
  }

  async function makeArticle(source: Source, parsed: ParsedArticle): Promise<Result<PageTaken>> {
    const { details, wordCount, highlights: found = [] } = parsed;
    const kept = await keepSource(store, source, parsed);
    if (!kept.ok) return kept;
    const { original, content, blocks } = kept.value;
    const names = found.flatMap((each) => each.tags);
    const tags = await tagsNamed(store, names, { now, nextId: make.tagId });
    if (!tags.ok) return tags;
    const highlights = placeHighlights(projectContent(blocks).text, found, { now, nextId: make.highlightId, tags: tags.value });
    const article = { ...createArticle({ ...details, wordCount, content, original }, { id: make.articleId(), now: now() }), highlights };
    const created = await store.createArticle(article);
    if (!created.ok) return created;
    await tell([article.id], names.length > 0 ? ['tag'] : []);
    return succeed({ kind: 'article', article: summariseArticle(article) });
  }

  async function importVersionOf(articleId: ArticleId, source: Source): Promise<Result<NewVersion>> {
    const imported = await importVersion({ store, importer, now }, articleId, source);
    if (imported.ok && imported.value.undo.length > 0) await tell([articleId]);
    return imported;
  }

  return { importSource, importAddress, importCaptured, takeReadings: takePlanned, importVersion: importVersionOf };
}

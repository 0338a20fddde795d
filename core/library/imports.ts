import { createArticle } from '../article/article.ts';
import { projectContent } from '../article/projection.ts';
import { type ArticleSummary, summariseArticle } from '../article/summary.ts';
import type { ArticleId } from '../base/ids.ts';
import type { RecordKind } from '../base/named-record.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { Readings } from '../import/readings/reading.ts';
import type { Source } from '../import/source.ts';
import { keepSource } from './keep-source.ts';
import { importVersion, type NewVersion } from './new-version.ts';
import { placeHighlights } from './place-highlights.ts';
import { planReadings, type ReadingsPlan } from './plan-readings.ts';
import type { Importer, LibraryStore } from './ports.ts';
import { tagsNamed } from './tags-named.ts';
import { type Makers, takeReadings, type TakenReadings } from './take-readings.ts';

/** What became of a source: an article, or a plan of what an export of another program would bring, which nothing was taken of yet. */
export type Imported = { readonly kind: 'article'; readonly article: ArticleSummary } | { readonly kind: 'readings'; readonly plan: ReadingsPlan };

/** So many plans wait to be taken; an older one is let go. */
const PLANS_KEPT = 5;

/** How sources come into a library. */
export type Imports = {
  /** Makes an article of a source; of what another program exported it answers a plan alone. */
  importSource(source: Source): Promise<Result<Imported>>;
  /** Takes in what a plan told of, but for the readings of those indexes. A plan is good once. */
  takeReadings(planId: string, skipped: readonly number[]): Promise<Result<TakenReadings>>;
  /** Gives an article another text; the one it had is kept among its versions. */
  importVersion(id: ArticleId, source: Source): Promise<Result<NewVersion>>;
};

type Ports = { readonly store: LibraryStore; readonly importer: Importer; readonly make: Makers; readonly tell: (articleIds: readonly ArticleId[], kinds?: readonly RecordKind[]) => Promise<void> };

export function makeImports({ store, importer, make, tell }: Ports): Imports {
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

  async function importSource(source: Source): Promise<Result<Imported>> {
    const parsed = await importer.parse(source);
    if (!parsed.ok) return parsed;
    if (parsed.value.kind === 'readings') return planFor(source, parsed.value.readings);
    const { details, wordCount, highlights: found = [] } = parsed.value;
    const kept = await keepSource(store, source, parsed.value);
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

  return { importSource, takeReadings: takePlanned, importVersion: importVersionOf };
}

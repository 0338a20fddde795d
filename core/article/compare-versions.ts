import type { VersionChange } from '../base/version-change.ts';
import type { Highlight } from '../highlight/highlight.ts';
import { type Article, detailsSchema } from './article.ts';

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

function compareHighlight(before: Highlight, after: Highlight): readonly VersionChange[] {
  const quote = after.anchor.exact;
  const changes: VersionChange[] = [];
  if (before.anchor.exact !== quote) changes.push({ kind: 'highlight-moved', quote });
  if (before.note !== after.note) changes.push({ kind: before.note === '' ? 'note-added' : after.note === '' ? 'note-removed' : 'note-changed', quote });
  if (!isSameList(before.tags, after.tags)) changes.push({ kind: 'tags-changed', quote });
  if (before.colour !== after.colour) changes.push({ kind: 'colour-changed', quote });
  return changes;
}

function compareHighlights(before: Article, after: Article): readonly VersionChange[] {
  const old = new Map(before.highlights.map((highlight) => [highlight.id, highlight]));
  const present = new Set(after.highlights.map(({ id }) => id));
  const kept = after.highlights.flatMap((highlight): readonly VersionChange[] => {
    const was = old.get(highlight.id);
    return was ? compareHighlight(was, highlight) : [{ kind: 'highlight-added', quote: highlight.anchor.exact }];
  });
  const removed = before.highlights.filter(({ id }) => !present.has(id)).map(({ anchor }): VersionChange => ({ kind: 'highlight-removed', quote: anchor.exact }));
  return [...kept, ...removed];
}

/** What a reader would call the changes from one version of an article to a later one. How far it was read is none. */
export function compareVersions(before: Article, after: Article): readonly VersionChange[] {
  const changes = [...compareHighlights(before, after)];
  if (before.summary !== after.summary) changes.push({ kind: 'summary-changed' });
  if (before.status !== after.status) changes.push({ kind: 'status-changed', status: after.status });
  if ((before.binnedAt === null) !== (after.binnedAt === null)) changes.push({ kind: after.binnedAt === null ? 'taken-out' : 'binned' });
  if (!isSameList(before.putBack, after.putBack)) changes.push({ kind: 'asides-changed' });
  for (const field of detailsSchema.keyof().options) if (before[field] !== after[field]) changes.push({ kind: 'detail-changed', field });
  return changes;
}

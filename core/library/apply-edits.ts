import type { ArticleId, TagId } from '../base/ids.ts';
import { assertNever } from '../base/never.ts';
import { type Result, succeed } from '../base/result.ts';
import { type ArticleEdit, type Edit, editArticle, isArticleEdit } from './edit.ts';
import type { LibraryStore } from './ports.ts';
import { editCodebook, editCollections, type Edited, editSearches, type RecordEdit } from './record-edit.ts';

type Ports = { readonly store: LibraryStore; readonly now: () => string };
/** An edit or what undoes it, and which of the row it is. */
type Placed<E extends Edit> = { readonly at: number; readonly edit: E };
type Done = Result<readonly Placed<Edit>[]>;

/** Edits of one article, all of them in one write or none. */
function applyToArticle({ store, now }: Ports, articleId: ArticleId, edits: readonly Placed<ArticleEdit>[]): Promise<Done> {
  return store.updateArticle(articleId, (article) => {
    let next = article;
    const inverses: Placed<Edit>[] = [];
    for (const { at, edit } of edits) {
      const edited = editArticle(next, edit, now());
      if (!edited.ok) return edited;
      next = edited.value.next;
      inverses.push({ at, edit: edited.value.inverse });
    }
    return succeed({ next, answer: inverses });
  });
}

/** Counts the highlights that carry a tag, in documents too that another program has just brought. */
async function countTagUse(store: LibraryStore): Promise<(tagId: TagId) => number> {
  await store.rescan();
  const { summaries } = await store.listSummaries();
  return (tagId) => summaries.reduce((count, { tags }) => count + (tags[tagId] ?? 0), 0);
}

/** An edit of the codebook, the collections or the saved searches. */
async function applyToRecords({ store }: Ports, { at, edit }: Placed<RecordEdit>): Promise<Done> {
  const answered = <D>(edited: Result<Edited<D, RecordEdit>>) => (edited.ok ? succeed({ next: edited.value.next, answer: [{ at, edit: edited.value.inverse }] }) : edited);
  switch (edit.kind) {
    case 'put-tag':
    case 'remove-tag': {
      // Only a removal has to know who uses the tag.
      const useOf = edit.kind === 'remove-tag' ? await countTagUse(store) : () => 0;
      return store.updateCodebook((codebook) => answered(editCodebook(codebook, edit, useOf)));
    }
    case 'put-collection':
    case 'remove-collection':
    case 'collect':
      return store.collections.update((collections) => answered(editCollections(collections, edit)));
    case 'put-search':
    case 'remove-search':
      return store.searches.update((searches) => answered(editSearches(searches, edit)));
    default:
      return assertNever(edit);
  }
}

/** The row cut into steps: an edit of records is a step of its own, edits of articles between two such are one, by article. */
function stepsOf(edits: readonly Edit[]): readonly (Placed<RecordEdit> | Map<ArticleId, Placed<ArticleEdit>[]>)[] {
  const steps: (Placed<RecordEdit> | Map<ArticleId, Placed<ArticleEdit>[]>)[] = [];
  for (const [at, edit] of edits.entries()) {
    if (!isArticleEdit(edit)) steps.push({ at, edit });
    else {
      const last = steps.at(-1);
      const step = last instanceof Map ? last : new Map<ArticleId, Placed<ArticleEdit>[]>();
      if (step !== last) steps.push(step);
      const row = step.get(edit.articleId) ?? [];
      row.push({ at, edit });
      step.set(edit.articleId, row);
    }
  }
  return steps;
}

const inReverse = (done: readonly Placed<Edit>[]): readonly Edit[] => done.toSorted((a, b) => b.at - a.at).map(({ edit }) => edit);

/** Applies a row of edits, many articles at once, and answers what undoes it. After a fault, what was done of the row is undone. */
export async function applyEdits(ports: Ports, edits: readonly Edit[]): Promise<Result<readonly Edit[]>> {
  const done: Placed<Edit>[] = [];
  for (const step of stepsOf(edits)) {
    const outcomes = await Promise.all(step instanceof Map ? [...step].map(([id, row]) => applyToArticle(ports, id, row)) : [applyToRecords(ports, step)]);
    for (const outcome of outcomes) if (outcome.ok) done.push(...outcome.value);
    const failed = outcomes.find((outcome) => !outcome.ok);
    if (failed) {
      for (const undo of inReverse(done)) await applyEdits(ports, [undo]);
      return failed;
    }
  }
  return succeed(inReverse(done));
}

import type { ArticleId, TagId } from '../base/ids.ts';
import type { Fault } from '../base/fault.ts';
import { assertNever } from '../base/never.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { type ArticleEdit, type Edit, editArticle, isArticleEdit } from './edit.ts';
import type { LibraryStore } from './ports.ts';
import { namesOfEdits } from './names-of-edits.ts';
import { editCodebook, editCollections, type Edited, editSearches, type RecordEdit } from './record-edit.ts';

/** What of a row was not done, and why: the edits, and what a person calls what they are of. */
export type Unfinished = { readonly fault: Fault; readonly edits: readonly Edit[]; readonly names: readonly string[] };
/** What became of a row of edits: the edits that undo what was done, in their order, and what was not; null where all was. */
export type Applied = { readonly undo: readonly Edit[]; readonly unfinished: Unfinished | null };

type Ports = { readonly store: LibraryStore; readonly now: () => string; readonly log?: (error: unknown) => void };
/** An edit or what undoes it, and which of the row it is. */
type Placed<E extends Edit> = { readonly at: number; readonly edit: E };
type Done = Result<readonly Placed<Edit>[]>;
/** What became of a part of a row that is done whole or not at all. `isRefused` where an edit can't be done, whatever the disk does. */
type Outcome = { readonly kind: 'done'; readonly inverses: readonly Placed<Edit>[] } | { readonly kind: 'failed'; readonly fault: Fault; readonly isRefused: boolean } | { readonly kind: 'broken'; readonly error: unknown };

/** Edits of one article, all of them in one write or none. */
function applyToArticle({ store, now }: Ports, articleId: ArticleId, { row, onRefused }: { readonly row: readonly Placed<ArticleEdit>[]; onRefused(fault: Fault): void }): Promise<Done> {
  return store.updateArticle(articleId, (article) => {
    let next = article;
    const inverses: Placed<Edit>[] = [];
    for (const { at, edit } of row) {
      const edited = editArticle(next, edit, now());
      if (!edited.ok) {
        onRefused(edited.fault);
        return edited;
      }
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
async function applyToRecords({ store }: Ports, { at, edit }: Placed<RecordEdit>, onRefused: (fault: Fault) => void): Promise<Done> {
  const answered = <D>(edited: Result<Edited<D, RecordEdit>>) => {
    if (edited.ok) return succeed({ next: edited.value.next, answer: [{ at, edit: edited.value.inverse }] });
    onRefused(edited.fault);
    return edited;
  };
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

type Step = Placed<RecordEdit> | Map<ArticleId, Placed<ArticleEdit>[]>;

/** The row cut into steps: an edit of records is a step of its own, edits of articles between two such are one, by article. */
function stepsOf(edits: readonly Edit[]): readonly Step[] {
  const steps: Step[] = [];
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

/** Waits for a part of a row. A bug in it ends the row, and must not hide what became of the other parts. */
async function outcomeOf(doing: () => Promise<Done>, isRefusal: (fault: Fault) => boolean): Promise<Outcome> {
  try {
    const done = await doing();
    return done.ok ? { kind: 'done', inverses: done.value } : { kind: 'failed', fault: done.fault, isRefused: isRefusal(done.fault) };
  } catch (error) {
    return { kind: 'broken', error };
  }
}

async function applyStep(ports: Ports, step: Step): Promise<readonly Outcome[]> {
  const refused = new Set<Fault>();
  const onRefused = (fault: Fault) => void refused.add(fault);
  const isRefusal = (fault: Fault) => refused.has(fault);
  if (!(step instanceof Map)) return [await outcomeOf(() => applyToRecords(ports, step, onRefused), isRefusal)];
  return Promise.all([...step].map(([id, row]) => outcomeOf(() => applyToArticle(ports, id, { row, onRefused }), isRefusal)));
}

/** Undoes what was done, and answers what could not be undone. */
async function takeBack(ports: Ports, done: readonly Placed<Edit>[]): Promise<readonly Placed<Edit>[]> {
  const left: Placed<Edit>[] = [];
  const inOrder = done.toSorted((a, b) => b.at - a.at);
  for (const step of stepsOf(inOrder.map(({ edit }) => edit))) {
    const rows = step instanceof Map ? [...step.values()] : [[step]];
    const outcomes = await applyStep(ports, step);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.kind === 'broken') ports.log?.(outcome.error);
      if (outcome.kind !== 'done') left.push(...(rows[index] ?? []).flatMap(({ at }) => inOrder[at] ?? []));
    }
  }
  return left;
}

/** What is answered of a row that a step has ended. Where nothing of it is left done, that is its fault alone. */
async function endRow(ports: Ports, edits: readonly Edit[], { done, outcomes }: { readonly done: readonly Placed<Edit>[]; readonly outcomes: readonly Outcome[] }): Promise<Result<Applied>> {
  const failed = outcomes.find((outcome) => outcome.kind === 'failed');
  const broken = outcomes.find((outcome) => outcome.kind === 'broken');
  // What an edit can't do concerns the whole row; what the disk does not take concerns those articles alone, and undoing the others is writing too.
  const left = outcomes.some((outcome) => outcome.kind === 'failed' && outcome.isRefused) ? await takeBack(ports, done) : done;
  if (left.length === 0 && broken) throw broken.error;
  const fault: Fault = failed?.fault ?? { code: 'internal' };
  if (left.length === 0) return fail(fault);
  for (const outcome of outcomes) if (outcome.kind === 'broken') ports.log?.(outcome.error);
  const stays = new Set(left.map(({ at }) => at));
  const rest = edits.filter((_, at) => !stays.has(at));
  return succeed({ undo: inReverse(left), unfinished: { fault, edits: rest, names: await namesOfEdits(ports.store, rest) } });
}

/**
 * Applies a row of edits, many articles at once. An edit that is refused ends the row, and what was done of it is undone.
 * Where the disk or a bug ends it, what was done stays, and the answer says what was not. A fault: nothing of it is done.
 */
export async function applyEdits(ports: Ports, edits: readonly Edit[]): Promise<Result<Applied>> {
  const done: Placed<Edit>[] = [];
  for (const step of stepsOf(edits)) {
    const outcomes = await applyStep(ports, step);
    for (const outcome of outcomes) if (outcome.kind === 'done') done.push(...outcome.inverses);
    if (outcomes.some(({ kind }) => kind !== 'done')) return endRow(ports, edits, { done, outcomes });
  }
  return succeed({ undo: inReverse(done), unfinished: null });
}

/** The same for a row that is done whole or, as far as the disk lets it be undone, not at all; answers what undoes it. */
export async function applyWhole(ports: Ports, edits: readonly Edit[]): Promise<Result<readonly Edit[]>> {
  const applied = await applyEdits(ports, edits);
  if (!applied.ok) return applied;
  const { undo, unfinished } = applied.value;
  if (unfinished === null) return succeed(undo);
  await applyEdits(ports, undo);
  return fail(unfinished.fault);
}

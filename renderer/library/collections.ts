import type { ArticleId } from '../../core/base/ids.ts';
import { createCollectionId } from '../../core/base/ids.ts';
import { type Collection, createCollection } from '../../core/collection/collection.ts';
import { isDone } from '../state/editor.ts';
import { summariesOf } from '../state/library-state.ts';
import type { Session } from '../state/session.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import { editWithUndo } from './edit-with-undo.ts';

/** A collection as an edit carries it. */
const forEdit = (collection: Collection) => ({ ...collection, articles: [...collection.articles] });

/** A collection of that name, made now; it is nowhere until an edit puts it there. */
export function newCollection(name: string): Collection {
  return createCollection(name, { id: createCollectionId(Date.now(), crypto.getRandomValues(new Uint8Array(10))), now: new Date().toISOString() });
}

/** Makes a collection with those articles in it; false when it could not be saved. One undo takes it back. */
export function addCollection(session: Session, name: string, articles: readonly ArticleId[]): Promise<boolean> {
  return isDone(session.editor.edit([{ kind: 'put-collection', collection: { ...newCollection(name), articles: [...articles] } }]));
}

export function renameCollection(session: Session, collection: Collection, name: string): Promise<boolean> {
  return isDone(session.editor.edit([{ kind: 'put-collection', collection: { ...forEdit(collection), name } }]));
}

/** Deletes a collection and says so. Its articles stay where they are. */
export function removeCollection(session: Session, collection: Collection): void {
  void editWithUndo(session, {
    edits: [{ kind: 'remove-collection', collectionId: collection.id }], text: collectionMessages.removed(collection.name),
  });
}

/** Puts articles into a collection, or takes them out. */
export function collectArticles(session: Session, collection: Collection, { ids, isIn }: { ids: readonly ArticleId[]; isIn: boolean }): Promise<boolean> {
  return isDone(session.editor.edit([{ kind: 'collect', collectionId: collection.id, articleIds: [...ids], isIn }]));
}

/** Takes articles out of a collection and says so. */
export function takeOut(session: Session, collection: Collection, ids: readonly ArticleId[]): void {
  const articleIds = ids.filter((id) => collection.articles.includes(id));
  const titles = summariesOf(session.library, articleIds).map(({ title }) => title);
  void editWithUndo(session, { edits: [{ kind: 'collect', collectionId: collection.id, articleIds, isIn: false }], text: collectionMessages.takenOut(titles, collection.name) });
}

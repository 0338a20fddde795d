import { type Edit, isArticleEdit } from './edit.ts';
import type { LibraryStore } from './ports.ts';
import type { RecordEdit } from './record-edit.ts';

/** The id of the record that an edit is of, and its name where the edit tells it. */
function recordOf(edit: RecordEdit): { readonly id: string; readonly name: string | null } {
  if (edit.kind === 'put-tag') return edit.tag;
  if (edit.kind === 'put-collection') return edit.collection;
  if (edit.kind === 'put-search') return edit.search;
  const id = edit.kind === 'remove-tag' ? edit.tagId : edit.kind === 'remove-search' ? edit.searchId : edit.collectionId;
  return { id, name: null };
}

/** What a person calls the articles and records that edits are of, each once; those that are not there have no name. */
export async function namesOfEdits(store: LibraryStore, edits: readonly Edit[]): Promise<readonly string[]> {
  const [{ summaries }, codebook, collections, searches] = await Promise.all([store.listSummaries(), store.readCodebook(), store.collections.read(), store.searches.read()]);
  const records = [...(codebook.ok ? codebook.value.tags : []), ...(collections.ok ? collections.value.collections : []), ...(searches.ok ? searches.value.searches : [])];
  const known = new Map<string, string>([...summaries.map(({ id, title }): [string, string] => [id, title]), ...records.map(({ id, name }): [string, string] => [id, name])]);
  const named = edits.map((edit) => (isArticleEdit(edit) ? { id: edit.articleId, name: null } : recordOf(edit)));
  return [...new Map(named.map(({ id, name }) => [id, name ?? known.get(id) ?? null])).values()].filter((name) => name !== null);
}

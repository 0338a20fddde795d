import { useEffect } from 'react';
import type { Tag } from '../../core/tag/tag.ts';
import { noSelection } from '../state/selection.ts';
import { useCollections, useSession } from '../state/use-session.ts';
import type { Shelf } from '../state/view-state.ts';
import { addMessages, libraryMessages } from '../text/library-messages.ts';
import { collectionMessages } from '../text/shelf-messages.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { WriteButton } from './write-button.tsx';
import styles from './empty-list.module.css';

type EmptyListProps = { readonly shelf: Shelf; readonly tags: readonly Tag[]; readonly filter: string; readonly isLibraryEmpty: boolean };

/** What a list without articles says instead: why, and what to do. */
export function EmptyList({ shelf, tags, filter, isLibraryEmpty }: EmptyListProps) {
  const { view } = useSession();
  const collections = useCollections();
  // Nothing that was chosen is in the list any more.
  useEffect(() => view.setState({ selection: noSelection }), [view]);
  const add = <WriteButton onClick={() => view.setState({ dialog: 'add' })}>{addMessages.add}</WriteButton>;
  if (filter !== '') {
    return <div className={styles.empty}><p>{libraryMessages.noMatch(filter)}</p><Button onClick={() => view.setState({ filter: '' })}>{libraryMessages.clearFilter}</Button></div>;
  }
  if (shelf.kind === 'bin') return <div className={styles.empty}><p>{libraryMessages.emptyBin}</p></div>;
  if (shelf.kind === 'review') return <div className={styles.empty}><p>{libraryMessages.emptyReview}</p></div>;
  if (isLibraryEmpty) return <div className={styles.empty}><p>{libraryMessages.emptyLibrary}</p>{add}</div>;
  if (shelf.kind === 'tag') {
    const name = tags.find((tag) => tag.id === shelf.tagId)?.name ?? '';
    return <div className={styles.empty}><p>{libraryMessages.emptyTag(name)} <Kbd command="tag-highlight" />.</p></div>;
  }
  if (shelf.kind === 'collection') {
    const name = collections.find(({ id }) => id === shelf.collectionId)?.name ?? '';
    return <div className={styles.empty}><p>{collectionMessages.empty(name)} <Kbd command="collect-article" />.</p></div>;
  }
  switch (shelf.status) {
    case 'inbox': return <div className={styles.empty}><p>{libraryMessages.emptyInbox}</p>{add}</div>;
    case 'reading': return <div className={styles.empty}><p>{libraryMessages.emptyReading}</p></div>;
    case 'archive': return <div className={styles.empty}><p>{libraryMessages.emptyArchive} <Kbd command="article-to-archive" />.</p></div>;
  }
}

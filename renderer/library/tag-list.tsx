import type { Shelf } from '../state/view-state.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { ColourDot } from '../ui/colour-dot.tsx';
import { ShelfGroup } from './shelf-group.tsx';
import { ShelfRow } from './shelf-row.tsx';
import { isTagShelf, type TagCount } from './shelves.ts';
import styles from './tag-list.module.css';

/** The codebook's tags, each a shelf of the articles that it is used in. */
export function TagList({ tags, shelf }: { readonly tags: readonly TagCount[]; readonly shelf: Shelf }) {
  return (
    <ShelfGroup group="tags" title={libraryMessages.tags}>
      {tags.map(({ tag, count }) => (
        <ShelfRow key={tag.id} shelf={{ kind: 'tag', tagId: tag.id }} isChosen={isTagShelf(shelf, tag.id)} count={count}>
          <ColourDot colour={tag.colour} /> <span className={count === 0 ? styles.unused : styles.name} dir="auto" title={tag.name}>{tag.name}</span>
        </ShelfRow>
      ))}
    </ShelfGroup>
  );
}

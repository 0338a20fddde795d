import type { RefObject } from 'react';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Edit } from '../../core/library/edit.ts';
import { findTag, type Tag } from '../../core/tag/tag.ts';
import { useSession } from '../state/use-session.ts';
import { TagChip } from '../tags/tag-chip.tsx';
import { TagInput } from '../tags/tag-input.tsx';
import { notesMessages } from '../text/notes-messages.ts';
import { useLeave } from './use-leave.ts';
import styles from './note-card.module.css';

type CardTagsProps = {
  readonly articleId: ArticleId;
  readonly highlight: Highlight;
  readonly tags: readonly Tag[];
  readonly isTagging: boolean;
  readonly card: RefObject<HTMLElement | null>;
  readonly onOpenTag: ((tag: Tag) => void) | undefined;
  readonly onDone: () => void;
};

/** The tags of a card, or the field that changes them. */
export function CardTags({ articleId, highlight, tags, isTagging, card, onOpenTag, onDone }: CardTagsProps) {
  if (isTagging) return <CardTagInput articleId={articleId} highlight={highlight} card={card} onDone={onDone} />;
  const chosen = highlight.tags.flatMap((id) => findTag({ tags }, id) ?? []);
  if (chosen.length === 0) return null;
  return <ul role="list" aria-label={notesMessages.tags} className={styles.tags}>{chosen.map((tag) => <li key={tag.id}><TagChip tag={tag} onOpen={onOpenTag} /></li>)}</ul>;
}

function CardTagInput({ articleId, highlight, card, onDone }: Omit<CardTagsProps, 'tags' | 'isTagging' | 'onOpenTag'>) {
  const { editor } = useSession();
  useLeave(card, onDone);
  return (
    <div
      className={styles.tagging}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        card.current?.focus({ preventScroll: true });
        onDone();
      }}
    >
      <TagInput
        label={notesMessages.tags} chosen={highlight.tags} autoFocus
        onChange={(ids, created) => {
          const made = created.map((tag): Edit => ({ kind: 'put-tag', tag }));
          void editor.edit([...made, { kind: 'tag-highlight', articleId, highlightId: highlight.id, tags: [...ids] }]);
        }}
      />
    </div>
  );
}

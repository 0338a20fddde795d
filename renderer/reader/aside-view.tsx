import type { Block } from '../../core/article/blocks.ts';
import { WriteButton } from '../library/write-button.tsx';
import { openArticleOf } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { BlockView, type RenderLeaf } from './block-view.tsx';
import styles from './aside-view.module.css';

type AsideViewProps = { readonly aside: Extract<Block, { kind: 'aside' }>; readonly renderLeaf: RenderLeaf };

/** A part that was set aside at import: folded where it stood, with its reason, until the user puts it back. */
export function AsideView({ aside, renderLeaf }: AsideViewProps) {
  const { reader, editor } = useSession();
  const isPutBack = useSelected(reader, (state) => state.opened.kind === 'open' && state.opened.article.putBack.includes(aside.id));
  const blocks = aside.blocks.map((block, index) => <BlockView key={index} block={block} renderLeaf={renderLeaf} />);

  function putBack(wanted: boolean): void {
    const open = openArticleOf(reader);
    if (open) void editor.edit([{ kind: 'put-back', articleId: open.article.id, asideId: aside.id, isPutBack: wanted }]);
  }

  if (isPutBack) {
    return (
      <div className={styles.restored}>
        {blocks}
        <WriteButton kind="quiet" onClick={() => putBack(false)}>{readerMessages.setAsideAgain}</WriteButton>
      </div>
    );
  }
  return (
    <details className={styles.aside}>
      <summary className={styles.summary}>{readerMessages.asideTitle(aside.reason)}</summary>
      <div className={styles.text}>{blocks}</div>
      <WriteButton onClick={() => putBack(true)}>{readerMessages.putBack}</WriteButton>
    </details>
  );
}

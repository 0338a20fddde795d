import { useState } from 'react';
import type { ArticleSummary } from '../../core/article/summary.ts';
import { emptyDraft } from '../state/imports.ts';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { reviewMessages } from '../text/review-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { DraftField } from './draft-field.tsx';
import { incomingOf } from './incoming.ts';
import { takeVersion } from './new-version.ts';
import styles from './add-article.module.css';

function NewVersion({ article, onClose }: { readonly article: ArticleSummary; readonly onClose: () => void }) {
  const session = useSession();
  const [draft, setDraft] = useState(emptyDraft);
  const [isBusy, setIsBusy] = useState(false);
  const isReady = draft.text.trim() !== '' && !isBusy;

  async function take(): Promise<void> {
    if (!isReady) return;
    setIsBusy(true);
    const isTaken = await takeVersion(session, article.id, incomingOf(draft));
    setIsBusy(false);
    if (isTaken) onClose();
  }

  return (
    <Modal title={reviewMessages.versionTitle(article.title)} onClose={onClose} width={640}>
      <p className={`${styles.hint} ${styles.above}`}>{reviewMessages.versionHint}</p>
      <DraftField label={reviewMessages.versionLabel} draft={draft} onChange={setDraft} onSubmit={() => void take()} />
      <ModalActions>
        <Button onClick={onClose}>{chromeMessages.cancel}</Button>
        <Button kind="primary" aria-disabled={!isReady} onClick={() => void take()}>{reviewMessages.takeVersion}</Button>
      </ModalActions>
    </Modal>
  );
}

/** The dialog that gives an article a new text by pasting, while it is open. */
export function NewVersionDialog() {
  const { view } = useSession();
  const id = useSelected(view, (state) => state.newVersionOf);
  const article = useOverview()?.articles.find((each) => each.id === id);
  return article ? <NewVersion key={article.id} article={article} onClose={() => view.setState({ newVersionOf: null })} /> : null;
}

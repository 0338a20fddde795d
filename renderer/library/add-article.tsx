import { useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { addMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { chooseFiles, chooseFolder } from './choose-files.ts';
import { DraftField } from './draft-field.tsx';
import { importDraft } from './import-files.ts';
import { ImportProgress } from './import-progress.tsx';
import styles from './add-article.module.css';

/** Where articles come in: pasted text, files, and word of how each fared. */
function AddArticle({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const { imports } = session;
  const draft = useSelected(imports, (state) => state.draft);
  const isBusy = useSelected(imports, ({ items }) => items.some((item) => item.outcome === null));
  const isTold = useSelected(imports, ({ items }) => items.length > 0);
  const isReady = draft.text.trim() !== '' && !isBusy;

  function add(): void {
    if (isReady) void importDraft(session);
  }

  const whenIdle = (choose: typeof chooseFiles) => () => {
    if (!isBusy) void choose(session);
  };

  return (
    <Modal title={addMessages.title} onClose={onClose} width={640}>
      <DraftField label={addMessages.pasteLabel} draft={draft} onChange={(changed) => imports.setState({ draft: changed })} onSubmit={add} />
      <ImportProgress />
      <div className={styles.files}>
        <Button aria-disabled={isBusy} onClick={whenIdle(chooseFiles)}>{addMessages.chooseFiles}</Button>
        <Button aria-disabled={isBusy} onClick={whenIdle(chooseFolder)}>{addMessages.chooseFolder}</Button>
        <p className={styles.hint}>{addMessages.dropHint}</p>
      </div>
      <ModalActions>
        <Button onClick={onClose}>{isTold ? chromeMessages.close : chromeMessages.cancel}</Button>
        {/* Never truly disabled: a button that has the focus would lose it. */}
        <Button kind="primary" aria-disabled={!isReady} onClick={add}>{addMessages.add}</Button>
      </ModalActions>
    </Modal>
  );
}

/** The dialog that adds articles, while it is open. */
export function AddArticleDialog() {
  const { view, imports } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'add');
  if (!isOpen) return null;
  return (
    <AddArticle
      onClose={() => {
        view.setState({ dialog: null });
        imports.setState(({ items }) => ({ items: items.filter((item) => item.outcome === null) }));
      }}
    />
  );
}

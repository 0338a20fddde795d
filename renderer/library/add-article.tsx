import { useRef } from 'react';
import { emptyDraft } from '../state/imports.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { addMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { chooseFiles } from './choose-files.ts';
import { importDraft } from './import-files.ts';
import { ImportProgress } from './import-progress.tsx';
import styles from './add-article.module.css';

/** Where articles come in: pasted text, files, and word of how each fared. */
function AddArticle({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const { imports } = session;
  const { text, html, isPage } = useSelected(imports, (state) => state.draft);
  const isBusy = useSelected(imports, ({ items }) => items.some((item) => item.outcome === null));
  const isTold = useSelected(imports, ({ items }) => items.length > 0);
  const pastedHtml = useRef<string | null>(null);
  const isReady = text.trim() !== '' && !isBusy;

  function add(): void {
    if (isReady) void importDraft(session);
  }

  function choose(): void {
    if (!isBusy) void chooseFiles(session);
  }

  return (
    <Modal title={addMessages.title} onClose={onClose} width={640}>
      <textarea
        className={styles.text} rows={12} aria-label={addMessages.pasteLabel} placeholder={addMessages.placeholder} value={text} dir="auto" spellCheck={false} data-initial-focus=""
        onPaste={({ clipboardData, currentTarget }) => {
          // The page is what was pasted only where nothing else is in the field.
          const isWhole = currentTarget.selectionStart === 0 && currentTarget.selectionEnd === currentTarget.value.length;
          pastedHtml.current = isWhole ? clipboardData.getData('text/html') || null : null;
        }}
        onChange={(event) => {
          imports.setState({ draft: { ...emptyDraft, text: event.target.value, html: pastedHtml.current } });
          pastedHtml.current = null;
        }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add(); }}
      />
      {html !== null && (
        <div className={styles.as}>
          <span aria-hidden="true">{addMessages.as}</span>
          <Segmented
            label={addMessages.as} value={isPage ? 'page' : 'text'} options={[{ value: 'text', label: addMessages.asText }, { value: 'page', label: addMessages.asPage }]}
            onChange={(value) => imports.setState({ draft: { text, html, isPage: value === 'page' } })}
          />
        </div>
      )}
      <ImportProgress />
      <div className={styles.files}>
        <Button aria-disabled={isBusy} onClick={choose}>{addMessages.chooseFiles}</Button>
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

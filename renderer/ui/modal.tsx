import { type ReactNode, useId, useRef } from 'react';
import { chromeMessages } from '../text/chrome-messages.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { useModalDialog } from './use-modal-dialog.ts';
import styles from './modal.module.css';

type ModalProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `corner` stands under the header's right end and leaves the article behind it clear to see. */
  readonly place?: 'middle' | 'corner';
  readonly width?: number;
  /** There is nothing in it but text, so the text itself takes the focus and can be scrolled by keys. */
  readonly isText?: boolean;
};

/** A dialog over the window, open as long as it is rendered. It begins at what has `data-initial-focus`; Esc closes it, and the focus goes back to where it was. */
export function Modal({ title, onClose, children, place = 'middle', width = 520, isText = false }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useModalDialog(dialog);

  return (
    <dialog
      ref={dialog} className={`${styles.modal} ${styles[place]}`} style={{ '--modal-width': `${width}px` }} aria-labelledby={titleId}
      onCancel={(event) => {
        // A file input's own cancel bubbles up to here.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>{title}</h2>
        <Button kind="quiet" isIcon aria-label={chromeMessages.close} onClick={onClose}><Icon name="close" /></Button>
      </header>
      <div className={styles.body} tabIndex={isText ? 0 : undefined}>{children}</div>
    </dialog>
  );
}

/** The row of buttons that ends a dialog. */
export function ModalActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}

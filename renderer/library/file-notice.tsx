import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import styles from './file-notice.module.css';

export type NoticeLine = { readonly key: string; readonly text: string; readonly note: string | null };
type FileNoticeProps = { readonly icon: IconName; readonly isWarning: boolean; readonly label: ReactNode; readonly title: string; readonly lead: string; readonly lines: readonly NoticeLine[] };

/** A line that something is to be known of the library's files, and on asking what, file by file. */
export function FileNotice({ icon, isWarning, label, title, lead, lines }: FileNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={`${styles.notice} ${isWarning ? styles.isWarning : ''}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name={icon} /> {label}
      </button>
      {isOpen && (
        <Modal title={title} onClose={() => setOpen(false)}>
          <p className={styles.lead}>{lead}</p>
          <ul role="list" className={styles.files}>
            {lines.map(({ key, text, note }) => (
              <li key={key} className={styles.file}>
                <p>{text}</p>
                {note !== null && <p className={styles.kept}>{note}</p>}
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  );
}

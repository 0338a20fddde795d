import { useState } from 'react';
import type { Damage } from '../../core/library/ports.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { Modal } from '../ui/modal.tsx';
import styles from './damaged-files.module.css';

/** A warning that something of the library could not be read, and on asking which and why. */
export function DamagedFiles({ damaged }: { readonly damaged: readonly Damage[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.warning} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="warning" /> {libraryMessages.damaged(damaged.length)}
      </button>
      {isOpen && (
        <Modal title={libraryMessages.damagedTitle} onClose={() => setOpen(false)}>
          <p className={styles.lead}>{libraryMessages.damagedLead}</p>
          <ul role="list" className={styles.files}>
            {damaged.map(({ file, fault, keptAs }) => (
              <li key={file} className={styles.file}>
                <p>{faultSentence(fault)}</p>
                {keptAs !== null && <p className={styles.kept}>{libraryMessages.keptAs(keptAs)}</p>}
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import { showNotice } from '../state/notices.ts';
import { useSession } from '../state/use-session.ts';
import { addMessages } from '../text/library-messages.ts';
import { incomingsOf } from './dropped.ts';
import { filesOf } from './dropped-files.ts';
import { importAll } from './import-files.ts';
import styles from './drop-zone.module.css';

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null;
}

/** The whole window as a place to drop files and text, which are added to the library. Nothing that is dropped is ever navigated to. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    // What is dragged within the window, such as a selection, is not for the library.
    let isFromHere = false;
    const stop = new AbortController();
    const on = (name: 'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) => window.addEventListener(name, handle, { signal: stop.signal });
    const isOurs = ({ dataTransfer, target }: DragEvent) => !isFromHere && dataTransfer !== null && (dataTransfer.types.includes('Files') || !isTextField(target));
    const isLeftToField = ({ dataTransfer, target }: DragEvent) => isTextField(target) && !dataTransfer?.types.includes('Files');

    on('dragstart', () => { isFromHere = true; });
    on('dragend', () => { isFromHere = false; });
    on('dragover', (event) => {
      if (isLeftToField(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isOurs(event) ? 'copy' : 'none';
      setOver(isOurs(event));
    });
    on('dragleave', (event) => { if (event.relatedTarget === null) setOver(false); });
    on('drop', (event) => {
      setOver(false);
      if (isLeftToField(event)) return;
      event.preventDefault();
      if (!isOurs(event) || !event.dataTransfer) return;
      const text = event.dataTransfer.getData('text/plain');
      const hasFiles = event.dataTransfer.files.length > 0;
      void filesOf(event.dataTransfer).then((files) => {
        if (hasFiles && files.length === 0) showNotice(session.notices, { tone: 'fault', text: addMessages.emptyFolder, action: null });
        else void importAll(session, incomingsOf({ files, text }));
      });
    });
    return () => stop.abort();
  }, [session]);

  return (
    <>
      {children}
      {isOver && <div className={styles.overlay}><p className={styles.hint}>{addMessages.dropHere}</p></div>}
    </>
  );
}

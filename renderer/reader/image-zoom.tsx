import { type KeyboardEvent, useRef, useState } from 'react';
import { figureMessages } from '../text/reading-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useModalDialog } from '../ui/use-modal-dialog.ts';
import { stepZoom, zoomForKey } from './zoom-steps.ts';
import styles from './image-zoom.module.css';

type ImageZoomProps = { readonly url: string; readonly alt: string; readonly onClose: () => void };

/** An image over the whole window. Plus and minus enlarge and shrink it, 0 shows it whole, the arrow keys move it, Esc closes. */
export function ImageZoom({ url, alt, onClose }: ImageZoomProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [zoom, setZoom] = useState(1);
  const [wholeWidth, setWholeWidth] = useState(0);
  useModalDialog(dialog);

  function show(next: number): void {
    // What fits the window is measured while it is shown whole.
    if (zoom === 1) setWholeWidth(image.current?.clientWidth ?? 0);
    setZoom(next);
  }

  function handleKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : zoomForKey(event.key, zoom);
    if (next === null) return;
    event.preventDefault();
    show(next);
  }

  return (
    <dialog
      ref={dialog} className={styles.zoom} aria-label={alt || figureMessages.image} onKeyDown={handleKey}
      onClick={(event) => event.stopPropagation()}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.tools}>
        <Button isIcon aria-label={figureMessages.smaller} onClick={() => show(stepZoom(zoom, -1))}>−</Button>
        <Button isIcon aria-label={figureMessages.larger} onClick={() => show(stepZoom(zoom, 1))}>+</Button>
        <Button onClick={() => show(1)}>{figureMessages.fit}</Button>
        <Button isIcon aria-label={figureMessages.close} onClick={onClose}><Icon name="close" /></Button>
      </div>
      <div className={styles.scroller} tabIndex={0} data-initial-focus="" role="region" aria-label={alt || figureMessages.image}>
        <img ref={image} src={url} alt={alt} draggable={false} className={zoom === 1 ? styles.whole : styles.large} style={zoom === 1 ? undefined : { width: wholeWidth * zoom }} />
      </div>
    </dialog>
  );
}

import { useState } from 'react';
import type { Image } from '../../core/article/blocks.ts';
import { useSession } from '../state/use-session.ts';
import { figureMessages } from '../text/reading-messages.ts';
import { ImageZoom } from './image-zoom.tsx';
import { useImage } from './use-image.ts';
import styles from './figure-view.module.css';

/** An image of the library's own files. Pressed, it fills the window. One that can't be had says so in its place. */
export function StoredImage({ image, asset }: { readonly image: Image; readonly asset: string }) {
  const { transport } = useSession();
  const shown = useImage(transport, asset);
  const [isBroken, setBroken] = useState(false);
  const [isZoomed, setZoomed] = useState(false);
  if (shown.kind === 'missing' || isBroken) return <p className={styles.missing}>{[image.alt, figureMessages.unavailable].filter((part) => part !== '').join(' – ')}</p>;
  if (shown.kind === 'waiting') return <p className={styles.missing}>{image.alt || figureMessages.image}</p>;
  return (
    <>
      <button
        type="button" className={styles.image} aria-label={figureMessages.enlarge(image.alt)}
        onClick={(event) => {
          event.stopPropagation();
          setZoomed(true);
        }}
      >
        <img src={shown.url} alt={image.alt} decoding="async" draggable={false} onError={() => setBroken(true)} />
      </button>
      {isZoomed && <ImageZoom url={shown.url} alt={image.alt} onClose={() => setZoomed(false)} />}
    </>
  );
}

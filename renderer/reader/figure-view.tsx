import type { Block } from '../../core/article/blocks.ts';
import type { RenderLeaf } from './block-view.tsx';
import styles from './figure-view.module.css';

type FigureViewProps = { readonly figure: Extract<Block, { kind: 'figure' }>; readonly renderLeaf: RenderLeaf };

/** A figure by its caption and credit. An image that was not kept is named by its description. */
export function FigureView({ figure, renderLeaf }: FigureViewProps) {
  const descriptions = figure.images.map((image) => image.alt).filter((alt) => alt !== '' && alt !== figure.caption?.text);
  return (
    <figure className={styles.figure}>
      {descriptions.map((alt, index) => <p key={index} className={styles.missing}>{alt}</p>)}
      {figure.images.length > 0 && descriptions.length === 0 && !figure.caption && <p className={styles.missing}>Image</p>}
      {(figure.caption ?? figure.credit) && (
        <figcaption className={styles.caption}>
          {figure.caption && <span className={styles.words}>{renderLeaf(figure.caption)}</span>}
          {figure.credit && <span className={styles.credit}>{renderLeaf(figure.credit)}</span>}
        </figcaption>
      )}
    </figure>
  );
}

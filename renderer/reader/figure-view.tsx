import type { Block } from '../../core/article/blocks.ts';
import type { spokenAttributes } from './article-language.ts';
import type { RenderLeaf } from './block-view.tsx';
import { figureMessages } from '../text/reading-messages.ts';
import { StoredImage } from './stored-image.tsx';
import styles from './figure-view.module.css';

type FigureViewProps = { readonly figure: Extract<Block, { kind: 'figure' }>; readonly renderLeaf: RenderLeaf; readonly spoken: ReturnType<typeof spokenAttributes> };

/** A figure with its caption and credit. An image that was not kept is named by its description. */
export function FigureView({ figure, renderLeaf, spoken }: FigureViewProps) {
  const descriptions = figure.images.filter(({ asset }) => asset === null).map((image) => image.alt).filter((alt) => alt !== '' && alt !== figure.caption?.text);
  return (
    <figure {...spoken} className={styles.figure}>
      {figure.images.map((image, index) => image.asset !== null && <StoredImage key={index} image={image} asset={image.asset} />)}
      {descriptions.map((alt, index) => <p key={index} className={styles.missing}>{alt}</p>)}
      {figure.images.some(({ asset }) => asset === null) && descriptions.length === 0 && !figure.caption && <p className={styles.missing}>{figureMessages.image}</p>}
      {(figure.caption ?? figure.credit) && (
        <figcaption className={styles.caption}>
          {figure.caption && <span className={styles.words}>{renderLeaf(figure.caption)}</span>}
          {figure.credit && <span className={styles.credit}>{renderLeaf(figure.credit)}</span>}
        </figcaption>
      )}
    </figure>
  );
}

import { memo, type ReactNode } from 'react';
import type { Chunk } from '../../core/article/chunks.ts';
import type { Settings } from '../../core/library/settings.ts';
import styles from './text-chunk.module.css';

/** The mean width of a letter, in ems. */
const LETTER_WIDTH = 0.45;
const PARAGRAPH_GAP = 1.05;

type TextChunkProps = {
  readonly index: number;
  readonly chunk: Chunk;
  readonly settings: Pick<Settings, 'textSize' | 'lineHeight' | 'measure'>;
  /** Null until it is drawn. */
  readonly draw: ((chunk: Chunk) => ReactNode) | null;
};

/** A stretch of the text. Until it is drawn, and while it is out of view, it takes the room that it will probably need, and costs nothing else. */
export const TextChunk = memo(function TextChunk({ index, chunk, settings: { textSize, lineHeight, measure }, draw }: TextChunkProps) {
  const count = chunk.beyond - chunk.first;
  const lines = (chunk.end - chunk.start) / (measure / (textSize * LETTER_WIDTH)) + count / 2;
  const height = Math.round(textSize * (lines * lineHeight + count * PARAGRAPH_GAP));
  return <div data-chunk={index} className={draw ? styles.chunk : undefined} style={draw ? { containIntrinsicBlockSize: `auto ${height}px` } : { blockSize: height }}>{draw?.(chunk)}</div>;
});

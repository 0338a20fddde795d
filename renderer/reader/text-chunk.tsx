import { memo, type ReactNode } from 'react';
import type { Chunk } from '../../core/article/chunks.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { isChunkDrawn } from './drawing.ts';
import styles from './text-chunk.module.css';

/** The mean width of a letter, in ems. */
const LETTER_WIDTH = 0.45;
const PARAGRAPH_GAP = 1.05;

type TextChunkProps = { readonly index: number; readonly chunk: Chunk; readonly children: () => ReactNode };

/** A stretch of the text. Until it is drawn, and while it is out of view, it takes the room that it will probably need, and costs nothing else. */
export const TextChunk = memo(function TextChunk({ index, chunk, children }: TextChunkProps) {
  const { reader } = useSession();
  const { textSize, lineHeight, measure } = useSettings();
  const isDrawn = useSelected(reader, (state) => isChunkDrawn(state, index));
  const count = chunk.beyond - chunk.first;
  const lines = (chunk.end - chunk.start) / (measure / (textSize * LETTER_WIDTH)) + count / 2;
  const height = Math.round(textSize * (lines * lineHeight + count * PARAGRAPH_GAP));
  return <div data-chunk={index} className={`${styles.chunk} ${isDrawn ? '' : styles.isUndrawn}`} style={{ '--height': `${height}px` }}>{isDrawn ? children() : null}</div>;
});

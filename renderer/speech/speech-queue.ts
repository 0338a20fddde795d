import type { Sentence } from '../../core/article/sentences.ts';

/** The sentences that are read aloud, and the one that is being read or waits to be. */
export type SpeechQueue = { readonly sentences: readonly Sentence[]; readonly index: number; readonly isPlaying: boolean };

/** A queue that begins with the sentence at `offset` or the next after it; with the last, where there is none. */
export function queueFrom(sentences: readonly Sentence[], offset: number): SpeechQueue {
  const index = sentences.findIndex(({ end }) => end > offset);
  return { sentences, index: index === -1 ? Math.max(0, sentences.length - 1) : index, isPlaying: sentences.length > 0 };
}

/** The queue at the sentence after (1) or before (-1) this one; at an end it stays where it is. */
export function stepQueue(queue: SpeechQueue, step: 1 | -1): SpeechQueue {
  return { ...queue, index: Math.min(Math.max(queue.index + step, 0), Math.max(0, queue.sentences.length - 1)) };
}

/** The queue when its sentence has been read: at the next, or at rest on the last. */
export function afterSentence(queue: SpeechQueue): SpeechQueue {
  const isLast = queue.index >= queue.sentences.length - 1;
  return isLast ? { ...queue, isPlaying: false } : stepQueue(queue, 1);
}

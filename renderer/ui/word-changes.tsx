import type { Piece } from '../../core/base/word-difference.ts';
import { WordChange } from './word-change.tsx';
import styles from './word-changes.module.css';

/** What stays the same is shown this far around what does not. */
const CONTEXT = 120;

type WordChangesProps = {
  readonly pieces: readonly Piece[];
  /** Said before each, for those who don't see the marks. */
  readonly addedLabel: string;
  readonly removedLabel: string;
};

/** A long stretch that stays the same, without its middle. */
function shortenMiddle(text: string, place: { readonly isFirst: boolean; readonly isLast: boolean }): string {
  const [before, after] = [place.isFirst ? 0 : CONTEXT, place.isLast ? 0 : CONTEXT];
  if (text.length <= before + after + CONTEXT) return text;
  return `${text.slice(0, before).toWellFormed()} … ${after === 0 ? '' : text.slice(-after).toWellFormed()}`;
}

/** A text with what comes and goes in it marked: by underline, by strike-through, and in words. */
export function WordChanges({ pieces, addedLabel, removedLabel }: WordChangesProps) {
  return (
    <p className={styles.text} dir="auto">
      {pieces.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{shortenMiddle(text, { isFirst: index === 0, isLast: index === pieces.length - 1 })}</span>;
        return <WordChange key={key} kind={kind} text={text} label={kind === 'added' ? addedLabel : removedLabel} />;
      })}
    </p>
  );
}

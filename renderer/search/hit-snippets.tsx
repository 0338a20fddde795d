import type { SearchHit } from '../../core/library/ports.ts';
import type { Snippet } from '../../core/search/snippets.ts';
import { searchMessages } from '../text/library-messages.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './hit-snippets.module.css';

type HitSnippetsProps = { readonly hit: SearchHit; readonly tabIndex: number; readonly onOpen: (snippet: Snippet) => void };

/** Where an article has what was found: each leads there. */
export function HitSnippets({ hit, tabIndex, onOpen }: HitSnippetsProps) {
  const shown = hit.snippets.filter(({ where }) => where !== 'title');
  return shown.map((snippet, index) => (
    <button key={index} type="button" className={styles.snippet} tabIndex={tabIndex} onClick={() => onOpen(snippet)}>
      {snippet.where !== 'text' && <span className={styles.where}>{searchMessages.places[snippet.where]} </span>}
      <span dir="auto"><MarkedText text={snippet.text} marks={snippet.marks} /></span>
    </button>
  ));
}

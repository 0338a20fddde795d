import { shownColour } from '../../core/highlight/colour.ts';
import { NoteView } from '../notes/note-view.tsx';
import type { OpenArticle } from '../state/open-article.ts';
import { useTags } from '../state/use-session.ts';
import { colourNames } from '../text/reader-messages.ts';
import { printMessages } from '../text/reading-messages.ts';
import { numberNotes } from './numbered-notes.ts';
import styles from './printed-notes.module.css';

/** The summary and the notes as they stand on paper behind the text: each by the number that its highlight bears. */
export function PrintedNotes({ open }: { readonly open: OpenArticle }) {
  const tags = useTags();
  const notes = numberNotes(open.highlights);
  const { summary } = open.article;
  if (notes.length === 0 && summary.trim() === '') return null;
  return (
    <section className={styles.notes}>
      {summary.trim() !== '' && (
        <>
          <h2 className={styles.title}>{printMessages.summary}</h2>
          <NoteView markdown={summary} />
        </>
      )}
      {notes.length > 0 && <h2 className={styles.title}>{printMessages.notes}</h2>}
      <ol className={styles.list}>
        {notes.map(({ number, highlight }) => (
          <li key={highlight.id} value={number} className={styles.note}>
            <p className={styles.quote} dir="auto">{highlight.anchor.exact}</p>
            <p className={styles.facts}>{[colourNames[shownColour(highlight.colour)], ...tags.filter((tag) => highlight.tags.includes(tag.id)).map((tag) => tag.name)].join(' · ')}</p>
            {highlight.note.trim() !== '' && <NoteView markdown={highlight.note} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

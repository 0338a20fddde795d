import { useMemo } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import { type Colour, colours, shownColour } from '../../core/highlight/colour.ts';
import type { PlacedHighlight } from '../../core/highlight/reading-order.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { useSettings } from '../state/use-session.ts';
import { notesMessages } from '../text/notes-messages.ts';
import { colourWords } from '../text/reader-messages.ts';
import { Button } from '../ui/button.tsx';
import { ColourDot } from '../ui/colour-dot.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { isFiltering, noFilter, type NoteFilter } from './filter-notes.ts';
import styles from './note-filter-bar.module.css';

type NoteFilterBarProps = {
  readonly filter: NoteFilter;
  /** All notes of the article: only what they have can be asked for. */
  readonly notes: readonly PlacedHighlight[];
  readonly tags: readonly Tag[];
  readonly onChange: (filter: NoteFilter) => void;
  readonly onClose: () => void;
};

const having = () => [{ value: 'any', label: notesMessages.anyNote }, { value: 'with', label: notesMessages.withNote }, { value: 'without', label: notesMessages.withoutNote }] as const;

function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const others = new Set(set);
  if (!others.delete(value)) others.add(value);
  return others;
}

/** How many of the notes have each tag and each colour. */
function countUse(notes: readonly PlacedHighlight[]): { readonly tags: ReadonlyMap<TagId, number>; readonly colours: ReadonlyMap<Colour, number> } {
  const use = { tags: new Map<TagId, number>(), colours: new Map<Colour, number>() };
  for (const { highlight } of notes) {
    const colour = shownColour(highlight.colour);
    use.colours.set(colour, (use.colours.get(colour) ?? 0) + 1);
    for (const id of highlight.tags) use.tags.set(id, (use.tags.get(id) ?? 0) + 1);
  }
  return use;
}

/** Narrows the notes by words, tags, colours, and whether a note is written. */
export function NoteFilterBar({ filter, notes, tags, onChange, onClose }: NoteFilterBarProps) {
  const { colourNames } = useSettings();
  const use = useMemo(() => countUse(notes), [notes]);
  const used = tags.filter(({ id }) => use.tags.has(id) || filter.tags.has(id));
  return (
    <search
      className={styles.bar} data-note-filter="" aria-label={notesMessages.filter}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <input type="search" className={styles.input} aria-label={notesMessages.filterWords} placeholder={notesMessages.filterWords} dir="auto" value={filter.text} onChange={(event) => onChange({ ...filter, text: event.target.value })} />
      <div className={styles.row}>
        <div role="group" aria-label={notesMessages.colour} className={styles.toggles}>
          {colours.filter((colour) => use.colours.has(colour) || filter.colours.has(colour)).map((colour) => (
            <button
              key={colour} type="button" data-colour={colour} className={styles.colour} aria-pressed={filter.colours.has(colour)} title={`${colourWords(colour, colourNames)}: ${notesMessages.count(use.colours.get(colour) ?? 0)}`}
              aria-label={colourWords(colour, colourNames)} onClick={() => onChange({ ...filter, colours: toggled(filter.colours, colour) })}
            />
          ))}
        </div>
        <Segmented label={notesMessages.note} options={having()} value={filter.note} onChange={(note) => onChange({ ...filter, note })} />
      </div>
      {used.length > 0 && (
        <div role="group" aria-label={notesMessages.tags} className={styles.tags}>
          {used.map((tag) => (
            <button key={tag.id} type="button" className={styles.tag} aria-pressed={filter.tags.has(tag.id)} onClick={() => onChange({ ...filter, tags: toggled(filter.tags, tag.id) })}>
              <ColourDot colour={tag.colour} /><span className={styles.name}>{tag.name}</span><span className={styles.count}>{use.tags.get(tag.id) ?? 0}</span>
            </button>
          ))}
        </div>
      )}
      {isFiltering(filter) && <Button kind="quiet" onClick={() => onChange(noFilter)}>{notesMessages.clearFilter}</Button>}
    </search>
  );
}

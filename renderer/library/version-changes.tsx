import type { ReactNode } from 'react';
import { type HighlightDifference, isNoDifference, type VersionDifference } from '../../core/article/version-difference.ts';
import type { Piece } from '../../core/base/word-difference.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { useSettings } from '../state/use-session.ts';
import { TagChip } from '../tags/tag-chip.tsx';
import { detailsMessages } from '../text/library-messages.ts';
import { versionMessages } from '../text/version-messages.ts';
import { WordChanges } from '../ui/word-changes.tsx';
import styles from './version-changes.module.css';

type Tags = readonly Tag[];

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <section className={styles.part}><h4 className={styles.name}>{name}</h4>{children}</section>;
}

const Words = ({ pieces }: { readonly pieces: readonly Piece[] }) => <WordChanges pieces={pieces} addedLabel={versionMessages.comesBack} removedLabel={versionMessages.goes} />;

function TagChanges({ ids, kind, tags }: { readonly ids: HighlightDifference['tagsAdded']; readonly kind: 'added' | 'removed'; readonly tags: Tags }) {
  return ids.map((id) => {
    const tag = tags.find((each) => each.id === id);
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      <Mark key={id} className={styles[kind]}>
        <span className="visuallyHidden">{kind === 'added' ? versionMessages.comesBack : versionMessages.goes}</span>
        {tag ? <TagChip tag={tag} /> : versionMessages.unknownTag}
      </Mark>
    );
  });
}

function HighlightChange({ difference, tags }: { readonly difference: HighlightDifference; readonly tags: Tags }) {
  const { colourNames } = useSettings();
  const { kind, quote, note, colour, tagsAdded, tagsRemoved } = difference;
  return (
    <li className={styles.highlight}>
      <p><span className={styles.kind}>{versionMessages.highlightKinds[kind]}</span></p>
      <blockquote className={styles.quote} dir="auto">{quote}</blockquote>
      {note && <Words pieces={note} />}
      {colour && <p className={styles.fact}>{versionMessages.colour(colour.before, colour.after, colourNames)}</p>}
      {tagsAdded.length + tagsRemoved.length > 0 && (
        <p className={styles.tags}>{versionMessages.tags}: <TagChanges ids={tagsAdded} kind="added" tags={tags} /><TagChanges ids={tagsRemoved} kind="removed" tags={tags} /></p>
      )}
    </li>
  );
}

/** A field's value: none where it is empty. */
const valuePieces = (before: string | null, after: string | null): readonly Piece[] => [
  { kind: 'removed', text: before ?? versionMessages.empty }, { kind: 'same', text: ' ' }, { kind: 'added', text: after ?? versionMessages.empty },
];

/** What restoring a version would change in the article as it is. */
export function VersionChanges({ difference, tags }: { readonly difference: VersionDifference; readonly tags: Tags }) {
  const { details, status, summary, highlights, areAsidesChanged, isBinChanged } = difference;
  if (isNoDifference(difference)) return <p className={styles.none}>{versionMessages.noDifference}</p>;
  return (
    <div className={styles.parts}>
      {isBinChanged && <p>{versionMessages.outOfBin}</p>}
      {status && <p>{versionMessages.status(status.before, status.after)}</p>}
      {areAsidesChanged && <p>{versionMessages.asides}</p>}
      {summary && <Part name={versionMessages.summary}><Words pieces={summary} /></Part>}
      {details.length > 0 && (
        <Part name={versionMessages.details}>
          <dl className={styles.details}>
            {details.map(({ name, before, after }) => <div key={name}><dt>{detailsMessages.fields[name]}</dt><dd><Words pieces={valuePieces(before, after)} /></dd></div>)}
          </dl>
        </Part>
      )}
      {highlights.length > 0 && (
        <Part name={versionMessages.highlights}>
          <ul role="list" className={styles.highlights}>{highlights.map((each) => <HighlightChange key={each.id} difference={each} tags={tags} />)}</ul>
        </Part>
      )}
    </div>
  );
}

import type { ListedVersion } from '../../core/article/version.ts';
import { useNow } from '../state/use-now.ts';
import { formatMoment } from '../text/format.ts';
import { versionLine, versionMessages } from '../text/version-messages.ts';
import styles from './version-list.module.css';

type VersionListProps = { readonly versions: readonly ListedVersion[]; readonly chosen: number | null; readonly onChoose: (rev: number) => void };

/** The versions of an article, the latest first: when each was written, and what it changed. The present one is there to be seen, not chosen. */
export function VersionList({ versions, chosen, onChoose }: VersionListProps) {
  const nowMs = useNow();
  const [firstEarlier] = versions.filter(({ isPresent }) => !isPresent);
  return (
    <ol className={styles.list} aria-label={versionMessages.list}>
      {versions.map(({ rev, timeMs, isPresent, changes }) => {
        const told = <><span className={styles.when}>{isPresent ? `${versionMessages.now} · ` : ''}<time dateTime={new Date(timeMs).toISOString()}>{formatMoment(timeMs, nowMs)}</time></span><span className={styles.changes} dir="auto">{versionLine(changes)}</span></>;
        return (
          <li key={rev}>
            {isPresent ? <div className={`${styles.version} ${styles.isPresent}`}>{told}</div> : (
              <button type="button" className={styles.version} aria-current={rev === chosen ? 'true' : undefined} data-initial-focus={rev === firstEarlier?.rev ? '' : undefined} onClick={() => onChoose(rev)}>{told}</button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

import { useMemo, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import type { ListedVersion } from '../../core/article/version.ts';
import { compareStates } from '../../core/article/version-difference.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { useNow } from '../state/use-now.ts';
import { useOverview, useSelected, useSession, useTags } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { formatMoment } from '../text/format.ts';
import { versionMessages } from '../text/version-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { restoreVersion } from './restore-version.ts';
import { useVersion, useVersions } from './use-versions.ts';
import { VersionChanges } from './version-changes.tsx';
import { VersionList } from './version-list.tsx';
import styles from './earlier-versions-dialog.module.css';

type ChooserProps = { readonly present: Article; readonly versions: readonly ListedVersion[]; readonly onClose: () => void };

/** The versions on one side, and on the other what restoring the chosen one would change. */
function VersionChooser({ present, versions, onClose }: ChooserProps) {
  const session = useSession();
  const tags = useTags();
  const nowMs = useNow();
  const [chosen, setChosen] = useState(versions.find(({ isPresent }) => !isPresent)?.rev ?? null);
  const version = useVersion(present.id, chosen);
  const difference = useMemo(() => version && compareStates(present, { ...version.article, binnedAt: null }), [present, version]);
  const listed = versions.find(({ rev }) => rev === chosen);

  function restore(): void {
    if (!listed) return;
    onClose();
    void restoreVersion(session, { id: present.id, rev: listed.rev }, formatMoment(listed.timeMs, nowMs));
  }

  if (chosen === null) return <p className={styles.note}>{versionMessages.none}</p>;
  return (
    <>
      <div className={styles.sides}>
        <div className={styles.versions} tabIndex={-1}><VersionList versions={versions} chosen={chosen} onChoose={setChosen} /></div>
        <section className={styles.difference} aria-label={versionMessages.difference} aria-busy={difference === null} tabIndex={0}>
          <h3 className={styles.heading}>{versionMessages.difference}</h3>
          <p className={styles.legend} aria-hidden="true"><ins>{versionMessages.legend}</ins> <del>{versionMessages.legendGone}</del></p>
          {difference && <VersionChanges difference={difference} tags={tags} />}
        </section>
      </div>
      <ModalActions>
        <Button onClick={onClose}>{chromeMessages.cancel}</Button>
        <Button kind="primary" disabled={!difference} onClick={restore}>{versionMessages.restore}</Button>
      </ModalActions>
    </>
  );
}

function EarlierVersions({ id, onClose }: { readonly id: ArticleId; readonly onClose: () => void }) {
  const versions = useVersions(id);
  const title = useOverview()?.articles.find((article) => article.id === id)?.title ?? '';
  return (
    <Modal title={versionMessages.title(title)} onClose={onClose} width={880}>
      {versions.kind === 'loading' && <p className={styles.note} role="status">{versionMessages.loading}</p>}
      {versions.kind === 'failed' && <p className={styles.note} role="alert">{faultSentence(versions.fault)}</p>}
      {versions.kind === 'ready' && <VersionChooser present={versions.present} versions={versions.versions} onClose={onClose} />}
    </Modal>
  );
}

/** The dialog of an article's earlier versions, while it is open. */
export function EarlierVersionsDialog() {
  const { view } = useSession();
  const id = useSelected(view, (state) => state.versionsOf);
  return id === null ? null : <EarlierVersions key={id} id={id} onClose={() => view.setState({ versionsOf: null })} />;
}

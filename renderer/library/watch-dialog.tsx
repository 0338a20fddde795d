import { faultSentence } from '../../core/messages/fault-messages.ts';
import type { WatchState } from '../../core/library/ports.ts';
import { mayWrite } from '../state/access.ts';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { formatNumber } from '../text/format.ts';
import { watchMessages } from '../text/watch-messages.ts';
import { Button } from '../ui/button.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import styles from './watch-dialog.module.css';

function Failed({ failed }: Pick<WatchState, 'failed'>) {
  if (failed.length === 0) return null;
  return (
    <section className={styles.failed} aria-label={watchMessages.failed}>
      <h3 className={styles.heading}>{watchMessages.failed}</h3>
      <ul role="list" tabIndex={0} className={styles.list} aria-label={watchMessages.failed}>
        {failed.map(({ name, fault }) => <li key={name}>{faultSentence(fault)}</li>)}
      </ul>
    </section>
  );
}

/** Which folder is watched, how that goes, and what could not come in. */
function Watch({ watch, onClose }: { readonly watch: WatchState; readonly onClose: () => void }) {
  const session = useSession();
  const { client, desktop, tellFault } = session;
  async function chooseFolder(): Promise<void> {
    if (!mayWrite(session)) return;
    const chosen = await desktop?.desktop.chooseWatchFolder({});
    if (chosen && !chosen.ok) tellFault(chosen.fault);
  }
  async function stop(): Promise<void> {
    const stopped = await client.library.stopWatching({});
    if (!stopped.ok) tellFault(stopped.fault);
  }
  return (
    <Modal title={watchMessages.title} onClose={onClose}>
      <p>{watchMessages.lead}</p>
      <p className={styles.hint}>{watchMessages.already} {desktop ? '' : watchMessages.onlyDesktop}</p>
      <Facts>
        <Fact name={watchMessages.folder}>{watch.folder ?? watchMessages.none}</Fact>
        {watch.folder !== null && <Fact name={watchMessages.count} isLive>{watch.isUnderWay ? watchMessages.underWay : formatNumber(watch.cameIn)}</Fact>}
      </Facts>
      {watch.folder !== null && !watch.isThere && <p className={styles.fault} role="alert">{watchMessages.notThere}</p>}
      <Failed failed={watch.failed} />
      <ModalActions>
        {watch.folder !== null && <Button kind="quiet" onClick={() => void stop()}>{watchMessages.stop}</Button>}
        {desktop ? <Button kind="primary" data-initial-focus="" onClick={() => void chooseFolder()}>{watchMessages.chooseFolder}</Button> : <Button data-initial-focus="" onClick={onClose}>{chromeMessages.close}</Button>}
      </ModalActions>
    </Modal>
  );
}

/** The dialog of the watched folder, while it is open. */
export function WatchDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'watch');
  const watch = useOverview()?.watch;
  return isOpen && watch ? <Watch watch={watch} onClose={() => view.setState({ dialog: null })} /> : null;
}

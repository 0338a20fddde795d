import type { HandoverState, PairedBrowser } from '../../core/library/ports.ts';
import type { Result } from '../../core/base/result.ts';
import { useNow } from '../state/use-now.ts';
import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { browserMessages } from '../text/browser-messages.ts';
import { formatMoment } from '../text/format.ts';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { copyText } from './copy-text.ts';
import styles from './browsers-dialog.module.css';

function Browser({ browser, onForget }: { readonly browser: PairedBrowser; readonly onForget: () => void }) {
  const nowMs = useNow();
  const { name, pairedAt, lastAt } = browser;
  const moment = (time: string) => formatMoment(Date.parse(time), nowMs);
  return (
    <li className={styles.browser}>
      <span className={styles.name}>{name}<span className={styles.facts}>{lastAt === null ? browserMessages.pairedAt(moment(pairedAt)) : browserMessages.lastAt(moment(lastAt))}</span></span>
      <Button kind="quiet" aria-label={browserMessages.forgetNamed(name)} onClick={onForget}>{browserMessages.forget}</Button>
    </li>
  );
}

/** How a browser is paired, the code for it, and the browsers that are. */
function Browsers({ handover, onClose }: { readonly handover: HandoverState; readonly onClose: () => void }) {
  const session = useSession();
  const { client, tellFault } = session;
  const { extension, code, browsers } = handover;
  const [install, pair] = browserMessages.steps;
  async function tell(asked: Promise<Result<HandoverState>>): Promise<void> {
    const answered = await asked;
    if (!answered.ok) tellFault(answered.fault);
  }
  return (
    <Modal title={browserMessages.title} onClose={onClose} width={600}>
      <p>{browserMessages.lead}</p>
      <ol className={styles.steps}>
        <li>{install} <code className={styles.path}>{extension}</code></li>
        <li>{pair}</li>
      </ol>
      <div className={styles.pairing}>
        <div role="status" className={styles.shown}>
          {code && <><output className={styles.code}>{code.text}</output><span className={styles.facts}>{browserMessages.codeEnds}</span></>}
        </div>
        {code && <Button onClick={() => void copyText(session, code.text, browserMessages.copied)}>{browserMessages.copy}</Button>}
        <Button kind={code ? 'quiet' : 'primary'} data-initial-focus="" onClick={() => void tell(client.library.pairBrowser({}))}>{code ? browserMessages.pairAgain : browserMessages.pair}</Button>
      </div>
      <h3 className={styles.heading}>{browserMessages.paired}</h3>
      {browsers.length === 0 && <p className={styles.facts}>{browserMessages.none}</p>}
      <ul role="list" className={styles.list}>
        {browsers.map((browser) => <Browser key={browser.id} browser={browser} onForget={() => void tell(client.library.forgetBrowser({ id: browser.id }))} />)}
      </ul>
    </Modal>
  );
}

/** The dialog of the browsers that hand over pages, while it is open. */
export function BrowsersDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'browsers');
  const handover = useOverview()?.handover;
  return isOpen && handover ? <Browsers handover={handover} onClose={() => view.setState({ dialog: null })} /> : null;
}

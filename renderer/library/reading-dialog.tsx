import { useId } from 'react';
import { defaultSettings, type Settings, type SettingsChange } from '../../core/library/settings.ts';
import { changeSettings } from '../state/library-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { readingMessages } from '../text/library-messages.ts';
import { legendMessages } from '../text/palette-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Slider } from '../ui/slider.tsx';
import styles from './reading-dialog.module.css';

const themes: readonly Settings['theme'][] = ['system', 'light', 'sepia', 'night'];
const usual = { textSize: defaultSettings.textSize, lineHeight: defaultSettings.lineHeight, measure: defaultSettings.measure };

/** How reading looks; every change shows at once on the article behind. */
function Reading({ onClose }: { readonly onClose: () => void }) {
  const { library, client, view } = useSession();
  const { theme, textSize, lineHeight, measure, singleKeys } = useSettings();
  const hintId = useId();
  const change = (changed: SettingsChange) => void changeSettings(library, client, changed);
  return (
    <Modal title={readingMessages.title} onClose={onClose} place="corner" width={360}>
      <div className={styles.rows}>
        <Segmented label={readingMessages.theme} value={theme} options={themes.map((value) => ({ value, label: readingMessages.themes[value] }))} onChange={(value) => change({ theme: value })} />
        <Slider label={readingMessages.textSize} value={textSize} min={14} max={30} step={1} shown={`${textSize} px`} onChange={(value) => change({ textSize: value })} />
        <Slider label={readingMessages.lineHeight} value={lineHeight} min={1.2} max={2.2} step={0.02} shown={lineHeight.toFixed(2)} onChange={(value) => change({ lineHeight: value })} />
        <Slider label={readingMessages.measure} value={measure} min={420} max={980} step={20} shown={`${measure} px`} onChange={(value) => change({ measure: value })} />
        <div className={styles.keys}>
          <label className={styles.check}>
            <input type="checkbox" checked={singleKeys} aria-describedby={hintId} onChange={(event) => change({ singleKeys: event.target.checked })} /> {readingMessages.singleKeys}
          </label>
          <p id={hintId} className={styles.hint}>{readingMessages.singleKeysHint}</p>
        </div>
      </div>
      <ModalActions>
        <Button kind="quiet" onClick={() => view.setState({ dialog: 'colours' })}>{legendMessages.open}</Button>
        <Button kind="quiet" onClick={() => view.setState({ dialog: 'shortcuts' })}>{readingMessages.shortcuts}</Button>
        <Button onClick={() => change(usual)}>{readingMessages.reset}</Button>
      </ModalActions>
    </Modal>
  );
}

/** The dialog for how reading looks, while it is open. */
export function ReadingDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'reading');
  return isOpen ? <Reading onClose={() => view.setState({ dialog: null })} /> : null;
}

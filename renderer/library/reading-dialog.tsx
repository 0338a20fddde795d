import { type ReactNode, useId } from 'react';
import { defaultSettings, type Settings, type SettingsChange } from '../../core/library/settings.ts';
import { languages } from '../../core/base/language.ts';
import { changeSettings } from '../state/library-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { languageNames } from '../text/language-names.ts';
import { readingMessages } from '../text/library-messages.ts';
import { formatDecimal } from '../text/format.ts';
import { legendMessages } from '../text/palette-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { Segmented, type SegmentOption } from '../ui/segmented.tsx';
import { Slider } from '../ui/slider.tsx';
import styles from './reading-dialog.module.css';

const themes: readonly Settings['theme'][] = ['system', 'light', 'sepia', 'night', 'contrast'];
/** Each language is named in itself, so that it is found by whoever reads no other. */
const languageOptions = (): SegmentOption<Settings['language']>[] => [{ value: 'system', label: readingMessages.languageOfSystem }, ...languages.map((value) => ({ value, label: languageNames[value], lang: value }))];
const typefaces: readonly Settings['typeface'][] = ['serif', 'sans', 'legible'];
const { typeface, textSize, lineHeight, measure, paragraphSpacing, isJustified, isHyphenated } = defaultSettings;
const usual = { typeface, textSize, lineHeight, measure, paragraphSpacing, isJustified, isHyphenated };

type CheckProps = { readonly isChecked: boolean; readonly onChange: (isChecked: boolean) => void; readonly children: ReactNode; readonly hint?: string };

function Check({ isChecked, onChange, children, hint }: CheckProps) {
  const hintId = useId();
  return (
    <div>
      <label className={styles.check}>
        <input type="checkbox" checked={isChecked} aria-describedby={hint === undefined ? undefined : hintId} onChange={(event) => onChange(event.target.checked)} /> {children}
      </label>
      {hint !== undefined && <p id={hintId} className={styles.hint}>{hint}</p>}
    </div>
  );
}

type LookProps = { readonly settings: Settings; readonly change: (changed: SettingsChange) => void };

/** The looks of the text: its face, its sizes, its lines. */
function TextLook({ settings, change }: LookProps) {
  const said = readingMessages;
  return (
    <>
      <Segmented label={said.typeface} value={settings.typeface} options={typefaces.map((value) => ({ value, label: said.typefaces[value] }))} onChange={(value) => change({ typeface: value })} />
      <Slider label={said.textSize} value={settings.textSize} min={14} max={30} step={1} shown={`${settings.textSize} px`} onChange={(value) => change({ textSize: value })} />
      <Slider label={said.lineHeight} value={settings.lineHeight} min={1.2} max={2.2} step={0.02} shown={formatDecimal(settings.lineHeight, 2)} onChange={(value) => change({ lineHeight: value })} />
      <Slider label={said.measure} value={settings.measure} min={420} max={980} step={20} shown={`${settings.measure} px`} onChange={(value) => change({ measure: value })} />
      <Slider label={said.paragraphSpacing} value={settings.paragraphSpacing} min={0.3} max={2} step={0.05} shown={formatDecimal(settings.paragraphSpacing, 2)} onChange={(value) => change({ paragraphSpacing: value })} />
      <div className={styles.checks}>
        <Check isChecked={settings.isJustified} onChange={(isChecked) => change({ isJustified: isChecked })}>{said.justified}</Check>
        <Check isChecked={settings.isHyphenated} hint={said.hyphenatedHint} onChange={(isChecked) => change({ isHyphenated: isChecked })}>{said.hyphenated}</Check>
      </div>
    </>
  );
}

/** How reading looks; every change shows at once on the article behind. */
function Reading({ onClose }: { readonly onClose: () => void }) {
  const { library, client, view } = useSession();
  const settings = useSettings();
  const change = (changed: SettingsChange) => void changeSettings(library, client, changed);
  return (
    <Modal title={readingMessages.title} onClose={onClose} place="corner" width={380}>
      <div className={styles.rows}>
        <Segmented label={readingMessages.theme} value={settings.theme} options={themes.map((value) => ({ value, label: readingMessages.themes[value] }))} onChange={(value) => change({ theme: value })} />
        <TextLook settings={settings} change={change} />
        <div className={styles.keys}>
          <Segmented label={readingMessages.language} value={settings.language} options={languageOptions()} onChange={(language) => change({ language })} />
          <Check isChecked={settings.singleKeys} hint={readingMessages.singleKeysHint} onChange={(isChecked) => change({ singleKeys: isChecked })}>{readingMessages.singleKeys}</Check>
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

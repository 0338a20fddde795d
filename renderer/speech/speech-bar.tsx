import { useEffect, useRef } from 'react';
import type { SettingsChange } from '../../core/library/settings.ts';
import { compareNames } from '../../core/base/language.ts';
import { changeSettings } from '../state/library-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { speechMessages } from '../text/reading-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { focusOrMain } from '../ui/keep-focus.ts';
import type { SpeechState, SpeechTrouble } from './speech.ts';
import type { Voice } from './speech-port.ts';
import styles from './speech-bar.module.css';

const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const troubles = { 'no-voice': 'noVoice', failed: 'failed', nothing: 'nothing' } as const satisfies Record<SpeechTrouble, keyof typeof speechMessages>;

/** Voices of the article's language before the others, each by name. */
function sortVoices(voices: readonly Voice[], language: string | null): readonly Voice[] {
  const isOfLanguage = (voice: Voice) => language !== null && voice.language.toLowerCase().startsWith(language.toLowerCase().slice(0, 2));
  return [...voices].sort((a, b) => Number(isOfLanguage(b)) - Number(isOfLanguage(a)) || compareNames(a.name, b.name));
}

function SpeechChoices({ voices }: { readonly voices: readonly Voice[] }) {
  const { reader, library, client, speech } = useSession();
  const { speechRate, speechVoice } = useSettings();
  const language = useSelected(reader, ({ opened }) => (opened.kind === 'open' ? opened.article.language : null));
  function change(changed: SettingsChange): void {
    void changeSettings(library, client, changed);
    speech.renew();
  }
  return (
    <>
      <select className={styles.choice} aria-label={speechMessages.rate} value={speechRate} onChange={(event) => change({ speechRate: Number(event.target.value) })}>
        {[...new Set([...rates, speechRate])].sort((a, b) => a - b).map((rate) => <option key={rate} value={rate}>{speechMessages.rateOf(rate)}</option>)}
      </select>
      <select className={`${styles.choice} ${styles.voice}`} aria-label={speechMessages.voice} value={voices.some(({ id }) => id === speechVoice) ? (speechVoice ?? '') : ''} onChange={(event) => change({ speechVoice: event.target.value || null })}>
        <option value="">{speechMessages.usualVoice}</option>
        {sortVoices(voices, language).map(({ id, name, language: spoken }) => <option key={id} value={id}>{`${name} (${spoken})`}</option>)}
      </select>
    </>
  );
}

type BarProps = { readonly state: Extract<SpeechState, { kind: 'open' }> };

function SpeechBar({ state: { queue, trouble, voices } }: BarProps) {
  const { speech } = useSession();
  const bar = useRef<HTMLElement>(null);
  const said = speechMessages;

  useEffect(() => {
    const before = document.activeElement;
    const element = bar.current;
    element?.querySelector<HTMLElement>('[data-play]')?.focus({ preventScroll: true });
    return () => {
      if (element?.contains(document.activeElement) || document.activeElement === document.body) focusOrMain(before);
    };
  }, []);

  return (
    <section
      ref={bar} className={styles.bar} aria-label={said.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        speech.close();
      }}
    >
      <Button kind="quiet" isIcon aria-label={said.previous} title={said.previous} onClick={() => speech.step(-1)}><Icon name="back" /></Button>
      <Button isIcon data-play="" aria-label={queue.isPlaying ? said.pause : said.play} title={queue.isPlaying ? said.pause : said.play} onClick={() => speech.toggle()}><Icon name={queue.isPlaying ? 'pause' : 'play'} /></Button>
      <Button kind="quiet" isIcon aria-label={said.next} title={said.next} onClick={() => speech.step(1)}><Icon name="forward" /></Button>
      {trouble === 'no-voice' ? null : <SpeechChoices voices={voices} />}
      <p role="status" className={trouble ? styles.trouble : styles.quiet}>{trouble && speechMessages[troubles[trouble]]}</p>
      <Button kind="quiet" isIcon aria-label={said.close} onClick={() => speech.close()}><Icon name="close" /></Button>
    </section>
  );
}

/** The controls of reading aloud while it goes on. */
export function OpenSpeechBar() {
  const { speech } = useSession();
  const state = useSelected(speech.state, (each) => each);
  return state.kind === 'open' ? <SpeechBar state={state} /> : null;
}

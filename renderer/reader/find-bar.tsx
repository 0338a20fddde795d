import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Wanted } from '../../core/search/find-in-text.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { findMessages } from '../text/reading-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { findInArticle, stepFound } from './finding.ts';
import { lineInView } from './text-in-view.ts';
import { toDomRange } from './text-selection.ts';
import type { ReadingElements } from './use-found.ts';
import styles from './find-bar.module.css';

/** What there is of what is looked for: "3 of 17". */
function useCount(): string {
  const { reader } = useSession();
  const found = useSelected(reader, (state) => state.found);
  const isAsked = useSelected(reader, (state) => state.wanted.words !== '');
  if (!isAsked || !found) return '';
  return found.hits.length === 0 ? findMessages.none : findMessages.count(found.current + 1, found.hits.length);
}

type SwitchProps = { readonly label: string; readonly icon: IconName; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

function Switch({ label, icon, isOn, onChange }: SwitchProps) {
  return <Button kind="quiet" isIcon className={styles.switch} aria-label={label} title={label} aria-pressed={isOn} onClick={() => onChange(!isOn)}><Icon name={icon} /></Button>;
}

/** The bar that finds in the article. Enter and Shift+Enter step; Esc closes it and leaves the hit selected. */
function FindBar({ scroller, text }: ReadingElements) {
  const session = useSession();
  const { reader } = session;
  const wanted = useSelected(reader, (state) => state.wanted);
  const count = useCount();
  const field = useRef<HTMLInputElement>(null);
  const offsetAtStart = useRef(0);
  // A long article comes in parts; when all of it is here, it is looked through again.
  const projection = useSelected(reader, () => openArticleOf(reader)?.projection ?? null);

  useEffect(() => {
    const open = openArticleOf(reader);
    if (open && scroller.current && text.current) offsetAtStart.current = lineInView({ scroller: scroller.current, text: text.current }, open.projection).start;
    field.current?.focus();
    field.current?.select();
  }, [reader, scroller, text]);

  useEffect(() => {
    const { found, wanted: before } = reader.getState();
    if (projection && before.words !== '') findInArticle(session, before, found?.hits[found.current]?.start ?? offsetAtStart.current);
  }, [session, reader, projection]);

  function look(change: Partial<Wanted>): void {
    const { found } = reader.getState();
    findInArticle(session, { ...wanted, ...change }, found?.hits[found.current]?.start ?? offsetAtStart.current);
  }

  function close(): void {
    const open = openArticleOf(reader);
    const { found } = reader.getState();
    const hit = found?.hits[found.current];
    reader.setState({ isFinding: false, found: null });
    const range = hit && open && text.current ? toDomRange(text.current, open.projection, hit) : null;
    text.current?.focus({ preventScroll: true });
    if (!range || !hit) return;
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
    reader.setState({ target: { kind: 'selection', range: hit } });
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && event.target === field.current && !event.nativeEvent.isComposing) {
      event.preventDefault();
      stepFound(session, event.shiftKey ? -1 : 1);
    }
  }

  return (
    <search className={styles.bar} data-find="" aria-label={findMessages.bar} onKeyDown={handleKey}>
      <input ref={field} type="text" className={styles.field} aria-label={findMessages.field} value={wanted.words} autoComplete="off" spellCheck={false} dir="auto" onChange={(event) => look({ words: event.target.value })} />
      <span role="status" className={styles.count}>{count}</span>
      <Switch label={findMessages.keepCase} icon="case" isOn={wanted.isCaseKept} onChange={(isOn) => look({ isCaseKept: isOn })} />
      <Switch label={findMessages.wholeWords} icon="word" isOn={wanted.areWordsWhole} onChange={(isOn) => look({ areWordsWhole: isOn })} />
      <Button kind="quiet" isIcon aria-label={findMessages.previous} title={findMessages.previous} onClick={() => stepFound(session, -1)}><Icon name="up" /></Button>
      <Button kind="quiet" isIcon aria-label={findMessages.next} title={findMessages.next} onClick={() => stepFound(session, 1)}><Icon name="down" /></Button>
      <Button kind="quiet" isIcon aria-label={findMessages.close} onClick={close}><Icon name="close" /></Button>
    </search>
  );
}

/** The find bar while it is asked for. */
export function OpenFindBar(elements: ReadingElements) {
  const { reader } = useSession();
  const isFinding = useSelected(reader, (state) => state.isFinding);
  return isFinding ? <FindBar {...elements} /> : null;
}

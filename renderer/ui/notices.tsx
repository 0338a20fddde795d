import { useCallback, useEffect, useRef, useState } from 'react';
import { closeNotice, type Notice } from '../state/notices.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { focusOrMain } from './keep-focus.ts';
import styles from './notices.module.css';

const SHOWN_MS = 6_000;

type ToastProps = { readonly notice: Notice; readonly isHeld: boolean; readonly onClose: (id: number) => void };

/** One message. What went well goes away by itself; a fault stays until it is closed. */
function Toast({ notice, isHeld, onClose }: ToastProps) {
  const { id, tone, text, action } = notice;
  useEffect(() => {
    if (isHeld || tone === 'fault') return undefined;
    const timer = setTimeout(() => onClose(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, tone, id, onClose]);
  return (
    <div className={`${styles.toast} ${styles[tone]}`}>
      {tone === 'fault' && <span className={styles.sign}><Icon name="warning" /></span>}
      <p className={styles.text}>{text}</p>
      {action && <Button className={styles.action} kind="quiet" onClick={() => { onClose(id); action.run(); }}>{action.label}</Button>}
      <Button kind="quiet" isIcon aria-label={chromeMessages.close} onClick={() => onClose(id)}><Icon name="close" /></Button>
    </div>
  );
}

/** Messages that pass, over the window's lower edge. None goes while it is pointed at or has the focus. */
export function Notices() {
  const { notices: store } = useSession();
  const notices = useSelected(store, (state) => state.notices);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const close = useCallback((id: number) => {
    const isInside = region.current?.contains(document.activeElement) ?? false;
    closeNotice(store, id);
    if (isInside) focusOrMain(cameFrom.current);
  }, [store]);
  const toasts = (tone: Notice['tone']) => notices.filter((notice) => notice.tone === tone).map((notice) => <Toast key={notice.id} notice={notice} isHeld={isPointedAt || isFocused} onClose={close} />);
  return (
    <section
      ref={region} className={styles.notices} aria-label={chromeMessages.notices}
      onPointerEnter={() => setPointedAt(true)} onPointerLeave={() => setPointedAt(false)}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
        setFocused(true);
      }}
      onBlur={(event) => setFocused(event.currentTarget.contains(event.relatedTarget))}
    >
      {/* Both are always there: a screen reader tells what is added to a region that it knows. */}
      <div role="status" aria-atomic="false" className={styles.stack}>{toasts('done')}</div>
      <div role="alert" aria-atomic="false" className={styles.stack}>{toasts('fault')}</div>
    </section>
  );
}

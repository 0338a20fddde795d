import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import type { TextChanges } from '../../core/article/text-changes.ts';
import { type ListedText, textsOf } from '../../core/article/texts.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { areSingleKeysOn } from '../notes/single-keys.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { changesMessages } from '../text/changes-messages.ts';
import { Modal } from '../ui/modal.tsx';
import { ChangeSteps } from './change-steps.tsx';
import { ChangedText } from './changed-text.tsx';
import { TextChoice } from './text-choice.tsx';
import { useArticle, useTextChanges } from './use-text-changes.ts';
import styles from './changes-dialog.module.css';

/** Brings a change into the middle of its box; again once the rows on the way have the heights that they have. */
function showChange(box: HTMLElement | null, change: number): void {
  const show = () => box?.querySelector(`[data-change="${change}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  show();
  requestAnimationFrame(() => requestAnimationFrame(show));
}

/** Where a key leads among changes: F3 and Shift+F3, and J and K unless single letters are turned off; null for any other. */
function stepOf({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent, areLettersOn: boolean): 1 | -1 | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'F3') return shiftKey ? -1 : 1;
  if (!areLettersOn || target instanceof HTMLSelectElement) return null;
  return key.toLowerCase() === 'j' ? 1 : key.toLowerCase() === 'k' ? -1 : null;
}

/** The changes with the way from one to the next. */
function Changes({ article, changes }: { readonly article: Article; readonly changes: TextChanges }) {
  const { library } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<number | null>(null);

  function handleStep(step: 1 | -1): void {
    const { changeCount } = changes;
    if (changeCount === 0) return;
    const next = current === null ? (step === 1 ? 0 : changeCount - 1) : (current + step + changeCount) % changeCount;
    setCurrent(next);
    showChange(box.current, next);
  }
  const handleKey = useEffectEvent((event: KeyboardEvent): void => {
    const step = stepOf(event, areSingleKeysOn(library));
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    handleStep(step);
  });
  useEffect(() => {
    // Whoever chooses another text goes on from there.
    if (!(document.activeElement instanceof HTMLSelectElement)) box.current?.focus({ preventScroll: true });
    const handle = (event: KeyboardEvent) => handleKey(event);
    document.addEventListener('keydown', handle, { capture: true });
    return () => document.removeEventListener('keydown', handle, { capture: true });
  }, []);

  return (
    <div className={styles.changes}>
      <ChangeSteps changes={changes} current={current} onStep={handleStep} />
      <div ref={box} className={styles.text} role="region" tabIndex={0} aria-label={changesMessages.region} lang={article.language ?? undefined} dir={article.direction}>
        <ChangedText rows={changes.rows} current={current} />
      </div>
    </div>
  );
}

/** Two of the texts, chosen, and what makes the later of the earlier. */
function ComparedTexts({ article, texts }: { readonly article: Article; readonly texts: readonly ListedText[] }) {
  const [[from, to], setPair] = useState<readonly [number, number]>([texts.length - 2, texts.length - 1]);
  const [before, after] = [texts[from]?.content ?? '', texts[to]?.content ?? ''];
  const compared = useTextChanges(article.id, before, after);
  return (
    <>
      <div className={styles.choices}>
        <TextChoice label={changesMessages.from} texts={texts} chosen={from} onChoose={(index) => setPair([index, to])} />
        <TextChoice label={changesMessages.to} texts={texts} chosen={to} onChoose={(index) => setPair([from, index])} />
      </div>
      {compared.kind === 'loading' && <p className={styles.note} role="status">{changesMessages.loading}</p>}
      {compared.kind === 'failed' && <p className={styles.note} role="alert">{faultSentence(compared.fault)}</p>}
      {compared.kind === 'ready' && <Changes key={`${from} ${to}`} article={article} changes={compared.value} />}
    </>
  );
}

function ArticleChanges({ id, onClose }: { readonly id: ArticleId; readonly onClose: () => void }) {
  const article = useArticle(id);
  const texts = article.kind === 'ready' ? textsOf(article.value) : [];
  return (
    <Modal title={changesMessages.title(article.kind === 'ready' ? article.value.title : '')} onClose={onClose} width={960}>
      {article.kind === 'loading' && <p className={styles.note} role="status">{changesMessages.loading}</p>}
      {article.kind === 'failed' && <p className={styles.note} role="alert">{faultSentence(article.fault)}</p>}
      {article.kind === 'ready' && (texts.length > 1 ? <ComparedTexts article={article.value} texts={texts} /> : <p className={styles.note}>{changesMessages.only}</p>)}
    </Modal>
  );
}

/** What changed between two texts of an article, while that is open. */
export function ChangesDialog() {
  const { view } = useSession();
  const id = useSelected(view, (state) => state.changesOf);
  return id === null ? null : <ArticleChanges key={id} id={id} onClose={() => view.setState({ changesOf: null })} />;
}

import type { ListedText } from '../../core/article/texts.ts';
import { PASTED_NAME } from '../../core/import/source.ts';
import { useNow } from '../state/use-now.ts';
import { changesMessages } from '../text/changes-messages.ts';
import { formatMoment } from '../text/format.ts';
import styles from './text-choice.module.css';

type TextChoiceProps = { readonly label: string; readonly texts: readonly ListedText[]; readonly chosen: number; readonly onChoose: (index: number) => void };

/** Chooses one of an article's texts, by when it was imported and from what. The latest comes first. */
export function TextChoice({ label, texts, chosen, onChoose }: TextChoiceProps) {
  const nowMs = useNow();
  const nameOf = ({ importedAt, name, isPresent }: ListedText) => {
    const when = formatMoment(Date.parse(importedAt), nowMs);
    return changesMessages.text(isPresent ? changesMessages.now(when) : when, name === PASTED_NAME ? changesMessages.pasted : name);
  };
  return (
    <label className={styles.choice}>
      <span>{label}</span>
      <select className={styles.select} value={chosen} onChange={(event) => onChoose(Number(event.target.value))}>
        {texts.map((text, index) => <option key={index} value={index}>{nameOf(text)}</option>).reverse()}
      </select>
    </label>
  );
}

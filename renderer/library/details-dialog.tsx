import { type FormEvent, useState } from 'react';
import type { Article } from '../../core/article/article.ts';
import { openArticleOf } from '../state/reader-state.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { formatDate, formatNumber } from '../text/format.ts';
import { detailsMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type FormFaults, formOf, parseForm, type TextFieldName } from './details-form.ts';
import { formatBytes } from './format-bytes.ts';
import styles from './details-dialog.module.css';

/** What the article came from; none of it can be changed. */
function Facts({ article }: { readonly article: Article }) {
  const { original, importedAt, wordCount } = article;
  const facts = [
    [detailsMessages.original, original.name],
    [detailsMessages.size, formatBytes(original.bytes)],
    [detailsMessages.encoding, original.encoding],
    [detailsMessages.imported, formatDate(importedAt)],
    [detailsMessages.words, formatNumber(wordCount)],
  ] as const;
  return (
    <dl className={styles.facts} aria-label={detailsMessages.facts}>
      {facts.map(([name, value]) => value !== null && <div key={name}><dt>{name}</dt><dd dir="auto">{value}</dd></div>)}
    </dl>
  );
}

const names = (messages: Readonly<Partial<Record<TextFieldName, string>>>, field: TextFieldName) => messages[field];

/** What is known of an article, to be corrected. */
function DetailsEditor({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const { editor } = useSession();
  const [form, setForm] = useState(() => formOf(article));
  const [faults, setFaults] = useState<FormFaults>({});

  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const parsed = parseForm(article, form);
    if (!parsed.ok) {
      setFaults(parsed.faults);
      const [first] = Object.keys(parsed.faults);
      event.currentTarget.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea)`)?.focus();
      return;
    }
    if (Object.keys(parsed.changes).length > 0) void editor.edit([{ kind: 'describe-article', articleId: article.id, details: parsed.changes }]);
    onClose();
  }

  const field = (name: TextFieldName, rows?: number) => (
    <div data-field={name} className={styles[name]}>
      <TextField
        label={detailsMessages.fields[name]} value={form[name]} hint={names(detailsMessages.hints, name)} fault={faults[name]} isFirst={name === 'title'} {...(rows === undefined ? {} : { rows })}
        onChange={(value) => {
          setForm({ ...form, [name]: value });
          setFaults({ ...faults, [name]: undefined });
        }}
      />
    </div>
  );

  return (
    <Modal title={detailsMessages.title} onClose={onClose} width={600}>
      <form noValidate onSubmit={save}>
        <div className={styles.fields}>
          {field('title', 2)}
          {field('dek', 2)}
          {field('label')}
          {field('byline')}
          {field('source')}
          {field('published')}
          {field('url')}
          {field('language')}
          <div className={styles.direction}>
            <span className={styles.name} aria-hidden="true">{detailsMessages.fields.direction}</span>
            <Segmented
              label={detailsMessages.fields.direction} value={form.direction} onChange={(direction) => setForm({ ...form, direction })}
              options={[{ value: 'ltr', label: detailsMessages.directions.ltr }, { value: 'rtl', label: detailsMessages.directions.rtl }]}
            />
          </div>
        </div>
        <Facts article={article} />
        <ModalActions>
          <Button onClick={onClose}>{chromeMessages.cancel}</Button>
          <Button kind="primary" type="submit">{chromeMessages.save}</Button>
        </ModalActions>
      </form>
    </Modal>
  );
}

/** The dialog for the details of the open article, while it is open. */
export function DetailsDialog() {
  const { view, reader } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'details');
  const article = useSelected(reader, () => openArticleOf(reader)?.article ?? null);
  if (!isOpen || !article) return null;
  return <DetailsEditor key={article.id} article={article} onClose={() => view.setState({ dialog: null })} />;
}

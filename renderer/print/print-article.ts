import { flushDrafts } from '../notes/drafts.ts';
import { showNotice } from '../state/notices.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { printMessages, toolMessages } from '../text/reading-messages.ts';

/** True when there is something to print; says so when there is not. */
function hasArticle({ reader, notices }: Session): boolean {
  const isOpen = openArticleOf(reader) !== null;
  if (!isOpen) showNotice(notices, { tone: 'fault', text: toolMessages.nothingOpen, action: null });
  return isOpen;
}

/** Resolves when all of the open article's text is here. */
function waitForText({ reader }: Session): Promise<void> {
  const isHere = () => !openArticleOf(reader)?.excerpt;
  if (isHere()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = reader.subscribe(() => {
      if (!isHere()) return;
      stop();
      resolve();
    });
  });
}

/** Shows the system's print dialog for the open article, with what was typed a moment ago. */
export async function printArticle(session: Session): Promise<void> {
  if (!hasArticle(session)) return;
  await flushDrafts();
  await session.editor.settle();
  await waitForText(session);
  window.print();
}

/** Saves the open article as a PDF: where the user says, or in a browser through its print dialog, which offers that. */
export async function savePdf(session: Session): Promise<void> {
  const { desktop, reader, notices, tellFault } = session;
  const open = openArticleOf(reader);
  if (!hasArticle(session) || !open) return;
  if (!desktop) return printArticle(session);
  await flushDrafts();
  await session.editor.settle();
  await waitForText(session);
  // What is printed without a print dialog is not announced everywhere.
  window.dispatchEvent(new Event('beforeprint'));
  const saved = await desktop.desktop.savePdf({ id: open.article.id });
  window.dispatchEvent(new Event('afterprint'));
  if (!saved.ok) tellFault(saved.fault);
  else if (saved.value.saved > 0) showNotice(notices, { tone: 'done', text: printMessages.saved(saved.value.folder), action: null });
}

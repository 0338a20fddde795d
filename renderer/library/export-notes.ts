import type { ArticleId } from '../../core/base/ids.ts';
import type { Arrangement } from '../../core/export/notes-outline.ts';
import type { ExportedFile } from '../../core/export/to-markdown.ts';
import { overviewOf } from '../state/library-state.ts';
import { showNotice } from '../state/notices.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { exportMessages } from '../text/library-messages.ts';
import { copyText } from './copy-text.ts';

/** What to export: the open article, every article that is not in the bin, or some by their ids. */
export type ExportScope = 'article' | 'library' | { readonly ids: readonly ArticleId[] };

type ExportRequest = { readonly ids: ArticleId[]; readonly arrangement: Arrangement };

/** The call's input; null when there is nothing that the scope names. No ids mean every article. */
function requestOf({ reader, library }: Session, scope: ExportScope, arrangement?: Arrangement): ExportRequest | null {
  const overview = overviewOf(library);
  const open = openArticleOf(reader)?.article.id;
  const ids = scope === 'library' ? [] : scope === 'article' ? (open ? [open] : []) : [...scope.ids];
  const isNothing = scope === 'library' ? !overview?.articles.some((article) => article.binnedAt === null) : ids.length === 0;
  if (!overview || isNothing) return null;
  return { ids, arrangement: arrangement ?? (overview.settings.notesArrangement === 'by-tag' ? 'by-tag' : 'in-order') };
}

function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has to have begun reading it before the address goes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The files as one to download: a single one as it is, several in an archive. */
export async function packFiles(files: readonly Pick<ExportedFile, 'name' | 'markdown'>[]): Promise<{ readonly name: string; readonly blob: Blob } | null> {
  const [first, ...others] = files;
  if (!first) return null;
  if (others.length === 0) return { name: first.name, blob: new Blob([first.markdown], { type: 'text/markdown;charset=utf-8' }) };
  const { strToU8, zipSync } = await import('fflate');
  const zip = zipSync(Object.fromEntries(files.map((file) => [file.name, strToU8(file.markdown)])));
  return { name: exportMessages.archiveName, blob: new Blob([zip], { type: 'application/zip' }) };
}

/** Writes a text that the library could not take to a place that the user chooses, or in a browser as a download. */
export async function saveCopy({ desktop, notices, tellFault }: Session, text: string): Promise<void> {
  if (!desktop) {
    download(exportMessages.copyName, new Blob([text], { type: 'text/markdown;charset=utf-8' }));
    return;
  }
  const saved = await desktop.desktop.saveCopy({ text });
  if (!saved.ok) tellFault(saved.fault);
  else if (saved.value.saved > 0) showNotice(notices, { tone: 'done', text: exportMessages.savedCopy(saved.value.folder), action: null });
}

async function saveInBrowser({ client, notices, tellFault }: Session, request: ExportRequest): Promise<void> {
  const files = await client.notes.exportMarkdown(request);
  if (!files.ok) {
    tellFault(files.fault);
    return;
  }
  const packed = await packFiles(files.value);
  if (!packed) return;
  download(packed.name, packed.blob);
  showNotice(notices, { tone: 'done', text: exportMessages.downloaded(packed.name), action: null });
}

/** Exports notes as Markdown: to a place that the user chooses, or in a browser as a download. */
export async function exportNotes(session: Session, scope: ExportScope, arrangement?: Arrangement): Promise<void> {
  const { desktop, editor, notices, tellFault } = session;
  const request = requestOf(session, scope, arrangement);
  if (!request) {
    showNotice(notices, { tone: 'fault', text: exportMessages.nothing, action: null });
    return;
  }
  await editor.settle();
  if (!desktop) {
    await saveInBrowser(session, request);
    return;
  }
  const saved = await desktop.desktop.saveExport(request);
  if (!saved.ok) tellFault(saved.fault);
  else if (saved.value.saved > 0) showNotice(notices, { tone: 'done', text: exportMessages.saved(saved.value.saved, saved.value.folder), action: null });
}

/** Copies the Markdown of an article's notes: the open one's, if no other is named. */
export async function copyNotes(session: Session, scope: ExportScope = 'article'): Promise<void> {
  const { client, editor, tellFault } = session;
  const request = requestOf(session, scope);
  if (!request) return;
  await editor.settle();
  const files = await client.notes.exportMarkdown(request);
  if (!files.ok) {
    tellFault(files.fault);
    return;
  }
  const text = files.value.map((file) => file.markdown).join('\n');
  await copyText(session, text, exportMessages.copied);
}

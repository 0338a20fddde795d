import { importableExtensions } from '../../core/import/importable-extensions.ts';
import { selectImportable } from '../../core/import/select-importable.ts';
import type { Held } from '../state/imports.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { addMessages } from '../text/library-messages.ts';
import { importAll } from './import-files.ts';

const ACCEPTED = importableExtensions.map((extension) => `.${extension}`).join(',');

/** Shows the browser's own dialog; none when it is cancelled. */
function chooseInBrowser(change: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    change(input);
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

const held = (file: File): Held => ({ kind: 'file', file });

/** Lets the user choose files, or one; none when the dialog is cancelled. */
export async function chooseIncoming(session: Session, { isOne }: { readonly isOne: boolean }): Promise<readonly Held[]> {
  if (!session.desktop) return (await chooseInBrowser((input) => Object.assign(input, { multiple: !isOne, accept: ACCEPTED }))).map(held);
  const chosen = await session.desktop.desktop.chooseFiles({});
  if (chosen.ok) return chosen.value.map((file) => ({ kind: 'handle', ...file }));
  session.tellFault(chosen.fault);
  return [];
}

/** Lets the user choose files and adds them to the library. */
export async function chooseFiles(session: Session): Promise<void> {
  await importAll(session, await chooseIncoming(session, { isOne: false }));
}

/** What can be read of a folder that the user chooses; null when the dialog is cancelled. */
async function chooseFolderFiles({ desktop, tellFault }: Session): Promise<readonly Held[] | null> {
  if (!desktop) {
    const files = await chooseInBrowser((input) => { input.webkitdirectory = true; });
    return files.length === 0 ? null : selectImportable(files.map((file) => ({ name: file.webkitRelativePath, file }))).map(({ file }) => held(file));
  }
  const chosen = await desktop.desktop.chooseFolder({});
  if (!chosen.ok) tellFault(chosen.fault);
  else chosen.value?.faults.forEach(tellFault);
  return chosen.ok && chosen.value ? chosen.value.files.map((file) => ({ kind: 'handle', ...file })) : null;
}

/** Lets the user choose a folder and adds all that can be read of it. */
export async function chooseFolder(session: Session): Promise<void> {
  const files = await chooseFolderFiles(session);
  if (files?.length === 0) showNotice(session.notices, { tone: 'fault', text: addMessages.emptyFolder, action: null });
  else if (files) await importAll(session, files);
}

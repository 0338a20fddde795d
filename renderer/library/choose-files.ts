import { importableExtensions } from '../../core/import/importable-extensions.ts';
import type { Session } from '../state/session.ts';
import { type Held, importAll } from './import-files.ts';

const ACCEPTED = importableExtensions.map((extension) => `.${extension}`).join(',');

/** Shows the browser's own dialog; none when it is cancelled. */
function chooseInBrowser(isOne: boolean): Promise<readonly Held[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = !isOne;
    input.accept = ACCEPTED;
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((file) => ({ kind: 'file', file }))));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Lets the user choose files, or one; none when the dialog is cancelled. */
export async function chooseIncoming(session: Session, { isOne }: { readonly isOne: boolean }): Promise<readonly Held[]> {
  if (!session.desktop) return chooseInBrowser(isOne);
  const chosen = await session.desktop.desktop.chooseFiles({});
  if (chosen.ok) return chosen.value.map((file) => ({ kind: 'handle', ...file }));
  session.tellFault(chosen.fault);
  return [];
}

/** Lets the user choose files and adds them to the library. */
export async function chooseFiles(session: Session): Promise<void> {
  await importAll(session, await chooseIncoming(session, { isOne: false }));
}

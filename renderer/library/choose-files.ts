import type { Session } from '../state/session.ts';
import { importAll, type Incoming } from './import-files.ts';

const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html';

/** Shows the browser's own dialog; none when it is cancelled. */
function chooseInBrowser(): Promise<readonly Incoming[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = ACCEPTED;
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((file) => ({ kind: 'file', file }))));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** Lets the user choose files and adds them to the library. */
export async function chooseFiles(session: Session): Promise<void> {
  if (!session.desktop) {
    await importAll(session, await chooseInBrowser());
    return;
  }
  const chosen = await session.desktop.desktop.chooseFiles({});
  if (chosen.ok) await importAll(session, chosen.value.map((file) => ({ kind: 'handle', ...file })));
  else session.tellFault(chosen.fault);
}

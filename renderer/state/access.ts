import type { Fault } from '../../core/base/fault.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { accessMessages } from '../text/library-messages.ts';
import { changeSettings, type LibraryState, loadLibrary, overviewOf } from './library-state.ts';
import { showNotice } from './notices.ts';
import type { Session } from './session.ts';

/** Why the library can only be read; null where it can be written, and until that is known. */
export function findRefusal(library: LibraryState): Fault | null {
  if (library.kind !== 'ready' || library.overview.access.kind === 'write') return null;
  const { access, folder } = library.overview;
  return access.fault ?? { code: 'library-read-only', folder, reason: 'opened-to-read' };
}

/** True where the library can be changed; where it can't, says why. */
export function mayWrite({ library, tellFault }: Pick<Session, 'library' | 'tellFault'>): boolean {
  const refusal = findRefusal(library.getState().library);
  if (refusal) tellFault(refusal);
  return refusal === null;
}

/** Tries to open the library for writing, and says what came of it. */
export async function tryWriting({ client, library, notices, tellFault }: Pick<Session, 'client' | 'library' | 'notices' | 'tellFault'>): Promise<void> {
  const tried = await client.library.reopen({});
  if (!tried.ok) {
    tellFault(tried.fault);
    return;
  }
  const overview = overviewOf(library);
  if (tried.value.kind === 'write') {
    await loadLibrary(library, client);
    // Settings that were changed meanwhile on the screen alone.
    void changeSettings(library, client, {});
    showNotice(notices, { tone: 'done', text: accessMessages.isWritable, action: null });
  } else if (overview) {
    library.setState({ library: { kind: 'ready', overview: { ...overview, access: tried.value } } });
    showNotice(notices, { tone: 'fault', text: accessMessages.stillReadOnly(faultSentence(findRefusal(library.getState().library) ?? { code: 'internal' })), action: null });
  }
}

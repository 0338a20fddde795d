import type { ArticleId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { versionMessages } from '../text/version-messages.ts';

/** Makes an earlier version of an article the present one, and says so with an Undo. `when` is the version's time in words. */
export async function restoreVersion({ client, editor, notices }: Session, version: { readonly id: ArticleId; readonly rev: number }, when: string): Promise<boolean> {
  const done = await editor.carryOut('restore-version', async () => {
    const restored = await client.articles.restoreVersion(version);
    return restored.ok ? succeed(restored.value.undo) : restored;
  });
  if (done) showNotice(notices, { tone: 'done', text: versionMessages.restored(when), action: { label: chromeMessages.undo, run: () => void done.takeBack() } });
  return done !== null;
}

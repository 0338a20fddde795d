import type { ArticleId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import type { NewVersion } from '../../core/library/new-version.ts';
import { mayWrite } from '../state/access.ts';
import type { Session } from '../state/session.ts';
import { chooseIncoming } from './choose-files.ts';
import type { Held } from '../state/imports.ts';
import { requestOf } from './incoming.ts';
import { tellVersion } from './tell-version.ts';

/** Gives an article another text, in one step of undo; shows it, and what of its highlights is to be reviewed. True when it has that text now. */
export async function takeVersion(session: Session, id: ArticleId, incoming: Held): Promise<boolean> {
  if (!mayWrite(session)) return false;
  const outcome: { version: NewVersion | null } = { version: null };
  const taken = await session.editor.carryOut('import-version', async () => {
    const source = await requestOf(session, incoming);
    if (!source.ok) return source;
    const imported = await session.client.articles.importVersion({ id, source: source.value });
    if (!imported.ok) return imported;
    outcome.version = imported.value;
    return succeed(imported.value.undo);
  });
  if (taken && outcome.version) await tellVersion(session, outcome.version, taken);
  return taken !== null;
}

/** Lets the user choose the file of an article's new version. */
export async function chooseVersion(session: Session, id: ArticleId): Promise<void> {
  const [chosen] = await chooseIncoming(session, { isOne: true });
  if (chosen) await takeVersion(session, id, chosen);
}

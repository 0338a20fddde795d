import { type Result, succeed } from '../../core/base/result.ts';
import type { Edit } from '../../core/library/edit.ts';
import type { ReadingsPlan } from '../../core/library/plan-readings.ts';
import type { TakenReadings } from '../../core/library/take-readings.ts';
import { mayWrite } from '../state/access.ts';
import type { Done } from '../state/editor.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { readingsMessages } from '../text/library-messages.ts';

/** Lets a plan go; nothing of it comes in. */
export function leavePlan({ imports }: Session, plan: ReadingsPlan): void {
  imports.setState(({ plans }) => ({ plans: plans.filter((each) => each !== plan) }));
}

function tellTaken(session: Session, plan: ReadingsPlan, { taken: { articles, highlights }, done }: { taken: TakenReadings; done: Done }): void {
  const text = articles.length === 0 ? readingsMessages.tagsTaken(plan.newTags.length) : readingsMessages.taken(highlights, articles.length);
  showNotice(session.notices, { tone: 'done', text, action: { label: chromeMessages.undo, run: () => void done.takeBack() } });
  const last = articles.at(-1);
  if (!last) return;
  session.view.setState({ shelf: { kind: 'status', status: last.status }, filter: '', isTableShown: false });
  void session.openArticle(last.id);
}

/** Takes in what a plan tells of, in one step of undo, but for the readings of those indexes. A plan that failed stays, to be tried again. */
export async function takePlan(session: Session, plan: ReadingsPlan, skipped: ReadonlySet<number>): Promise<void> {
  if (!mayWrite(session)) return;
  const { client, editor } = session;
  const outcome: { taken: TakenReadings | null } = { taken: null };
  const done = await editor.carryOut('import-articles', async (): Promise<Result<readonly Edit[]>> => {
    const taken = await client.readings.take({ plan: plan.id, skipped: [...skipped] });
    if (!taken.ok) return taken;
    outcome.taken = taken.value;
    return succeed(taken.value.undo);
  });
  if (!done) return;
  leavePlan(session, plan);
  if (outcome.taken) tellTaken(session, plan, { taken: outcome.taken, done });
}

import type { ArticleSummary } from '../../core/article/summary.ts';
import type { KnownPolicy } from '../../core/library/known-articles.ts';
import type { NewVersion } from '../../core/library/new-version.ts';
import { type ImportOutcome, reportImports } from '../../core/library/report-imports.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { importSentences } from '../../core/messages/import-messages.ts';
import { mayWrite } from '../state/access.ts';
import { nothingDone } from '../state/editor.ts';
import { emptyDraft, type ImportItem, type Incoming, whenGoing } from '../state/imports.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { addMessages } from '../text/library-messages.ts';
import { isBareLink } from './dropped.ts';
import { importIncoming, incomingOf, nameOf } from './incoming.ts';
import { tellVersion } from './tell-version.ts';

/** Whoever adds more than these is not about to read the last of them. */
const OPENED_LIMIT = 10;

/** Shows the last article that came in, on the shelf where it stands. */
function openLast(session: Session, articles: readonly ArticleSummary[]): void {
  const last = articles.at(-1);
  if (!last) return;
  session.view.setState({ shelf: { kind: 'status', status: last.status }, filter: '', isTableShown: false });
  if (articles.length <= OPENED_LIMIT) void session.openArticle(last.id);
}

/** Says how it went: in the dialog if that is open or there is something to read or to decide, else in passing. */
function tellOutcome({ view, notices, imports, tellFault }: Session, outcomes: readonly ImportOutcome[], added: readonly ArticleSummary[]): void {
  const report = reportImports(outcomes);
  const [fault] = report.faults;
  const { dialog } = view.getState();
  const isListed = report.known > 0 || report.leftOut > 0 || report.faults.length > 1 || (fault !== undefined && dialog === 'add');
  if (isListed) {
    const show = () => view.setState({ dialog: 'add' });
    if (dialog === null) show();
    else if (dialog !== 'add') showNotice(notices, { tone: 'done', text: importSentences(report), action: { label: addMessages.showReport, run: show } });
    return;
  }
  if (dialog === 'add') view.setState({ dialog: null });
  imports.setState({ items: [] });
  const [first] = added;
  const isMixed = outcomes.length > 1 && report.versions + report.unchanged > 0;
  const text = isMixed ? importSentences(report) : first && (added.length === 1 ? addMessages.added(first.title) : addMessages.addedMany(added.length));
  if (text) showNotice(notices, { tone: 'done', text, action: null });
  if (fault) tellFault(fault);
}

/** Remembers new versions as one step of undo, and shows the article where there is one alone. */
async function takeVersions(session: Session, versions: readonly NewVersion[]): Promise<void> {
  const undo = versions.flatMap((version) => version.undo);
  const step = undo.length > 0 ? session.editor.noteStep('import-version', undo) : nothingDone;
  const [only, ...others] = versions;
  if (only && others.length === 0) await tellVersion(session, only, step);
}

/** Adds things one after another, and shows how far it is. */
async function importEach(session: Session, items: readonly ImportItem[], known: KnownPolicy): Promise<readonly ImportOutcome[]> {
  const { imports } = session;
  const outcomes: ImportOutcome[] = [];
  for (const { id, incoming } of items) {
    const outcome = (await whenGoing(imports)) ? await importIncoming(session, incoming, known) : 'left-out';
    outcomes.push(outcome);
    imports.setState((state) => ({ items: state.items.map((item) => (item.id === id ? { ...item, outcome } : item)) }));
  }
  return outcomes;
}

/** Adds things, makes one step of undo of them, opens the last that came in. True when all did or were there. */
async function importItems(session: Session, items: readonly ImportItem[], known: KnownPolicy): Promise<boolean> {
  const { imports, editor } = session;
  const outcomes = await importEach(session, items, known);
  const came = outcomes.flatMap((outcome) => (outcome !== 'left-out' && outcome.ok ? [outcome.value] : []));
  const added = came.flatMap((each) => (each.kind === 'article' ? [each.article] : []));
  const plans = came.flatMap((each) => (each.kind === 'readings' ? [each.plan] : []));
  if (plans.length > 0) imports.setState((state) => ({ plans: [...state.plans, ...plans] }));
  await takeVersions(session, came.flatMap((each) => (each.kind === 'version' ? [each.version] : [])));
  if (added.length > 0) editor.noteStep('import-articles', added.map(({ id }) => ({ kind: 'bin-article', articleId: id, isBinned: true })));
  openLast(session, added);
  tellOutcome(session, outcomes, added);
  return came.length === items.length;
}

/** Adds things to the library. True when all came in or were there. */
export async function importAll(session: Session, incomings: readonly Incoming[]): Promise<boolean> {
  if (incomings.length === 0) return true;
  if (!mayWrite(session)) return false;
  const { imports } = session;
  const { items: before } = imports.getState();
  const waiting = before.filter((item) => item.outcome === null);
  const firstId = (before.at(-1)?.id ?? 0) + 1;
  const items = incomings.map((incoming, index): ImportItem => ({ id: firstId + index, name: nameOf(incoming), incoming, outcome: null }));
  // What was refused before and has been read makes room for what is being added now.
  imports.setState({ items: [...waiting, ...items], ...(waiting.length === 0 ? { pace: 'going' } : {}) });
  return importItems(session, items, 'ask');
}

/** Decides about all that was there already: it is added as new versions, as further articles, or left out. */
export async function settleKnown(session: Session, decision: Exclude<KnownPolicy, 'ask'> | 'left-out'): Promise<void> {
  const { imports, view } = session;
  const isKnown = ({ outcome }: ImportItem) => outcome !== null && outcome !== 'left-out' && outcome.ok && outcome.value.kind === 'known';
  const known = imports.getState().items.filter(isKnown);
  const outcome = decision === 'left-out' ? decision : null;
  imports.setState((state) => ({ pace: 'going', items: state.items.map((item) => (isKnown(item) ? { ...item, outcome } : item)) }));
  if (decision !== 'left-out') await importItems(session, known, decision);
  else if (imports.getState().items.length === known.length) view.setState({ dialog: null });
}

/** Adds the text of the dialog, or the page that it is the address of; the draft goes only when the article is there. */
export async function importDraft(session: Session): Promise<void> {
  const { draft } = session.imports.getState();
  if (draft.text.trim() === '') return;
  // What was typed meanwhile stays.
  const incoming: Incoming = !draft.isPage && isBareLink(draft.text) ? { kind: 'address', url: draft.text.trim() } : incomingOf(draft);
  if (await importAll(session, [incoming])) session.imports.setState((state) => (state.draft === draft ? { draft: emptyDraft } : {}));
}

/** The sentence of an item that was refused; null for any other. */
export function refusalOf({ outcome }: ImportItem): string | null {
  return outcome === null || outcome === 'left-out' || outcome.ok ? null : faultSentence(outcome.fault);
}

import type { ImportRequest } from '../../core/api/contract.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { Fault } from '../../core/base/fault.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Imported } from '../../core/library/imports.ts';
import { PASTED_NAME, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { mayWrite } from '../state/access.ts';
import { type Draft, emptyDraft, type ImportItem } from '../state/imports.ts';
import { nothingDone } from '../state/editor.ts';
import { showNotice } from '../state/notices.ts';
import type { Session } from '../state/session.ts';
import { addMessages } from '../text/library-messages.ts';
import { isBareLink } from './dropped.ts';
import { tellVersion } from './tell-version.ts';

/** Something to add: a file of the page's, a file that the desktop app holds, a page of the web, or text. */
export type Incoming = Held | { readonly kind: 'address'; readonly url: string };

/** What its door holds the bytes of, or is given. */
export type Held =
  | { readonly kind: 'file'; readonly file: Pick<File, 'name' | 'size' | 'arrayBuffer'> }
  | { readonly kind: 'handle'; readonly name: string; readonly handle: string }
  | { readonly kind: 'text'; readonly text: string; readonly mediaType: 'text/plain' | 'text/html' };

/** Longer text goes as a file: a call's input is bounded. */
const PASTE_LENGTH_LIMIT = 1_000_000;

const nameOf = (incoming: Incoming): string => (incoming.kind === 'file' ? incoming.file.name : incoming.kind === 'handle' ? incoming.name : incoming.kind === 'address' ? incoming.url : addMessages.pastedText);

type Pipes = Pick<Session, 'client' | 'transport'>;

type Wanted = Promise<Result<ImportRequest>>;

async function holdBytes({ transport }: Pipes, name: string, bytes: Uint8Array): Wanted {
  const held = await transport.upload(name, bytes);
  return held.ok ? succeed({ kind: 'upload', handle: held.value.handle }) : held;
}

async function holdFile(pipes: Pipes, file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Wanted {
  const { name, size } = file;
  if (size > SOURCE_BYTES_LIMIT) return fail({ code: 'file-too-large', name, bytes: size, limitBytes: SOURCE_BYTES_LIMIT });
  // A folder that was dropped looks like a file until it is read.
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), (): Fault => ({ code: 'file-unreadable', name, reason: 'not-a-file' }));
  return bytes instanceof Uint8Array ? holdBytes(pipes, name, bytes) : fail(bytes);
}

/** What the library is asked to import; the bytes of a file are held by the door first. */
export async function requestOf(pipes: Pipes, incoming: Held): Wanted {
  switch (incoming.kind) {
    case 'file': return holdFile(pipes, incoming.file);
    case 'handle': return succeed({ kind: 'upload', handle: incoming.handle });
    case 'text': {
      const { text, mediaType } = incoming;
      if (text.length <= PASTE_LENGTH_LIMIT) return succeed({ kind: 'paste', text, mediaType });
      return holdBytes(pipes, `${PASTED_NAME}.${mediaType === 'text/html' ? 'html' : 'txt'}`, new TextEncoder().encode(text));
    }
  }
}

/** Adds one thing to the library. */
export async function importIncoming(pipes: Pipes, incoming: Incoming): Promise<Result<Imported>> {
  if (incoming.kind === 'address') return pipes.client.articles.importAddress({ url: incoming.url });
  const request = await requestOf(pipes, incoming);
  return request.ok ? pipes.client.articles.import(request.value) : request;
}

/** Shows the last article that came in, on the shelf where it stands. */
function openLast(session: Session, articles: readonly ArticleSummary[]): void {
  const last = articles.at(-1);
  if (!last) return;
  session.view.setState({ shelf: { kind: 'status', status: last.status }, filter: '', isTableShown: false });
  void session.openArticle(last.id);
}

/** Says how it went: in the dialog if that is open or there is more than one fault to read, else in passing. */
function tellOutcome({ view, notices, imports, tellFault }: Session, added: readonly ArticleSummary[], faults: readonly Fault[]): void {
  const [first] = added;
  const [fault] = faults;
  const isListed = fault !== undefined && (faults.length > 1 || view.getState().dialog === 'add');
  if (isListed) {
    view.setState({ dialog: 'add' });
    return;
  }
  if (view.getState().dialog === 'add') view.setState({ dialog: null });
  imports.setState({ items: [] });
  if (first) showNotice(notices, { tone: 'done', text: added.length === 1 ? addMessages.added(first.title) : addMessages.addedMany(added.length), action: null });
  if (fault) tellFault(fault);
}

/** Adds things one after another, shows how far it is, opens the last that came in. True when all did. */
export async function importAll(session: Session, incomings: readonly Incoming[]): Promise<boolean> {
  if (incomings.length === 0) return true;
  if (!mayWrite(session)) return false;
  const { imports } = session;
  const firstId = (imports.getState().items.at(-1)?.id ?? 0) + 1;
  const items = incomings.map((incoming, index): ImportItem => ({ id: firstId + index, name: nameOf(incoming), outcome: null }));
  // What was refused before and has been read makes room for what is being added now.
  imports.setState((state) => ({ items: [...state.items.filter((item) => item.outcome === null), ...items] }));
  const outcomes: Result<Imported>[] = [];
  for (const [index, incoming] of incomings.entries()) {
    const outcome = await importIncoming(session, incoming);
    outcomes.push(outcome);
    imports.setState((state) => ({ items: state.items.map((item) => (item.id === firstId + index ? { ...item, outcome } : item)) }));
  }
  const came = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const added = came.flatMap((each) => (each.kind === 'article' ? [each.article] : []));
  const plans = came.flatMap((each) => (each.kind === 'readings' ? [each.plan] : []));
  if (plans.length > 0) imports.setState((state) => ({ plans: [...state.plans, ...plans] }));
  for (const each of came) {
    if (each.kind !== 'version') continue;
    const { undo } = each.version;
    await tellVersion(session, each.version, undo.length > 0 ? session.editor.noteStep('import-version', undo) : nothingDone);
  }
  if (added.length > 0) session.editor.noteStep('import-articles', added.map(({ id }) => ({ kind: 'bin-article', articleId: id, isBinned: true })));
  openLast(session, added);
  tellOutcome(session, added, outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.fault])));
  return came.length === incomings.length;
}

/** What a draft stands for: the page that was pasted, or its text. */
export function incomingOf({ text, html, isPage }: Draft): Held {
  return isPage && html !== null ? { kind: 'text', text: html, mediaType: 'text/html' } : { kind: 'text', text, mediaType: 'text/plain' };
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
  return outcome === null || outcome.ok ? null : faultSentence(outcome.fault);
}

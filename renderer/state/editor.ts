import { createStore } from 'zustand/vanilla';
import type { Client } from '../../core/api/contract.ts';
import type { StepKind } from '../../core/base/step-kind.ts';
import type { Fault, FaultCode } from '../../core/base/fault.ts';
import type { Result } from '../../core/base/result.ts';
import type { Applied } from '../../core/library/apply-edits.ts';
import { type ArticleEdit, type Edit, editArticle, isArticleEdit } from '../../core/library/edit.ts';
import { withArticle } from './open-article.ts';
import { openArticleOf, type ReaderStateStore } from './reader-state.ts';
import { pushStep, type Step } from './undo-steps.ts';

const RETRY_AFTER_MS = 5_000;

/** Something that was done and is durable. */
export type Done = {
  /** Takes back this and nothing else: by undo where it was done last, else by a step of its own. Does nothing when it is undone already. */
  takeBack(): Promise<void>;
};

/** Edits that are saved together or not at all. */
type Stretch = readonly Edit[];

export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** What could not be saved is kept in `edits` and on the screen until it can. `names` says of which articles, where others of the same step were saved. */
  | { readonly kind: 'failed'; readonly fault: Fault; readonly edits: readonly Edit[]; readonly names: readonly string[] };

export type EditorState = { readonly saving: Saving; readonly done: readonly Step[]; readonly undone: readonly Step[] };

export type Editor = {
  readonly state: ReturnType<typeof makeEditorState>;
  /** Applies edits on the screen at once and saves them; null when they are not durable. Edits with the same key, one after another, are one step of undo. */
  edit(edits: readonly Edit[], key?: string): Promise<Done | null>;
  /** Lets the library make a change by itself once all before it is saved. `change` answers the edits that undo it. */
  carryOut(kind: StepKind, change: () => Promise<Result<readonly Edit[]>>): Promise<Done | null>;
  /** Remembers something that was done by another call than `edit`, and what takes it back, as a step of undo. */
  noteStep(kind: StepKind, undo: readonly Edit[]): Done;
  undo(): Promise<StepKind | null>;
  redo(): Promise<StepKind | null>;
  /** Tries again to save what could not be saved; it also tries by itself every few seconds. */
  retry(): Promise<void>;
  /** How many edits, undos and redos were begun: what was read before the last of them is out of date. */
  begun(): number;
  /** Resolves when nothing is being saved. */
  settle(): Promise<void>;
};

export const nothingDone: Done = { takeBack: () => Promise.resolve() };

const makeEditorState = () => createStore<EditorState>(() => ({ saving: { kind: 'saved' }, done: [], undone: [] }));

/** True when what was begun is durable. */
export const isDone = async (doing: Promise<Done | null>): Promise<boolean> => (await doing) !== null;

/** Shows edits on the open article before the host has answered; core's own rules apply them. */
function showEdits(reader: ReaderStateStore, edits: readonly Edit[], now: string): void {
  const open = openArticleOf(reader);
  if (!open) return;
  const mine = edits.filter((edit): edit is ArticleEdit => isArticleEdit(edit) && edit.articleId === open.article.id);
  const article = mine.reduce((current, edit) => {
    const edited = editArticle(current, edit, now);
    return edited.ok ? edited.value.next : current;
  }, open.article);
  // Another text has to come from the library first.
  if (article !== open.article && article.content === open.article.content) reader.setState({ opened: withArticle(open, article) });
}

type EditorPorts = {
  readonly client: Client;
  readonly reader: ReaderStateStore;
  readonly now: () => string;
  /** Why nothing can be changed now; null where it can. */
  readonly findRefusal: () => Fault | null;
  /** Told when the library refused edits for what they say; trying again would not help. */
  readonly onRefused: (fault: Fault, edits: readonly Edit[]) => void;
};

const REFUSALS: readonly FaultCode[] = ['highlight-missing', 'article-missing', 'record-missing', 'tag-in-use', 'name-taken', 'input-invalid', 'call-unknown', 'document-changed-outside', 'content-missing'];

/** One writer of this window: sends edits one after another, and keeps what undo needs. */
export function makeEditor({ client, reader, now, findRefusal, onRefused }: EditorPorts): Editor {
  const state = makeEditorState();
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let begun = 0;
  let lastStep = 0;
  /** What could not be saved yet, as it was sent. */
  let unsaved: readonly Stretch[] = [];
  let nextTry: ReturnType<typeof setTimeout> | undefined;

  const isRefusal = (fault: Fault) => REFUSALS.includes(fault.code);

  function noteDone({ undo, kind, key = null }: { undo: readonly Edit[]; kind: StepKind; key?: string | null }): Done {
    lastStep += 1;
    state.setState(({ done }) => ({ done: pushStep(done, { id: lastStep, undo, kind, key }), undone: [] }));
    const id = state.getState().done.at(-1)?.id;
    return { takeBack: () => enqueue(() => takeBack(id)) };
  }

  function keepUnsaved(stretches: readonly Stretch[], fault: Fault, names: readonly string[] = []): null {
    unsaved = stretches;
    state.setState({ saving: { kind: 'failed', fault, edits: stretches.flat(), names } });
    clearTimeout(nextTry);
    nextTry = setTimeout(() => void retry(), RETRY_AFTER_MS);
    return null;
  }

  function endSending(): void {
    unsaved = [];
    state.setState({ saving: waiting > 1 ? { kind: 'saving' } : { kind: 'saved' } });
  }

  /** What undoes edits that were saved. Where a part of them was not, that part waits or is refused, and the rest is a step of undo by itself. */
  function taken({ undo, unfinished }: Applied, edits: readonly Edit[]): readonly Edit[] | null {
    if (unfinished === null) {
      endSending();
      return undo;
    }
    if (edits[0]) noteDone({ undo, kind: edits[0].kind });
    if (!isRefusal(unfinished.fault)) return keepUnsaved([unfinished.edits], unfinished.fault, unfinished.names);
    endSending();
    onRefused(unfinished.fault, unfinished.edits);
    return null;
  }

  /** Saves edits after those that wait; answers what undoes the last of them, or null when they are not saved. */
  async function send(edits: readonly Edit[]): Promise<readonly Edit[] | null> {
    // After a failure, order matters: what failed goes first, so nothing later is saved without it.
    const stretches = edits.length > 0 ? [...unsaved, edits] : unsaved;
    if (stretches.length === 0) return [];
    state.setState({ saving: { kind: 'saving' } });
    const saved = await client.library.edit({ edits: stretches.flat() });
    if (saved.ok) return taken(saved.value, stretches.flat());
    if (!isRefusal(saved.fault)) return keepUnsaved(stretches, saved.fault);
    if (stretches.length > 1) return sendEach(stretches);
    endSending();
    onRefused(saved.fault, stretches.flat());
    return null;
  }

  /** Saves one stretch at a time: what the library refuses must not take along what waited before it. */
  async function sendEach(stretches: readonly Stretch[]): Promise<readonly Edit[] | null> {
    let answer: readonly Edit[] | null = null;
    for (const [index, stretch] of stretches.entries()) {
      const saved = await client.library.edit({ edits: [...stretch] });
      if (!saved.ok && !isRefusal(saved.fault)) return keepUnsaved(stretches.slice(index), saved.fault);
      const isLast = index === stretches.length - 1;
      if (isLast) endSending();
      if (!saved.ok) {
        onRefused(saved.fault, stretch);
        continue;
      }
      const { undo, unfinished } = saved.value;
      if (isLast && unfinished === null) answer = undo;
      else if (stretch[0]) noteDone({ undo, kind: stretch[0].kind });
      if (unfinished && isRefusal(unfinished.fault)) onRefused(unfinished.fault, unfinished.edits);
      else if (unfinished) return keepUnsaved([unfinished.edits, ...stretches.slice(index + 1)], unfinished.fault, unfinished.names);
    }
    return answer;
  }

  /** One task after another: an undo that comes while an edit is being saved takes back that edit, not the one before. */
  function enqueue<T>(task: () => Promise<T>): Promise<T> {
    waiting += 1;
    begun += 1;
    const done = queue.then(task).finally(() => {
      waiting -= 1;
    });
    queue = done.catch(() => undefined);
    return done;
  }

  function edit(edits: readonly Edit[], key: string | null = null): Promise<Done | null> {
    const [first] = edits;
    if (!first) return Promise.resolve(nothingDone);
    const refusal = findRefusal();
    if (refusal) {
      onRefused(refusal, edits);
      return Promise.resolve(null);
    }
    showEdits(reader, edits, now());
    state.setState(({ saving }) => ({ saving: saving.kind === 'failed' ? saving : { kind: 'saving' } }));
    return enqueue(async () => {
      const undo = await send(edits);
      return undo && noteDone({ undo, kind: first.kind, key });
    });
  }

  async function travel(from: 'done' | 'undone', to: 'done' | 'undone'): Promise<StepKind | null> {
    const step = state.getState()[from].at(-1);
    if (!step) return null;
    state.setState((old) => ({ [from]: old[from].slice(0, -1) }));
    showEdits(reader, step.undo, now());
    const back = await send(step.undo);
    if (!back) return null;
    state.setState((old) => ({ [to]: [...old[to], { ...step, undo: back, key: null }] }));
    return step.kind;
  }

  async function takeBack(id: Step['id'] | undefined): Promise<void> {
    const { done } = state.getState();
    const step = done.find((each) => each.id === id);
    if (!step) return;
    if (step === done.at(-1)) return void (await travel('done', 'undone'));
    showEdits(reader, step.undo, now());
    const undo = await send(step.undo);
    if (undo) noteDone({ undo, kind: step.kind });
  }

  function carryOut(kind: StepKind, change: () => Promise<Result<readonly Edit[]>>): Promise<Done | null> {
    return enqueue(async () => {
      if (state.getState().saving.kind === 'failed' && (await send([])) === null) return null;
      const changed = await change();
      if (!changed.ok) {
        onRefused(changed.fault, []);
        return null;
      }
      return changed.value.length > 0 ? noteDone({ undo: changed.value, kind }) : nothingDone;
    });
  }

  function retry(): Promise<void> {
    return enqueue(async () => {
      const { saving } = state.getState();
      const [first] = saving.kind === 'failed' ? saving.edits : [];
      if (!first) return;
      const undo = await send([]);
      if (undo) noteDone({ undo, kind: first.kind });
    });
  }

  return {
    state,
    edit,
    carryOut,
    noteStep: (kind, undo) => noteDone({ undo, kind }),
    undo: () => enqueue(() => travel('done', 'undone')),
    redo: () => enqueue(() => travel('undone', 'done')),
    retry,
    begun: () => begun,
    settle: () => queue.then(() => undefined),
  };
}

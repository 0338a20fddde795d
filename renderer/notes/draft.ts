import { createStore, type StoreApi } from 'zustand/vanilla';
import { joinConcurrentTexts } from '../../core/base/concurrent-texts.ts';

const SAVE_DELAY_MS = 400;
/** Whoever types without a pause is saved this long after the first unsaved letter, so that all of it is durable within a second. */
const LATEST_SAVE_MS = 700;

/** A text while it is written. What was typed stays, with what somebody else puts in its place meanwhile beside it. */
export type Draft = {
  readonly state: StoreApi<{ readonly text: string }>;
  /** Takes in what was typed, and saves it when typing pauses, or before a second is over. */
  change(text: string): void;
  /** Takes in what the library has now, unless that is older than what was saved. */
  adopt(stored: string): void;
  /** Saves at once what is not saved; resolves when the library has answered. */
  flush(): Promise<void>;
};

type DraftPorts = {
  readonly stored: string;
  /** True when the text is saved, or kept by who tries again; false when it was refused. `base` is the text that it was written from. */
  readonly save: (text: string, base: string) => Promise<boolean>;
};

/** Begins a draft from the stored text. */
export function makeDraft({ stored, save }: DraftPorts): Draft {
  const state = createStore(() => ({ text: stored }));
  let saved = stored;
  /** What the library may still say while saves are under way; once they are settled, whatever it says is news, as after an undo. */
  let echoes: readonly string[] = [stored];
  let underWay = 0;
  let saving = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;

  async function send(text: string): Promise<void> {
    const base = saved;
    saved = text;
    echoes = [...echoes, text];
    underWay += 1;
    const isKept = await save(text, base);
    underWay -= 1;
    if (!isKept && saved === text) saved = base;
    if (underWay === 0) echoes = [saved];
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    clearTimeout(latest);
    latest = undefined;
    const { text } = state.getState();
    if (text !== saved) saving = Promise.all([saving, send(text)]).then(() => undefined);
    return saving;
  }

  return {
    state,
    flush,
    change(text) {
      state.setState({ text });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), SAVE_DELAY_MS);
      latest ??= setTimeout(() => void flush(), LATEST_SAVE_MS);
    },
    adopt(now) {
      // A document read before the last save still says what this draft said then.
      if (echoes.includes(now)) return;
      const text = joinConcurrentTexts({ base: saved, mine: state.getState().text, theirs: now });
      saved = now;
      echoes = [now];
      state.setState({ text });
    },
  };
}

import { createStore } from 'zustand/vanilla';

/** A message that passes: shown for a while, read out by screen readers, with one thing that can be done about it. */
export type Notice = {
  readonly id: number;
  readonly tone: 'done' | 'fault';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
};

export type NoticeStore = ReturnType<typeof makeNoticeStore>;

export function makeNoticeStore() {
  return createStore<{ readonly notices: readonly Notice[]; readonly nextId: number }>(() => ({ notices: [], nextId: 1 }));
}

const DONE_LIMIT = 3;

/** What stays beside a new message: what went wrong, until it is closed, and the last of what was done. */
function besides(notices: readonly Notice[], { tone, text, action }: Omit<Notice, 'id'>): readonly Notice[] {
  if (tone === 'fault') return notices.filter((old) => old.tone === 'done' || old.text !== text || old.action !== null || action !== null);
  const kept = notices.filter((old) => old.tone === 'done').slice(1 - DONE_LIMIT);
  return notices.filter((old) => old.tone === 'fault' || kept.includes(old));
}

/** Shows a message, and answers its id, which no other message has. */
export function showNotice(store: NoticeStore, notice: Omit<Notice, 'id'>): number {
  const id = store.getState().nextId;
  store.setState(({ notices }) => ({ notices: [...besides(notices, notice), { ...notice, id }], nextId: id + 1 }));
  return id;
}

export function closeNotice(store: NoticeStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

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

/** Shows a message, and answers its id, which no other message has. */
export function showNotice(store: NoticeStore, notice: Omit<Notice, 'id'>): number {
  const id = store.getState().nextId;
  store.setState(({ notices }) => ({ notices: [...notices.slice(-2), { ...notice, id }], nextId: id + 1 }));
  return id;
}

export function closeNotice(store: NoticeStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

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
  return createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));
}

export function showNotice(store: NoticeStore, notice: Omit<Notice, 'id'>): void {
  store.setState(({ notices }) => ({ notices: [...notices.slice(-2), { ...notice, id: (notices.at(-1)?.id ?? 0) + 1 }] }));
}

export function closeNotice(store: NoticeStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

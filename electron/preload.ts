import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL, UPLOAD_CHANNEL } from './channels.ts';

type Listener = (told: unknown) => void;

const listeners = new Set<Listener>();
const waiting: unknown[] = [];

// What is told before the page listens (a file that the app was started with) waits for it.
ipcRenderer.on(EVENT_CHANNEL, (_event, told: unknown) => {
  if (listeners.size === 0) waiting.push(told);
  for (const listener of listeners) listener(told);
});

const pipes = {
  send: (path: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, path, input),
  upload: (name: string, bytes: Uint8Array): Promise<unknown> => ipcRenderer.invoke(UPLOAD_CHANNEL, name, bytes),
  listen(listener: Listener): () => void {
    listeners.add(listener);
    for (const told of waiting.splice(0)) listener(told);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('lectern', Object.freeze(pipes));

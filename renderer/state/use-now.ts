import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;
const thisMinute = () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;

function everyMinute(onChange: () => void): () => void {
  const timer = setInterval(onChange, MINUTE_MS);
  return () => clearInterval(timer);
}

/** The present time to the minute, in milliseconds; the component draws again when it changes. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, thisMinute);
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Draft, makeDraft } from './draft.ts';
import { registerDraft } from './drafts.ts';

/** A draft that lives as long as its editor, and is saved when the editor or the page goes away. */
export function useDraft(stored: string, save: (text: string, base: string) => Promise<boolean>): { readonly text: string; readonly draft: Draft } {
  const [draft] = useState(() => makeDraft({ stored, save }));
  const text = useStore(draft.state, (state) => state.text);

  useEffect(() => draft.adopt(stored), [draft, stored]);
  useEffect(() => {
    const forget = registerDraft(draft.flush);
    const flush = () => void draft.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      forget();
      flush();
    };
  }, [draft]);

  return { text, draft };
}

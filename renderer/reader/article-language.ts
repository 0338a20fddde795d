import { createContext } from 'react';
import type { Spoken } from '../../core/article/languages.ts';

/** What the article is written in, for what is drawn of it. Null outside of an article: nothing there is told apart by language. */
export const ArticleLanguage = createContext<Spoken | null>(null);

/** The attributes that tell a browser and a screen reader what an element is written in. */
export function spokenAttributes(spoken: Spoken | null): { readonly lang?: string; readonly dir?: Spoken['direction'] } {
  if (!spoken) return {};
  return spoken.language === null ? { dir: spoken.direction } : { lang: spoken.language, dir: spoken.direction };
}

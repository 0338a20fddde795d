import { useMemo } from 'react';
import { useOverview } from '../state/use-session.ts';
import { countTagUse, type TagUse } from './tag-options.ts';

const unused: TagUse = new Map();

/** On how many highlights of the library each tag is. */
export function useTagUse(): TagUse {
  const articles = useOverview()?.articles;
  return useMemo(() => (articles ? countTagUse(articles) : unused), [articles]);
}

/** What a step of undo takes back: what an edit of that kind did, articles that came in, an earlier version that was restored. */
export const stepKinds = [
  'add-highlight', 'remove-highlight', 'note-highlight', 'colour-highlight', 'move-highlight', 'tag-highlight', 'summarise-article', 'describe-article', 'set-status', 'put-back', 'bin-article', 'set-content', 'put-tag', 'remove-tag', 'put-collection', 'remove-collection', 'collect', 'put-search', 'remove-search',
  'import-articles', 'import-version', 'restore-version',
] as const;
export type StepKind = (typeof stepKinds)[number];

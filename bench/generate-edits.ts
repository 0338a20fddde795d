import type { Article } from '../core/article/article.ts';
import type { ArticleEdit } from '../core/library/edit.ts';
import { colours } from '../core/highlight/colour.ts';
import type { Highlight } from '../core/highlight/highlight.ts';
import { makeParagraphs } from './generate-text.ts';
import type { Random } from './random.ts';

type Step = 'add' | 'note' | 'colour' | 'summarise';

/** Edits as an analyst makes them: a highlight, its note, a colour, now and then the summary. Each can be applied after those before it. */
export function generateEdits(random: Random, article: Article, { count, highlights }: { count: number; highlights: readonly Highlight[] }): readonly ArticleEdit[] {
  const articleId = article.id;
  const unused = [...highlights];
  const present = article.highlights.map((highlight) => highlight.id);
  return Array.from({ length: count }, (): ArticleEdit => {
    const step: Step = random.pick(['add', 'note', 'note', 'colour', 'summarise']);
    const added = step === 'add' || present.length === 0 ? unused.shift() : undefined;
    const highlightId = present[random.between(0, present.length - 1)];
    if (added) {
      present.push(added.id);
      return { kind: 'add-highlight', articleId, highlight: { ...added, tags: [...added.tags] } };
    }
    if (!highlightId || step === 'summarise') return { kind: 'summarise-article', articleId, summary: makeParagraphs(random, 60).join('\n\n') };
    if (step === 'colour') return { kind: 'colour-highlight', articleId, highlightId, colour: random.pick(colours) };
    return { kind: 'note-highlight', articleId, highlightId, note: makeParagraphs(random, 30).join('\n\n') };
  });
}

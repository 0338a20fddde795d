import { outlineOf } from '../../core/article/outline.ts';
import { type CommandId, commands } from '../../core/api/commands.ts';
import type { ArticleSummary } from '../../core/article/summary.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import type { Range } from '../../core/base/range.ts';
import { foldText } from '../../core/base/text.ts';
import type { Collection } from '../../core/collection/collection.ts';
import type { Overview } from '../../core/library/library.ts';
import type { SavedSearch } from '../../core/search/saved-search.ts';
import type { Tag } from '../../core/tag/tag.ts';
import { type Lack, whyNot } from '../commands/can-run.ts';
import { overviewOf } from '../state/library-state.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { commandName } from '../text/palette-messages.ts';
import type { Matchable } from './match-entries.ts';

type Named = Matchable & { readonly label: string; readonly isOff: boolean };

/** Something that the palette leads to. A command that lacks something is shown, off, with what it lacks. */
export type PaletteEntry = Named & (
  | { readonly kind: 'command'; readonly command: CommandId; readonly lack: Lack | null }
  | { readonly kind: 'heading'; readonly articleId: ArticleId; readonly range: Range }
  | { readonly kind: 'article'; readonly article: ArticleSummary }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | { readonly kind: 'collection'; readonly collection: Collection }
  | { readonly kind: 'search'; readonly search: SavedSearch }
);

function named<Kind extends PaletteEntry['kind']>(kind: Kind, id: string, label: string) {
  return { kind, key: `${kind} ${id}`, label, folded: foldText(label), isOff: false } as const;
}

// A library of thousands is folded once, not each time that the palette opens.
const articleEntries = new WeakMap<ArticleSummary, PaletteEntry>();

function articleEntry(article: ArticleSummary): PaletteEntry {
  const known = articleEntries.get(article);
  if (known) return known;
  const entry: PaletteEntry = { ...named('article', article.id, article.title), article };
  articleEntries.set(article, entry);
  return entry;
}

function commandEntries(session: Session, { settings }: Overview): readonly PaletteEntry[] {
  return commands.filter(({ id }) => id !== 'open-palette').map(({ id }): PaletteEntry => {
    const lack = whyNot(session, id);
    return { ...named('command', id, commandName(id, settings.colourNames)), command: id, lack, isOff: lack !== null };
  });
}

function headingEntries({ reader }: Session): readonly PaletteEntry[] {
  const open = openArticleOf(reader);
  if (!open) return [];
  const { id } = open.article;
  return outlineOf(open.content, open.projection, open.article.putBack).map(({ text, start }): PaletteEntry => ({ ...named('heading', `${id} ${start}`, text), articleId: id, range: { start, end: start + text.length } }));
}

/** All that the palette leads to as things are now. What lies in the bin is not among it. */
export function paletteEntries(session: Session): readonly PaletteEntry[] {
  const overview = overviewOf(session.library);
  if (!overview) return [];
  return [
    ...commandEntries(session, overview),
    ...headingEntries(session),
    ...overview.articles.filter(({ binnedAt }) => binnedAt === null).map(articleEntry),
    ...overview.tags.map((tag): PaletteEntry => ({ ...named('tag', tag.id, tag.name), tag })),
    ...overview.collections.map((collection): PaletteEntry => ({ ...named('collection', collection.id, collection.name), collection })),
    ...overview.searches.map((search): PaletteEntry => ({ ...named('search', search.id, search.name), search })),
  ];
}

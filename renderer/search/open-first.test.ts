import { describe, expect, it } from 'vitest';
import { succeed } from '../../core/base/result.ts';
import type { SearchHit } from '../../core/library/ports.ts';
import { articleTitled, makeLibraryWindow } from '../library/testing/library-window.ts';
import { openArticleOf } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { openFirst } from './open-first.ts';

const hitOf = (session: Session, title: string): SearchHit => ({ articleId: articleTitled(session, title).id, title, snippets: [] });

/** The library's answer to a query, as the window gets it. */
function answer({ search }: Session, query: string, hits: readonly SearchHit[]): void {
  search.setState({ found: { query, isTyping: true, searchedRev: 0, answer: succeed({ hits, total: hits.length, pending: 0, hint: null, tookMs: 1, asked: 25 }) } });
}
const opened = ({ reader }: Session) => openArticleOf(reader)?.article.title;

describe('Enter in the search field', () => {
  it('waits for the answer to what is typed, and does not open what was found for an earlier query', async () => {
    const { session } = await makeLibraryWindow('Fleet', 'Speech', 'Treaty');
    await session.openArticle(articleTitled(session, 'Treaty').id);
    answer(session, 'ships', [hitOf(session, 'Fleet')]);
    session.view.setState({ filter: 'minister' });
    const opening = openFirst(session);
    await Promise.resolve();
    answer(session, 'ministe', [hitOf(session, 'Fleet')]);
    answer(session, 'minister', [hitOf(session, 'Speech'), hitOf(session, 'Fleet')]);
    expect(await opening).toBe(true);
    expect(opened(session)).toBe('Speech');
  });

  it('opens at once what is found already', async () => {
    const { session } = await makeLibraryWindow('Fleet', 'Speech');
    session.view.setState({ filter: 'ships' });
    answer(session, 'ships', [hitOf(session, 'Fleet')]);
    expect(await openFirst(session)).toBe(true);
    expect(opened(session)).toBe('Fleet');
  });

  it('opens nothing when something else is typed before the answer, when nothing is found, and for blanks', async () => {
    const { session } = await makeLibraryWindow('Fleet', 'Speech');
    await session.openArticle(articleTitled(session, 'Speech').id);
    session.view.setState({ filter: 'ships' });
    const opening = openFirst(session);
    session.view.setState({ filter: 'shipsx' });
    answer(session, 'ships', [hitOf(session, 'Fleet')]);
    expect(await opening).toBe(false);
    answer(session, 'shipsx', []);
    expect(await openFirst(session)).toBe(false);
    session.view.setState({ filter: '  ' });
    expect(await openFirst(session)).toBe(false);
    expect(opened(session)).toBe('Speech');
  });

  it('in the bin opens the first of the bin that matches', async () => {
    const { session } = await makeLibraryWindow('Fleet', 'Fleet too', 'Speech');
    await session.editor.edit([{ kind: 'bin-article', articleId: articleTitled(session, 'Fleet too').id, isBinned: true }]);
    session.view.setState({ shelf: { kind: 'bin' }, filter: 'fleet' });
    expect(await openFirst(session)).toBe(true);
    expect(opened(session)).toBe('Fleet too');
  });
});

import { expect, it, vi } from 'vitest';
import type { Event } from '../../core/api/contract.ts';
import { createContent } from '../../core/article/blocks.ts';
import { excerptOf } from '../../core/article/excerpt.ts';
import { summariseArticle } from '../../core/article/summary.ts';
import { fail, succeed } from '../../core/base/result.ts';
import { articleWithNotes } from '../../core/export/testing/example-article.ts';
import { noChange } from '../../core/library/events.ts';
import { makeMemoryTransport } from '../library/testing/memory-library.ts';
import { overviewOf } from './library-state.ts';
import { openArticleOf } from './reader-state.ts';
import { makeSession } from './session.ts';

it('what was read before an edit never takes the edit from the screen, however late it comes', async () => {
  const { transport } = makeMemoryTransport();
  let hold: Promise<void> | null = null;
  const slow: typeof transport = {
    ...transport,
    async send(path, input) {
      const answer = await transport.send(path, input);
      if (path === 'articles.read') await hold;
      return answer;
    },
  };
  const session = makeSession({ transport: slow, isDesktop: false, now: () => '2026-02-01T00:00:00.000Z' });
  session.start(() => undefined);
  const imported = await session.client.articles.import({ source: { kind: 'paste', text: 'Ships\nText.', mediaType: 'text/plain' } });
  if (!imported.ok || imported.value.kind !== 'article') throw new Error('no article');
  const articleId = imported.value.article.id;
  await session.openArticle(articleId);

  const { promise, resolve } = Promise.withResolvers<void>();
  hold = promise;
  // Another window's change is read while this one is written.
  await session.client.library.edit({ edits: [{ kind: 'summarise-article', articleId, summary: 'first' }] });
  await new Promise((done) => setTimeout(done));
  await session.editor.edit([{ kind: 'summarise-article', articleId, summary: 'second' }]);
  resolve();
  await new Promise((done) => setTimeout(done, 20));
  expect(openArticleOf(session.reader)?.article.summary).toBe('second');
});

it('shows the text of a new version, though the rest of the one before comes after it', async () => {
  const { transport } = makeMemoryTransport();
  const { promise: restIsRead, resolve: letRestCome } = Promise.withResolvers<void>();
  const told: ((event: Event) => void)[] = [];
  const [before, after] = ['old', 'new'].map((word) => createContent(Array.from({ length: 4_000 }, (_, index) => ({ kind: 'paragraph' as const, leaf: { id: `l${index}`, text: `${word} paragraph ${index} ${'of many words '.repeat(12)}`, marks: [] } }))));
  const excerpt = before && excerptOf(before, 0);
  if (!before || !after || !excerpt) throw new Error('The text is too short for an excerpt.');
  const first = { ...articleWithNotes, highlights: [], content: 'a'.repeat(64) };
  let stored = { article: first, content: before };
  let opened = 0;
  const session = makeSession({
    isDesktop: false, now: () => '2026-02-01T00:00:00.000Z',
    transport: {
      ...transport,
      listen: (listener) => (told.push(listener), () => undefined),
      async send(path, input) {
        if (path === 'articles.begin') return succeed({ article: stored.article, content: null, excerpt });
        if (path === 'articles.read') return succeed(stored.article);
        if (path !== 'articles.open') return transport.send(path, input);
        const read = stored;
        opened += 1;
        if (opened === 1) await restIsRead;
        return succeed(read);
      },
    },
  });
  session.start(() => undefined);
  const opening = session.openArticle(first.id);
  await vi.waitFor(() => expect(opened).toBe(1));
  stored = { article: { ...first, content: 'b'.repeat(64), changedAt: '2030-01-01T00:00:00.000Z' }, content: after };
  for (const tell of told) tell({ kind: 'library-changed', change: { ...noChange, articles: [summariseArticle(stored.article)] } });
  const shown = () => [openArticleOf(session.reader)?.article.content[0], openArticleOf(session.reader)?.projection.text.slice(0, 3)];
  await vi.waitFor(() => expect(shown()).toEqual(['b', 'new']));
  letRestCome();
  await opening;
  expect(shown()).toEqual(['b', 'new']);
});

it('reads anew what is shown when events were missed, and keeps it where that fails', async () => {
  const { transport } = makeMemoryTransport();
  const told: ((event: Event) => void)[] = [];
  let isCut = false;
  const session = makeSession({
    isDesktop: false, now: () => '2026-02-01T00:00:00.000Z',
    transport: { ...transport, listen: (listener) => (told.push(listener), () => undefined), send: (path, input) => (isCut ? Promise.resolve(fail({ code: 'connection-lost' })) : transport.send(path, input)) },
  });
  const imported = await session.client.articles.import({ source: { kind: 'paste', text: 'Ships\nText.', mediaType: 'text/plain' } });
  if (!imported.ok || imported.value.kind !== 'article') throw new Error('no article');
  session.start(() => undefined);
  await session.openArticle(imported.value.article.id);
  await session.client.library.edit({ edits: [{ kind: 'summarise-article', articleId: imported.value.article.id, summary: 'written elsewhere' }, { kind: 'describe-article', articleId: imported.value.article.id, details: { title: 'Renamed' } }] });
  const shown = () => [overviewOf(session.library)?.articles[0]?.title, openArticleOf(session.reader)?.article.summary];
  expect(shown()).toEqual(['Ships', '']);
  isCut = true;
  for (const tell of told) tell({ kind: 'events-missed' });
  await new Promise((done) => setTimeout(done, 5));
  expect(shown()).toEqual(['Ships', '']);
  isCut = false;
  for (const tell of told) tell({ kind: 'events-missed' });
  await vi.waitFor(() => expect(shown()).toEqual(['Renamed', 'written elsewhere']));
});

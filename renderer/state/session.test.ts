import { expect, it } from 'vitest';
import { makeMemoryTransport } from '../library/testing/memory-library.ts';
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
  const imported = await session.client.articles.import({ kind: 'paste', text: 'Ships\nText.', mediaType: 'text/plain' });
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../core/base/ids.ts';
import { succeed } from '../../core/base/result.ts';
import type { OpenStore } from './open-store.ts';
import { type Failure, type FailingFileSystem, makeFailingFileSystem } from './testing/failing-file-system.ts';
import { listArticles, makeScratchFolder, openForTest, sampleArticle } from './testing/fixtures.ts';

/** A library as a plain map of summaries, and the real one on a disk that fails when it is told to. */
type Model = { readonly summaries: Map<ArticleId, string> };
type Real = { opened: OpenStore; readonly files: FailingFileSystem; reopen(): Promise<OpenStore> };
type Command = fc.AsyncCommand<Model, Real>;

const nth = (model: Model, index: number): ArticleId | undefined => [...model.summaries.keys()][index % Math.max(model.summaries.size, 1)];

class Create implements Command {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const article = sampleArticle();
    expect(await real.opened.store.createArticle(article)).toEqual(succeed(undefined));
    model.summaries.set(article.id, '');
  }
  toString = () => 'create';
}

class Append implements Command {
  readonly index: number;
  readonly text: string;
  constructor(index: number, text: string) {
    this.index = index;
    this.text = text;
  }
  check = (model: Readonly<Model>) => model.summaries.size > 0;
  async run(model: Model, real: Real): Promise<void> {
    const id = nth(model, this.index);
    if (!id) return;
    const appended = await real.opened.store.updateArticle(id, (article) => succeed({ next: { ...article, summary: article.summary + this.text }, answer: article.summary }));
    expect(appended).toEqual(succeed(model.summaries.get(id)));
    model.summaries.set(id, `${model.summaries.get(id) ?? ''}${this.text}`);
  }
  toString = () => `append ${this.index} ${JSON.stringify(this.text)}`;
}

class AppendWhileFailing implements Command {
  readonly index: number;
  readonly failAt: number;
  readonly failure: Failure;
  constructor(index: number, failAt: number, failure: Failure) {
    this.index = index;
    this.failAt = failAt;
    this.failure = failure;
  }
  check = (model: Readonly<Model>) => model.summaries.size > 0;
  async run(model: Model, real: Real): Promise<void> {
    const id = nth(model, this.index);
    if (!id) return;
    real.files.arm(this.failAt, this.failure);
    const appended = await real.opened.store.updateArticle(id, (article) => succeed({ next: { ...article, summary: `${article.summary}!` }, answer: null }));
    real.files.disarm();
    const old = model.summaries.get(id) ?? '';
    const found = await real.opened.store.readArticle(id);
    if (!found.ok) throw new Error(found.fault.code);
    // A folder or file that can't be looked at after the rename leaves the new document, which was not promised.
    expect(appended.ok ? [`${old}!`] : [old, `${old}!`]).toContain(found.value.summary);
    model.summaries.set(id, found.value.summary);
  }
  toString = () => `append to ${this.index} while call ${this.failAt} fails with ${this.failure}`;
}

class Reopen implements Command {
  check = () => true;
  async run(_: Model, real: Real): Promise<void> {
    await real.opened.close(2_000);
    real.opened = await real.reopen();
  }
  toString = () => 'reopen';
}

class Remove implements Command {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
  check = (model: Readonly<Model>) => model.summaries.size > 0;
  /** As an article goes for good: it is binned long ago, and the bin is emptied at the next start. */
  async run(model: Model, real: Real): Promise<void> {
    const id = nth(model, this.index);
    if (!id) return;
    await real.opened.store.updateArticle(id, (article) => succeed({ next: { ...article, binnedAt: '2020-01-01T00:00:00.000Z' }, answer: null }));
    await real.opened.close(2_000);
    real.opened = await real.reopen();
    expect(await real.opened.purgeBin()).toBe(1);
    model.summaries.delete(id);
  }
  toString = () => `remove ${this.index}`;
}

class Compare implements Command {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const { articles, damaged } = await listArticles(real.opened.store);
    expect(damaged).toEqual([]);
    expect(new Map(articles.map((article) => [article.id, article.summary]))).toEqual(model.summaries);
  }
  toString = () => 'compare';
}

const commands = [
  fc.constant(new Create()),
  fc.tuple(fc.nat(20), fc.string({ unit: 'binary' })).map(([index, text]) => new Append(index, text)),
  fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 12 }), fc.constantFrom<Failure>('ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EBUSY', 'EPERM', 'EMFILE', 'short-write')).map(([index, failAt, failure]) => new AppendWhileFailing(index, failAt, failure)),
  fc.nat(20).map((index) => new Remove(index)),
  fc.constant(new Reopen()),
  fc.constant(new Compare()),
];

describe('the store', () => {
  it('does what a plain map does, whatever fails and however often it is opened again', { timeout: 86_400_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 40 }), async (row) => {
        const { folder, remove } = await makeScratchFolder();
        const files = makeFailingFileSystem();
        const reopen = () => openForTest(folder, { files });
        const real: Real = { opened: await reopen(), files, reopen };
        const model: Model = { summaries: new Map() };
        await fc.asyncModelRun(() => ({ model, real }), [...row, new Compare()]);
        await real.opened.close(2_000);
        await remove();
      }),
      { numRuns: process.env['LECTERN_SOAK'] ? 100_000 : 60 },
    );
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDraft } from './draft.ts';

/** A library that keeps every text it is given, and refuses while told to. */
function makeShelf() {
  const [texts, bases]: [string[], string[]] = [[], []];
  const shelf = { texts, bases, isRefusing: false, save: async (text: string, base: string) => (shelf.isRefusing ? false : texts.push(text) + bases.push(base) > 0) };
  return shelf;
}

describe('makeDraft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once when typing pauses', async () => {
    const shelf = makeShelf();
    const draft = makeDraft({ stored: '', save: shelf.save });
    draft.change('a');
    await vi.advanceTimersByTimeAsync(399);
    draft.change('ab');
    await vi.advanceTimersByTimeAsync(299);
    expect(shelf.texts).toEqual([]);
    await vi.advanceTimersByTimeAsync(101);
    expect(shelf.texts).toEqual(['ab']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shelf.texts).toEqual(['ab']);
  });

  it('leaves nothing unsaved for a second while typing never pauses', async () => {
    const shelf = makeShelf();
    const draft = makeDraft({ stored: '', save: shelf.save });
    for (let letters = 1; letters <= 40; letters += 1) {
      draft.change('x'.repeat(letters));
      await vi.advanceTimersByTimeAsync(100);
      // What was typed a second ago is saved: ten letters are on their way at most.
      expect((shelf.texts.at(-1) ?? '').length).toBeGreaterThan(letters - 10);
    }
  });

  it('saves at once when told to, and not again when typing pauses', async () => {
    const shelf = makeShelf();
    const draft = makeDraft({ stored: '', save: shelf.save });
    draft.change('gist');
    await draft.flush();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shelf.texts).toEqual(['gist']);
  });

  it('saves nothing when nothing was typed, or when it was typed back', async () => {
    const shelf = makeShelf();
    const draft = makeDraft({ stored: 'same', save: shelf.save });
    await draft.flush();
    draft.change('same!');
    draft.change('same');
    await draft.flush();
    expect(shelf.texts).toEqual([]);
  });

  it('takes in what another window wrote while nothing is unsaved', () => {
    const draft = makeDraft({ stored: 'one', save: makeShelf().save });
    draft.adopt('two');
    expect(draft.state.getState().text).toBe('two');
  });

  it('keeps what was typed, and beside it what somebody else wrote meanwhile', async () => {
    const shelf = makeShelf();
    const draft = makeDraft({ stored: 'one', save: shelf.save });
    draft.change('one, typed on');
    draft.adopt('from elsewhere');
    expect(draft.state.getState().text).toBe('one, typed on\n\n---\n\nfrom elsewhere');
    await draft.flush();
    expect([shelf.texts, shelf.bases]).toEqual([['one, typed on\n\n---\n\nfrom elsewhere'], ['from elsewhere']]);
  });

  it('is not set back by what the library said before a save that is under way', async () => {
    const draft = makeDraft({ stored: '', save: makeShelf().save });
    draft.change('first');
    const first = draft.flush();
    draft.change('first, second');
    const second = draft.flush();
    draft.adopt('first');
    expect(draft.state.getState().text).toBe('first, second');
    await Promise.all([first, second]);
  });

  it('follows an undo to a text that it had before', async () => {
    const draft = makeDraft({ stored: 'at first', save: makeShelf().save });
    draft.change('at last');
    await draft.flush();
    draft.adopt('at last');
    draft.adopt('at first');
    expect(draft.state.getState().text).toBe('at first');
    draft.adopt('at last');
    expect(draft.state.getState().text).toBe('at last');
  });

  it('keeps a refused text as unsaved, and offers it again', async () => {
    const shelf = makeShelf();
    const draft = makeDraft({ stored: 'old', save: shelf.save });
    shelf.isRefusing = true;
    draft.change('new');
    await draft.flush();
    draft.adopt('old');
    expect(draft.state.getState().text).toBe('new');
    shelf.isRefusing = false;
    await draft.flush();
    expect([shelf.texts, shelf.bases]).toEqual([['new'], ['old']]);
  });
});

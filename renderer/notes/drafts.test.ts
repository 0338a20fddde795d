import { describe, expect, it } from 'vitest';
import { flushDrafts, registerDraft } from './drafts.ts';

describe('flushDrafts', () => {
  it('resolves only when every text is saved', async () => {
    const saved: string[] = [];
    const forgetNote = registerDraft(async () => {
      await Promise.resolve();
      saved.push('note');
    });
    const forgetSummary = registerDraft(async () => {
      await Promise.resolve();
      await Promise.resolve();
      saved.push('summary');
    });
    await flushDrafts();
    expect(saved).toEqual(['note', 'summary']);
    forgetNote();
    forgetSummary();
  });

  it('leaves a text alone that is not written any more', async () => {
    let count = 0;
    const forget = registerDraft(async () => void (count += 1));
    forget();
    await flushDrafts();
    expect(count).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { makeNoticeStore, type Notice, showNotice } from './notices.ts';

function tell(...told: readonly [Notice['tone'], string][]): readonly string[] {
  const store = makeNoticeStore();
  for (const [tone, text] of told) showNotice(store, { tone, text, action: null });
  return store.getState().notices.map(({ text }) => text);
}

describe('showNotice', () => {
  it('shows the last three of what was done', () => {
    expect(tell(['done', 'one'], ['done', 'two'], ['done', 'three'], ['done', 'four'])).toEqual(['two', 'three', 'four']);
  });

  it('keeps what went wrong until it is closed, with what can be done about it', () => {
    expect(tell(['fault', 'refused'], ['done', 'one'], ['done', 'two'], ['done', 'three'], ['fault', 'full'])).toEqual(['refused', 'one', 'two', 'three', 'full']);
  });

  it('says once what goes wrong again and again', () => {
    expect(tell(['fault', 'full'], ['done', 'one'], ['fault', 'full'])).toEqual(['one', 'full']);
  });
});

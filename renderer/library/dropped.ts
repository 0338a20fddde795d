import type { Incoming } from '../state/imports.ts';

type Dropped = { readonly files: readonly File[]; readonly text: string };

/** True for text that is one web address and nothing else. */
export function isBareLink(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}

/** What a drop brings to the library: its files, else the page that its text is the address of, else its text. */
export function incomingsOf({ files, text }: Dropped): readonly Incoming[] {
  if (files.length > 0) return files.map((file) => ({ kind: 'file', file }));
  if (isBareLink(text)) return [{ kind: 'address', url: text.trim() }];
  return text.trim() === '' ? [] : [{ kind: 'text', text, mediaType: 'text/plain' }];
}

type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Makes an unsaved text known for as long as it may hold something unsaved. Answers the function that forgets it. */
export function registerDraft(flush: Flush): () => void {
  flushes.add(flush);
  return () => void flushes.delete(flush);
}

/** Saves every text that is being written; resolves when the library has answered for all of them. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...flushes].map((flush) => flush()));
}

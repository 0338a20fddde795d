/** How many cards Page Up and Page Down pass. */
const PAGE = 6;

type Cards = { readonly own: number; readonly count: number; readonly areLettersOn: boolean };

/** The index of the card that a key leads to from another; null for any other key. */
export function nextCard(key: string, { own, count, areLettersOn }: Cards): number | null {
  const within = (index: number) => Math.min(Math.max(index, 0), count - 1);
  if (key === 'ArrowDown' || (areLettersOn && key.toLowerCase() === 'j')) return within(own + 1);
  if (key === 'ArrowUp' || (areLettersOn && key.toLowerCase() === 'k')) return within(own - 1);
  if (key === 'PageDown') return within(own + PAGE);
  if (key === 'PageUp') return within(own - PAGE);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Where a key moves the focus in a menu of those labels: the arrows go round, a letter finds the next item that begins with it. Null: nowhere. */
export function nextMenuIndex(key: string, current: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown': return (current + 1) % count;
    case 'ArrowUp': return (Math.max(current, 0) + count - 1) % count;
    case 'Home': return 0;
    case 'End': return count - 1;
    default: {
      if (key.length !== 1 || key === ' ') return null;
      const order = labels.map((_, step) => (current + 1 + step) % count);
      return order.find((index) => labels[index]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
    }
  }
}

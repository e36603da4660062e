/**
 * Where a key leads in a list of `count` rows under a field; `at` is the row with focus.
 * 'field' is the way back up; null: the key is not ours.
 */
export function arrowTarget(key: string, at: number, count: number): number | 'field' | null {
  if (at < 0 || count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at === 0 ? 'field' : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return 'field';
    default:
      return null;
  }
}

/**
 * The best `limit` of the first `count` items by score, best first; of equal scores the earlier item. A small heap with
 * the worst of the best on top, since a frequent word touches every document.
 */
export function topOf(
  items: ArrayLike<number>,
  count: number,
  scores: ArrayLike<number>,
  limit: number,
): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  const sink = (at: number) => {
    const item = heap[at]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && worse(heap[child + 1]!, heap[child]!)) child++;
      if (!worse(heap[child]!, item)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = item;
  };
  for (let i = 0; i < count; i++) {
    const item = items[i]!;
    if (heap.length < limit) {
      heap.push(item);
      if (heap.length === limit) for (let at = limit >> 1; at >= 0; at--) sink(at);
    } else if (worse(heap[0]!, item)) {
      heap[0] = item;
      sink(0);
    }
  }
  return heap.sort((a, b) => scores[b]! - scores[a]! || a - b);
}

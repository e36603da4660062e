/**
 * Edit distances over short strings of keystrokes. A swap of two neighbouring keys counts once: it is one
 * slip of two fingers.
 */
const rows = [new Uint8Array(512), new Uint8Array(512), new Uint8Array(512)];

/** Least edits that turn `a` into `b` (or, with `prefix`, into any prefix of `b`); `most` + 1 when there are more. */
export function edits(a: string, b: string, most: number, prefix = false): number {
  if (!prefix && Math.abs(a.length - b.length) > most) return most + 1;
  if (a.length > 250 || b.length > 500) return most + 1;
  const width = Math.min(b.length, a.length + most);
  let [old, before, now] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= width; j++) before[j] = j;
  for (let i = 1; i <= a.length; i++) {
    now[0] = i;
    let least = i;
    const unit = a.charCodeAt(i - 1);
    for (let j = 1; j <= width; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + (unit === other ? 0 : 1));
      if (i > 1 && j > 1 && unit === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, old[j - 2]! + 1);
      now[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [old, before, now] = [before, now, old];
  }
  if (!prefix) return width < b.length ? most + 1 : Math.min(most + 1, before[width]!);
  return Math.min(most + 1, ...before.subarray(0, width + 1));
}

/** Least edits between `pattern` and any stretch of `text` (Sellers); `most` + 1 when there are more. */
export function editsWithin(pattern: string, text: string, most: number): number {
  const height = pattern.length;
  if (height > 500) return most + 1;
  const column = rows[0]!;
  for (let i = 0; i <= height; i++) column[i] = Math.min(i, 255);
  let best = Math.min(height, 255);
  for (let j = 0; j < text.length; j++) {
    const unit = text.charCodeAt(j);
    let diagonal = 0;
    for (let i = 1; i <= height; i++) {
      const above = column[i]!;
      const change = diagonal + (pattern.charCodeAt(i - 1) === unit ? 0 : 1);
      column[i] = Math.min(change, above + 1, column[i - 1]! + 1);
      diagonal = above;
    }
    if (column[height]! < best) best = column[height]!;
  }
  return best > most ? most + 1 : best;
}

/** A seeded generator (mulberry32): the same seed gives the same queries on every machine. */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const of = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const sample = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list];
    for (let i = rest.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [rest[i], rest[j]] = [rest[j]!, rest[i]!];
    }
    return rest.slice(0, count);
  };
  return { next, below, of, sample };
}
export type Random = ReturnType<typeof seeded>;

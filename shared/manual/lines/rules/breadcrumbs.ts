import { drop, type Rule } from './rule.ts';

const HOME = /^(?:home|홈|메인|トップページ|ホーム)$/iu;

/** `1. Home  2. 사용설명서  3. …`: a trail that was pasted as a list. */
export const breadcrumbs: Rule = (lines) => {
  const from = lines.findIndex((line) => line.source.marker?.n === 1 && HOME.test(line.plain.trim()));
  if (from < 0) return;
  const { kind } = lines[from]!.source.marker!;
  for (let i = from, n = 1; i < lines.length; i++, n++) {
    const { marker } = lines[i]!.source;
    if (marker?.kind !== kind || marker.n !== n || /[.。]$/u.test(lines[i]!.plain)) return;
    drop(lines[i]!, 'breadcrumb', 'a trail of pages');
  }
};

import type { Index } from './engine.ts';
import { search } from './search.ts';

/** One example from terms.yaml: this query must find this document among the first `within` (3 unless told). */
export interface TermExample {
  query: string;
  finds: string;
  within?: number;
}

export interface TermProblem {
  /** The query or the group that is wrong. */
  place: string;
  /** What is wrong and how to mend it. */
  problem: string;
}

/** Tests the synonym groups of terms.yaml against the index that they will be searched with. */
export function checkTerms(
  terms: readonly (readonly string[])[],
  index: Index,
  examples: readonly TermExample[] = [],
): TermProblem[] {
  const problems: TermProblem[] = [];
  const owner = new Map<string, string>();
  for (const group of terms) {
    const place = group.join(', ');
    if (group.length < 2)
      problems.push({
        place,
        problem: '묶음에 낱말이 둘 이상 있어야 합니다. 같은 뜻의 낱말을 더하거나 묶음을 지우세요.',
      });
    for (const term of group) {
      const word = term.trim().toLowerCase();
      if (word === '') problems.push({ place, problem: '빈 낱말이 있습니다. 지우세요.' });
      const other = owner.get(word);
      if (other !== undefined)
        problems.push({
          place,
          problem: `'${term}'이(가) 다른 묶음(${other})에도 있습니다. 한 묶음으로 합치세요.`,
        });
      else owner.set(word, place);
    }
    if (!group.some((term) => search(index, term, { limit: 1 }).length > 0))
      problems.push({
        place,
        problem: '이 묶음의 어떤 낱말로도 문서를 찾을 수 없습니다. 문서에 쓰인 낱말을 더하세요.',
      });
  }
  for (const { query, finds, within = 3 } of examples) {
    const hits = search(index, query, { limit: Math.max(within, 10) });
    const place = hits.findIndex((hit) => hit.id === finds);
    if (place >= 0 && place < within) continue;
    const first = hits[0] ? `첫 결과는 '${hits[0].id}'입니다.` : '결과가 없습니다.';
    const found =
      place < 0 ? `'${finds}'을(를) 찾지 못합니다.` : `'${finds}'이(가) ${place + 1}번째에 있습니다.`;
    problems.push({ place: query, problem: `${found} ${first} 낱말 묶음을 더하거나 문서에 tags를 다세요.` });
  }
  return problems;
}

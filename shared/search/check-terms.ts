import type { Index } from './engine.ts';
import { search } from './search.ts';

/** One example from terms.yaml: this query must find this document among the first `within` (3 unless told). */
export interface TermExample {
  query: string;
  finds: string;
  within?: number | undefined;
}

/** What terms.yaml says: groups of words that mean the same, and queries that prove that search knows them. */
export interface TermList {
  groups: readonly (readonly string[])[];
  examples?: readonly TermExample[];
}

export interface TermProblem {
  /** Which list of terms.yaml, and which of its items (from 0). */
  list: 'terms' | 'examples';
  at: number;
  code:
    | 'term-alone'
    | 'empty-term'
    | 'same-term'
    | 'term-finds-nothing'
    | 'no-such-article'
    | 'example-fails';
  /** What is wrong and how to mend it. */
  message: { ko: string; en: string };
}

/** Tests terms.yaml against the index that was made with it. */
export function checkTerms({ groups, examples = [] }: TermList, index: Index): TermProblem[] {
  return [...checkGroups(groups, index), ...examples.flatMap((one, at) => checkExample(one, at, index))];
}

function checkGroups(groups: TermList['groups'], index: Index): TermProblem[] {
  const problems: TermProblem[] = [];
  const owner = new Map<string, string>();
  for (const [at, group] of groups.entries()) {
    const tell = (code: TermProblem['code'], ko: string, en: string) =>
      problems.push({ list: 'terms', at, code, message: { ko, en } });
    const name = group.join(', ');
    if (group.length < 2)
      tell(
        'term-alone',
        `묶음에 낱말이 하나뿐입니다: ${name}. 같은 뜻의 낱말을 더하거나 묶음을 지우십시오`,
        `a group of one word: ${name}. Add what means the same, or delete the group`,
      );
    for (const term of group) {
      const word = term.trim().toLowerCase();
      const other = owner.get(word);
      if (word === '') tell('empty-term', '빈 낱말이 있습니다. 지우십시오', 'an empty word: delete it');
      else if (other !== undefined)
        tell(
          'same-term',
          `'${term}'은(는) 이미 쓴 낱말입니다(${other}). 한 묶음에 한 번만 적으십시오`,
          `'${term}' is already in the group ${other}: keep it in one group, once`,
        );
      else owner.set(word, name);
    }
    if (!group.some((term) => search(index, term, { limit: 1 }).length > 0))
      tell(
        'term-finds-nothing',
        `이 묶음의 어떤 낱말로도 문서를 찾을 수 없습니다: ${name}. 문서에 쓰인 낱말을 더하거나 묶음을 지우십시오`,
        `no word of this group finds any manual: ${name}. Add a word that manuals use, or delete the group`,
      );
  }
  return problems;
}

function checkExample({ query, finds, within = 3 }: TermExample, at: number, index: Index): TermProblem[] {
  const tell = (code: TermProblem['code'], ko: string, en: string): TermProblem[] => [
    { list: 'examples', at, code, message: { ko, en } },
  ];
  if (!index.store.metas.some(({ id }) => id === finds))
    return tell('no-such-article', `그런 문서가 없습니다: ${finds}`, `there is no manual ${finds}`);
  const hits = search(index, query, { limit: Math.max(within, 10) });
  const place = hits.findIndex(({ id }) => id === finds);
  if (place >= 0 && place < within) return [];
  const [first] = hits;
  return tell(
    'example-fails',
    `'${query}' 검색: ${finds} 문서가 ${place < 0 ? '나오지 않습니다' : `${place + 1}번째에 나옵니다(${within}번째 안이어야 합니다)`}. ${first ? `첫 결과는 ${first.id}입니다` : '결과가 없습니다'}. 낱말 묶음을 더하거나 문서의 keywords에 이 말을 적으십시오`,
    `'${query}' ${place < 0 ? `does not find ${finds}` : `finds ${finds} in place ${place + 1}, not among the first ${within}`}; ${first ? `first comes ${first.id}` : 'there are no results'}. Add a group of terms, or these words to the manual's keywords`,
  );
}

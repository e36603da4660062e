/** How a verb stands in its sentence; decides whether it asks for something. */
export type Mood =
  | 'do' // 클릭합니다, 클릭해 주세요, 클릭
  | 'then' // 클릭한 후, 클릭하고
  | 'if' // 클릭하면: done, then its result
  | 'can' // 클릭할 수 있습니다
  | 'or' // 입력하거나
  | 'purpose' // 추가하려면
  | 'case' // 추가할 경우
  | 'must' // 입력해야 합니다
  | 'attr' // 선택한 (사용자)
  | 'not' // 누르지 마세요, 클릭되지
  | 'noun'; // 입력 항목: no verb at all

export type Shape = 'base' | 'inf' | 'b' | 'n' | 'l' | 'bare';

interface Ending {
  re: RegExp;
  mood: Mood;
}

/** What may follow each shape of a stem, in this order. All anchored and bounded. */
const AFTER: Record<Shape, readonly Ending[]> = {
  base: [
    // `추가하고 싶은 곳`, `수정하고자 하는 멤버`: says which, before its noun.
    { re: /^(?:시)?고(?: ?싶은|자 ?하(?:시)?는) /u, mood: 'attr' },
    {
      re: /^(?:시)?(?:고 ?싶(?:으시?면|다면|을 ?때)?|기 ?를 ?원|기 ?위(?:해서|하여서?|해|함)?)/u,
      mood: 'purpose',
    },
    { re: /^고 ?있/u, mood: 'not' },
    // `적용하지 않을 주소`: says which, before its noun.
    { re: /^지 ?(?:않|못할?)[은는을] /u, mood: 'attr' },
    { re: /^지 ?(?:않|마|못|말)/u, mood: 'not' },
    { re: /^(?:시)?(?:려면|려는 ?경우|고자)/u, mood: 'purpose' },
    { re: /^(?:시)?면서/u, mood: 'then' },
    { re: /^(?:으)?(?:시)?면 ?(?:안 ?되|안 ?됩|좋)/u, mood: 'not' },
    { re: /^(?:으)?(?:시)?면 ?(?:됩니다|된다|돼요|되고)/u, mood: 'do' },
    { re: /^(?:으)?(?:시)?면/u, mood: 'if' },
    { re: /^(?:시)?거나/u, mood: 'or' },
    { re: /^(?:으)?(?:신) ?(?:후|뒤|다음)(?:에)?/u, mood: 'then' },
    { re: /^(?:시)?(?:고|며)(?: ?나서|난 ?후)?/u, mood: 'then' },
    {
      re: /^(?:으)?(?:세요|십시오|십시요|시오|시기 ?바랍니다|기 ?바랍니다|도록 ?(?:합니다|하세요))/u,
      mood: 'do',
    },
    { re: /^(?:으)?실 ?수 ?[도는]? ?없/u, mood: 'not' },
    { re: /^(?:으)?실 ?수(?: ?[도는]? ?있(?:으며|고|는데|지만|습니다|어요)?)?/u, mood: 'can' },
    { re: /^(?:으)?실 ?(?:때|경우)(?:에는|에|는)?/u, mood: 'case' },
    { re: /^는 ?(?:경우|동안)/u, mood: 'case' },
    { re: /^기(?=[\s.)]*$|[,>→])/u, mood: 'noun' },
    { re: /^(?:는|던|시는|려는|려고|기|지|음|도록|러)/u, mood: 'attr' },
  ],
  inf: [
    { re: /^야 ?(?:합니다|하|해)/u, mood: 'must' },
    { re: /^ ?(?:둔|놓은|준|본|두는|놓는|주는|보는)(?! ?(?:후|뒤|다음))/u, mood: 'attr' },
    { re: /^(?:도|서는|져|지|진|졌)/u, mood: 'not' },
    { re: /^(?:서)? ?(?:주시면|주면|보면) ?(?:됩니다|된다)/u, mood: 'do' },
    { re: /^ ?(?:주시면|주면|보면|두면|놓으면)/u, mood: 'if' },
    { re: /^ ?(?:주신|준|둔|놓은|본) ?(?:후|뒤|다음)/u, mood: 'then' },
    { re: /^ ?(?:주시고|주고|두고|놓고)/u, mood: 'then' },
    {
      re: /^ ?(?:주|보|두|놓|줍|봅|둡|놓습)(?:세요|십시오|시기 ?바랍니다|시길 ?바랍니다|니다|어요|면 ?됩니다)/u,
      mood: 'do',
    },
    {
      re: /^ ?(?:주실|두실|보실|줄|둘|볼) ?수(?: ?[도는]? ?있(?:으며|고|는데|지만|습니다|어요)?)?/u,
      mood: 'can',
    },
    { re: /^(?:서|다가)?(?=[\s,.)]|$)/u, mood: 'then' },
  ],
  b: [{ re: /^니다/u, mood: 'do' }],
  n: [
    { re: /^ ?(?:후|뒤|다음)(?:에는|에)?(?=[\s,.]|$)/u, mood: 'then' },
    { re: /^ ?(?:경우|상태)(?:에는|에|는)?/u, mood: 'case' },
    { re: /^다[\s.]*$/u, mood: 'do' },
    { re: /^(?=\s)/u, mood: 'attr' },
  ],
  l: [
    { re: /^ ?수 ?[도는]? ?없/u, mood: 'not' },
    { re: /^ ?수 ?[도는]? ?있(?:으며|으면|으니|으므로|고|는데|지만|습니다|어요|다)?/u, mood: 'can' },
    { re: /^ ?(?:경우|때|시|지)(?:에는|에|는)?/u, mood: 'case' },
    { re: /^(?=\s)/u, mood: 'attr' },
  ],
  bare: [
    { re: /^ ?(?:후|뒤|다음)(?:에)?(?=[\s,.]|$)/u, mood: 'then' },
    { re: /^ ?시(?:에는|에)?(?=[\s,.]|$)/u, mood: 'if' },
    { re: /^ ?(?:할|하려는|하는) ?경우/u, mood: 'case' },
    { re: /^ ?가능/u, mood: 'can' },
    { re: /^ ?(?:필요|필수)/u, mood: 'must' },
    { re: /^ ?(?:되|된|됩|됨|돼|될)/u, mood: 'attr' },
    { re: /^ ?(?:바랍니다|부탁)/u, mood: 'do' },
    { re: /^(?=\s*(?:[.,)]?$|[,;>→▶▷]|-+>|\(|후))/u, mood: 'do' },
  ],
};

/** The mood of a stem by what follows it, and how many characters that takes. */
export function readEnding(shape: Shape, rest: string): { mood: Mood; length: number } {
  const near = rest.slice(0, 24);
  for (const { re, mood } of AFTER[shape]) {
    const hit = re.exec(near);
    if (hit) return { mood, length: hit[0].length };
  }
  return { mood: 'noun', length: 0 };
}

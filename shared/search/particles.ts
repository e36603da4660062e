/**
 * Particles, endings and auxiliaries that a Korean word carries behind its stem. A list and no dictionary: what it
 * finds only loses weight, so a noun that happens to end like a particle is still found.
 */
const PARTICLES =
  '은 는 이 가 을 를 에 의 로 와 과 도 만 나 랑 란 요 에서 에게 으로 까지 부터 처럼 보다 마다 조차 이나 이랑 에는 에도 로는 라도 이란 한테 께서 밖에 대로 만큼 라는 라고 이며 인데 이고 인지 든지';
const ENDINGS =
  '다 고 면 지 게 서 며 자 니 까 죠 네 야 줘 기 음 한 할 함 해 된 될 됨 돼 던 는데 은데 던데 데요 다고 려고 려면 으면 면서 도록 나요 가요 까요 세요 어요 아요 여요 예요 에요 네요 군요 지요 거든요 잖아요 니다 니까 습니다 습니까 어서 아서 여서 었다 았다 였다 을까 을지 을래 줄래 주고 줘요 주세요 달라고 는지 은지 는가 는다 라면 려는 어도 아도 하는 하고 하기 하여 해서 하려면 되는';
const AUXILIARIES =
  '하 해 했 할 합 되 돼 됐 됩 될 있 없 싶 버렸 버려 버리 주 줬 시키 시켜 받 지 져 졌 려 렸 었 았 였 놓 놨 두 뒀 보 봤 으 입';

const list = (text: string): Set<string> => new Set(text.split(/\s+/));
const TAILS = list(`${PARTICLES} ${ENDINGS}`);
const AUX = list(AUXILIARIES);

/** Whether a text is a particle or an ending. */
export const isTail = (text: string): boolean => TAILS.has(text);

/** Length of the longest of `tails` at the end of the first `end` units that leaves two units in front. */
function longest(word: string, end: number, tails: Set<string>): number {
  for (let size = Math.min(4, end - 2); size > 0; size--)
    if (tails.has(word.slice(end - size, end))) return size;
  return 0;
}

/** Length of what a Hangul word carries behind its stem: 서버에서 -> 2, 지워버렸는데 -> 4. Two units of stem stay. */
export function tailLength(word: string): number {
  let end = word.length - longest(word, word.length, TAILS);
  if (end === word.length) return 0;
  // 설정하려고 -> 설정하 -> 설정; 서버에서는 -> 서버에서 -> 서버
  for (let round = 0; round < 2; round++) {
    const more = longest(word, end, AUX) || longest(word, end, TAILS);
    if (more === 0 || (more === 1 && end - more < 2)) break;
    end -= more;
  }
  return word.length - end;
}

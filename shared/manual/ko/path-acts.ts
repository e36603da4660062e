import type { Act } from '../steps/draft.ts';
import { OWN_BEFORE } from './words.ts';

const DEED = /(?:추가|등록|삭제|제거|생성|저장|신청|수정|발급)$/u;

/** `… ▶ 메일 그룹 ▶ 발송 IP 추가`: where nothing follows an unmarked path, a last part that is a deed is a click of its own. */
export function splitDeed(act: Act): Act[] {
  const last = act.labels.at(-1)!;
  if (act.unsure === null || act.labels.length < 3 || !DEED.test(last)) return [act];
  const click: Act = { ...act, action: last === '저장' ? 'save' : 'click', labels: [last] };
  return [{ ...act, labels: act.labels.slice(0, -1) }, click];
}

/** `사용자가 속한 메일그룹`: the reader's own thing, not a menu. */
export function ownThing(words: string): boolean {
  return OWN_BEFORE.test(`${words} `) || /^\S+[가이] \S*(?:한|인|된|는|은|속한|있는) \S/u.test(words);
}

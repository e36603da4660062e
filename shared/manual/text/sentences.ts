import { SPAN_CHAR } from './span.ts';

/** Ends of sentences: a full stop before a space (never inside `1.3.` or an address), a CJK stop, a triangle. */
const END = /(?<=[^\d\s.][.!?])\s+(?=\S)|(?<=[다요죠음함임][.])(?=[^\s.])|(?<=[。！？])|\s*▷\s*|\s*\n\s*/gu;

/** `디렉터리로 이동합니다. 조직 단위.`: an arrow picture was lost; the fragment is the next menu. */
const FRAGMENT = /(?:으로|로) 이동(?:합니다|하세요|해 ?주세요)[.]\s+([^.,:]{1,40}?)[.]?$/u;

/** Where a word runs on into the next one without a space: another script, or a capital after a small letter. */
const GLUE =
  /(?<=[\p{Script=Hangul}\u3040-\u30ff\u4e00-\u9fff])(?=[A-Z])|(?<=[A-Za-z])(?=(?!(?:으로|로|을|를|에서|에|의|은|는|이|가|와|과|に|を|の|で|へ|と|が|は)(?:\s|$))[\uac00-\ud7a3\u3040-\u30ff\u4e00-\u9fff])|(?<=[a-z])(?=[A-Z])/gu;
/** Between two words only lost pictures leave this much room. */
const WIDE_GAP = /(?<=\S)[ \u00a0]{2,}(?=\S)/gu;
const WALKS = /이동|클릭|선택|\b(?:go to|navigate|click|select)\b|移動|クリック|選択/iu;
/** Signs and words that still lead from menu to menu. */
const SIGN = /[>＞→▶»›]|그런 다음|and then|次に/u;

/** `메뉴 앱Google WorkspaceGmail라우팅으로 이동`: the arrows between the menus were pictures that are gone. */
function reopenPath(text: string): string {
  if (SIGN.test(text) || !WALKS.test(text)) return text;
  for (const gap of [WIDE_GAP, GLUE]) if ((text.match(gap)?.length ?? 0) > 1) return text.replace(gap, ' > ');
  return text;
}

const TURN = /([^。、\s>＞]{1,30})((?:、[^。、>＞]{1,30})+?)(?= ?の順(?:番)?に)/u;

/** `追加、閉じる の順に選択`: one after the other. */
function inTurn(text: string): string {
  if (!text.includes('の順')) return text;
  return text.replace(TURN, (whole, first: string, rest: string) =>
    SPAN_CHAR.test(whole) || /[でにはらて]$/u.test(first) ? whole : `${first}${rest.replaceAll('、', ' > ')}`,
  );
}

/** The words before 로 take the fragment as their next segment. */
export function rejoinPath(written: string): string {
  const text = reopenPath(inTurn(written));
  return text.replace(FRAGMENT, (whole, rest: string) =>
    /[다요]$/u.test(rest) ? whole : ` > ${rest} 메뉴로 이동합니다.`,
  );
}

/** A stop with words behind it; most lines are one sentence and need no cutting. */
const STOP_INSIDE = /[.!?。！？▷\n]\s*\S/u;

export function splitSentences(text: string): string[] {
  if (!STOP_INSIDE.test(text)) return text.trim() ? [text.trim()] : [];
  return text
    .split(END)
    .map((part) => part.trim())
    .filter(Boolean);
}

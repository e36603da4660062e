/** What stands before a line's words: a number, a call-out, a bullet. */
export interface Marker {
  /** As written: `1.`, `(2)`, `①`, `STEP 01.`, `-`. */
  text: string;
  kind: 'number' | 'paren' | 'round' | 'callout' | 'keycap' | 'step' | 'outline' | 'bullet' | 'arrow';
  /** The number, where there is one. */
  n: number | null;
}

const CALLOUTS = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const DARK_CALLOUTS = '❶❷❸❹❺❻❼❽❾❿';

interface Form {
  kind: Marker['kind'];
  re: RegExp;
}

/** Tried in this order; every expression is anchored and takes a bounded number of characters. */
const FORMS: readonly Form[] = [
  { kind: 'callout', re: new RegExp(`^([${CALLOUTS}${DARK_CALLOUTS}])[.)]?\\s*`, 'u') },
  { kind: 'keycap', re: /^(\d\ufe0f?\u20e3|🔟)\s*/u },
  {
    kind: 'step',
    re: /^((?:STEP|Step|step|手順|ステップ)\s?\d{1,2}(?:-\d{1,2})?\s?[.:：)]?)(?=\s|[[［「【“"']|\p{L})\s*/u,
  },
  { kind: 'step', re: /^(\d{1,2}단계\s?[.:：)])\s*/u },
  { kind: 'outline', re: /^(\d{1,2}(?:[.-]\d{1,2}){1,3}[.)]?)\s+(?=\S)/u },
  { kind: 'outline', re: /^([가나다라마바사아자차카타파하][.)])\s+(?=\S)/u },
  { kind: 'round', re: /^([(（]\d{1,2}[)）])\s*/u },
  { kind: 'paren', re: /^(\d{1,2}[)）])\s*(?!\d)/u },
  { kind: 'paren', re: /^(\[\d{1,2}\])\s+(?=\p{L})/u },
  { kind: 'number', re: /^(\d{1,3}[.．])(?![\d.])\s*/u },
  { kind: 'arrow', re: /^([▷▶►☞→])\s*/u },
  { kind: 'bullet', re: /^([•‣◦∙·・■□◆◇●○✔✅▪▫–])\s*/u },
  { kind: 'bullet', re: /^([-*+])\s+/u },
];

/** The marker at the start of a line and the words after it, or null. `line` has no leading space. */
export function readMarker(line: string): { marker: Marker; rest: string } | null {
  for (const { kind, re } of FORMS) {
    const hit = re.exec(line);
    if (!hit) continue;
    return { marker: { text: hit[1]!.trim(), kind, n: numberOf(hit[1]!) }, rest: line.slice(hit[0].length) };
  }
  return null;
}

function numberOf(text: string): number | null {
  const round = CALLOUTS.indexOf(text[0]!);
  if (round >= 0) return round + 1;
  const dark = DARK_CALLOUTS.indexOf(text[0]!);
  if (dark >= 0) return dark + 1;
  const last = /(\d+)\D*$/u.exec(text.normalize('NFKC'));
  return last ? Number(last[1]) : null;
}

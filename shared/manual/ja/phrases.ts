import { addSpan, SPAN_CHARS, type Span, spanOf } from '../text/span.ts';

export type Particle = 'object' | 'to' | 'in' | 'of' | 'from' | 'topic' | 'with' | 'none';

export interface Phrase {
  spans: Span[];
  words: string;
  raw: string;
  type: string | null;
  particle: Particle;
}

export const TYPE_WORDS = [
  'チェックボックス',
  'ラジオボタン',
  'プルダウンメニュー',
  'プルダウン',
  'ドロップダウンリスト',
  'ドロップダウン',
  '入力ボックス',
  '入力欄',
  'テキストボックス',
  'アイコン',
  'ボタン',
  'リンク',
  'メニュー',
  'タブ',
  '項目',
  '欄',
  '画面',
  'ページ',
  'セクション',
  'ダイアログ',
  'ウィンドウ',
  '一覧',
  'リスト',
  'フォルダ',
  'スイッチ',
  'トグル',
] as const;
export const PLACE_TYPES: ReadonlySet<string> = new Set([
  '画面',
  'ページ',
  'セクション',
  'ダイアログ',
  'ウィンドウ',
  '一覧',
  'リスト',
  'フォルダ',
]);

const CUT =
  /(を|へ|から|も(?=$|\s)|では|にて|で(?!き|す|、)|には|に(?!つい|より|よる|なり|なる)|は|の(?!ち)|または|もしくは|あるいは|および|及び|と(?=[\ue000-\ue7ef])|や(?=[\ue000-\ue7ef])|[、,，・])/gu;
const PARTICLES: Record<string, Particle> = {
  を: 'object',
  も: 'object',
  へ: 'to',
  に: 'to',
  には: 'to',
  から: 'from',
  で: 'in',
  では: 'in',
  にて: 'in',
  は: 'topic',
  の: 'of',
  または: 'with',
  もしくは: 'with',
  あるいは: 'with',
  および: 'with',
  及び: 'with',
  と: 'with',
  や: 'with',
  '、': 'with',
  ',': 'with',
  '，': 'with',
  '・': 'with',
};
const POSITION =
  /^(?:画面|左側?|右側?|上部?|下部?|左上|右上|右下|左下|上|最下部|最上部|横|隣|そば|中|内|ページ|リスト|次|以下|下記|その|この|リストの上|メイン|サイド|左メニュー)+$/u;

/** `メンバーの追加 ボタンを`, `送信済みアイテム の横の 編集 を`: machine translation sets names apart with spaces. */
const APART =
  /(^|[、,，。\s]|[でにはの](?=\s))\s*([^\s、,，。\ue000-\ue7ef]{1,60})\s+(?=(?:(?:ボタン|メニュー|タブ|アイコン|リンク|チェック ?ボックス|ページ|画面|欄)\s*)?(?:を|に|の|で|から|へ)(?:[\s、]|$|\p{L}))/gu;
const NO_NAME = /^(?:次|以下|下記|その|この|左側?|右側?|上部?|下部?|画面|横)(?:の.*)?$/u;

/** Names between spaces become spans of their own, so that の and を inside them do not cut them. */
export function maskApart(text: string, spans: Span[]): string {
  if (!/\s(?:ボタン|メニュー|タブ|アイコン|リンク|チェック|ページ|画面|欄)?\s*[をにのでへか]/u.test(text))
    return text;
  return text.replace(APART, (whole, before: string, name: string) => {
    if (
      NO_NAME.test(name) ||
      /(?:画面|ページ|上部|右上|左上|右下|左下)[でのに]$/u.test(name) ||
      !/[\p{L}\p{N}]/u.test(name)
    )
      return whole;
    const char = addSpan(spans, { kind: 'label', path: [name], marked: false, href: null });
    return char ? `${before}${char}` : whole;
  });
}

/** The noun groups before a Japanese verb, left to right. */
export function readPhrases(text: string, spans: readonly Span[]): Phrase[] {
  const out: Phrase[] = [];
  let at = 0;
  for (const hit of text.matchAll(CUT)) {
    push(out, text.slice(at, hit.index), PARTICLES[hit[0]] ?? 'none', spans);
    at = hit.index + hit[0].length;
  }
  push(out, text.slice(at), 'none', spans);
  return out;
}

function push(out: Phrase[], raw: string, particle: Particle, spans: readonly Span[]): void {
  const trimmed = raw
    .trim()
    .replace(/^(?:[)）]|ある(?=\p{L})|次に|続いて|まず|その後|そして|ログイン後|再度)\s*/u, '');
  if (!trimmed) return;
  const found = (trimmed.match(SPAN_CHARS) ?? []).map((char) => spanOf(char, spans)!);
  const tail = found.length ? trimmed.replace(/^.*[\ue000-\ue7ef]/u, '') : trimmed;
  const { rest, type } = dropTypes(tail);
  out.push({ spans: found, words: POSITION.test(rest) ? '' : rest, raw: trimmed, type, particle });
}

function dropTypes(text: string): { rest: string; type: string | null } {
  let rest = text.trim();
  let type: string | null = null;
  for (;;) {
    const hit = TYPE_WORDS.find((word) => rest.endsWith(word));
    if (!hit || (rest !== hit && PLACE_TYPES.has(hit) && type === null && rest.length < hit.length + 1))
      return { rest, type };
    type ??= hit;
    rest = rest.slice(0, -hit.length).trim();
  }
}

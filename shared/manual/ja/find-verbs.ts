import { Lexicon } from '../text/lexicon.ts';
import { VERBS, type Verb } from './verbs.ts';

export type Mood = 'do' | 'then' | 'if' | 'can' | 'purpose' | 'or' | 'attr' | 'not';

export interface Found {
  verb: Verb;
  mood: Mood;
  start: number;
  end: number;
}

interface Ending {
  re: RegExp;
  mood: Mood;
}

/** What follows a stem once its own syllable (し, び, み, き …) has been taken. */
const ENDINGS: readonly Ending[] = [
  // `許可するかどうかを選択`: what is asked, not done.
  { re: /^(?:する|ぶ|む|く|る|す|れる|ける)?かどうか/u, mood: 'attr' },
  // `削除したいアカウント`: whose, not when.
  { re: /^(?:し|び|み|き|り|ち|い)?たい(?!場合|とき|時|[、。\s]|$)/u, mood: 'attr' },
  { re: /^(?:し|び|み|き|り|ち|い)?(?:たい|たく)/u, mood: 'purpose' },
  {
    re: /^(?:する|ぶ|む|く|る|す|める|れる|ける|える)?(?:には|ために|場合|ときは|時は|とき)/u,
    mood: 'purpose',
  },
  { re: /^(?:し|び|み|き|り|ち|い|せ|め|け|え|げ|られ)?(?:ない|ません|ずに)/u, mood: 'not' },
  { re: /^(?:さ|ば|ま|か|ら)れ/u, mood: 'not' },
  { re: /^(?:でき|可能|することができ|することが可能|べ|める|ける)/u, mood: 'can' },
  { re: /^(?:する|ぶ|む|く|る|す|れる|ける)(?:と|か)/u, mood: 'if' },
  { re: /^(?:し|せ|び|み|き|り|ち|い|ん|め|け|え|げ)?(?:たら|だら|ますと|ると|れば)/u, mood: 'if' },
  { re: /^(?:し|び|み|き|り|ち|い|ん|め|け|え|げ)?(?:た|だ)(?:後|あと|のち|ら)(?:に|、)?/u, mood: 'then' },
  { re: /^(?:後|のうえ|の上|し)、?(?=[、\s])/u, mood: 'then' },
  // `追加を選択後「OK」を`, `指定し「ログイン」を`: a mark stands right behind.
  { re: /^(?:後|のうえ|し)(?=[「『【\ue000-\ue7ef])/u, mood: 'then' },
  { re: /^(?:し|せ|び|み|き|り|ち|い|ん|っ|め|け|え|げ)?(?:て|で)?(?:ください|下さい)/u, mood: 'do' },
  { re: /^(?:し|せ|び|み|き|り|ち|い|め|け|え|げ)?(?:ます|ましょう)/u, mood: 'do' },
  {
    re: /^(?:し|び|み|き|り|ち|い|ん|っ|め|け|え|げ)?(?:て|で)(?:から)?(?=[、\s「[【“\ue000-\ue7ef]|\p{L})/u,
    mood: 'then',
  },
  { re: /^(?:する|ぶ|む|く|る|す|れる|ける|める)(?=[。．\s)）]*$)/u, mood: 'do' },
  { re: /^(?:し|び|み|き|り|ち|い|め|け|え|げ)?(?=[、,]|\s*$)/u, mood: 'then' },
  { re: /^(?=[。．.)）\s]*$|\s*[(（])/u, mood: 'do' },
  { re: /^(?:する|した|ぶ|んだ|す|る|い?た|きたい)/u, mood: 'attr' },
];

interface Form {
  verb: Verb;
  suru: boolean;
}
const FORMS = new Map<string, Form>();
for (const verb of VERBS) {
  for (const word of verb.suru ?? []) FORMS.set(word, { verb, suru: true });
  for (const stem of verb.stems ?? []) FORMS.set(stem, { verb, suru: false });
}
const LEXICON = new Lexicon(FORMS);

/** Every verb of a masked Japanese sentence, left to right. */
export function findVerbs(text: string): Found[] {
  const out: Found[] = [];
  for (let at = 0; at < text.length; at++) {
    const hit = LEXICON.at(text, at);
    if (!hit) continue;
    const form = hit.value;
    const start = at + hit.word.length;
    // 設定する and 設定をする are the same.
    const near = text.slice(start, start + 16).replace(/^を(?=[しす行])/u, '');
    const skipped = text.startsWith('を', start) && near !== text.slice(start, start + 16) ? 1 : 0;
    // `選択ボタン`, `追加メニュー`: the verb's noun is part of a name.
    if (form.suru && /^(?:ボタン|アイコン|メニュー|タブ|リンク|欄|画面|ページ)/u.test(near)) continue;
    // 設定で, 作成で: the noun with its particle.
    if (form.suru && /^[てで]/u.test(near)) continue;
    const ending = ENDINGS.find(({ re }) => re.test(near));
    if (!ending) continue;
    const length = ending.re.exec(near)![0].length;
    if (hit.word === 'に' && !/^し(?:ます|て|、|た)/u.test(near)) continue;
    // 入れ、 付け、: an -e stem joins on without a syllable of its own.
    if (!form.suru && length === 0 && !/[えけげせてねべめれ]$/u.test(hit.word)) continue;
    out.push({ verb: form.verb, mood: ending.mood, start: at, end: start + skipped + length });
    at = start + skipped + length - 1;
  }
  return out;
}

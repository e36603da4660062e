import { addSpan, type Masked, SPAN_CHAR, SPAN_CHARS, spanOf } from './span.ts';

/** What a language knows about where a menu name begins and ends in running words. */
export interface PathRules {
  /** Start of the menu name at the end of these words. */
  headStart(words: string): number;
  /** End of the menu name at the beginning of these words; `middle`: another separator follows them. */
  tailEnd(words: string, middle: boolean): number;
  /** A kind of thing at the end of a segment, which is no part of its name: `조직 관리 메뉴`, `Users page`. */
  kind: RegExp;
  /** Whether the words hold a finished act (`[조직관리] 클릭`): then the arrow leads on to the next act. */
  acts(words: string): boolean;
}

const CONSOLE =
  /(?:관리자 ?페이지|관리 ?콘솔|관리자 ?콘솔|관리자 ?센터|관리 ?센터|admin(?:istration)? (?:console|cent(?:er|re)|panel)|control panel|管理コンソール|管理センター|コントロールパネル|管理者ページ)$/iu;
const ARROW = /\s*(?:-{1,2}>|=>|[>＞→⇒➔➜▶►▸»›〉])\s*/gu;
const BETWEEN_SPANS = /([\ue000-\ue7ef])\s*[-–—]\s*(?=[\ue000-\ue7ef])/gu;
/** `설정(⚙️) - 관리자페이지를 클릭`: a dash between bare names, where the last one is what is pressed. */
const BARE_DASH = /(?<=[\p{L})]) - (?=\p{L}\S{1,15}(?: \S{1,10})?(?:을|를) ?(?:클릭|선택|누르|눌러))/gu;
/** Alternative text of arrow pictures that was glued into the line. */
const GLUED =
  /\s*(?:그런 다음|次に)\s*(?=[\p{L}\ue000-\ue7ef])|(?<=[\p{L}\ue000-\ue7ef])\s{0,3}and then\s{0,3}(?=[\p{Lu}\d])(?!(?:Click|Select|Choose|Press|Enter|Type|Save|Open|Go|Tap|Check)\b)/gu;

const LIST = /^[\ue000-\ue7ef]\s*(?:,|·|및|또는|\/|or|and|、|または)\s*[\ue000-\ue7ef]/u;

/** Without any of these no line holds a path of its own. */
const MAYBE = /[>＞→⇒➔➜▶►▸»›〉–—-]|그런 다음|次に|and then/u;

/** Menu paths of a line become one span each: `A > [B] > C`, `[A] - [B]`. */
export function maskPaths(masked: Masked, rules: PathRules): Masked {
  if (!MAYBE.test(masked.text)) return masked;
  const text = masked.text.replace(BETWEEN_SPANS, '$1 > ').replace(BARE_DASH, ' > ');
  const parts = split(text);
  if (parts.length < 2) return masked;
  const spans = masked.spans;
  let out = '';
  let chain: string[] = [];
  let prefix = '';
  const flush = () => {
    out += prefix + chainText(chain, spans, rules);
    chain = [];
    prefix = '';
  };
  parts.forEach((part, i) => {
    const last = i === parts.length - 1;
    if (chain.length === 0) {
      if (last) {
        out += part;
        return;
      }
      const start = startOf(part, rules);
      // `[조직관리] 클릭 >`: the arrow leads from act to act; `입력 후 [a] >` begins a path behind the act.
      if (rules.acts(part) && part.slice(start).trim() === '') {
        out += `${part}, `;
        return;
      }
      prefix = part.slice(0, start);
      chain = [part.slice(start)];
      return;
    }
    const end = endOf(part, rules, !last);
    if (end === part.length && !last && !rules.acts(part)) {
      chain.push(part);
      return;
    }
    if (end > 0) chain.push(part.slice(0, end));
    const rest = part.slice(end);
    flush();
    out += end > 0 ? rest : `, ${rest}`;
    if (!last) out += ', ';
  });
  flush();
  return { text: out, spans };
}

function split(text: string): string[] {
  return text
    .replace(GLUED, ' > ')
    .split(ARROW)
    .map((part) => part.trim());
}

function startOf(part: string, rules: PathRules): number {
  const at = lastSpanAt(part);
  // `설정⚙️` is a name with a picture; a marked label at the very end is the whole name.
  return at >= 0 && at === part.length - 1 ? at : rules.headStart(part);
}

function endOf(part: string, rules: PathRules, middle: boolean): number {
  const at = part.search(SPAN_CHAR);
  // `a > b > [c], [d], [e] 여부 선택`: a list is on the page, no menu.
  if (at === 0) return LIST.test(part) ? 0 : 1;
  return rules.tailEnd(part, middle);
}

function lastSpanAt(part: string): number {
  for (let i = part.length - 1; i >= 0; i--) if (SPAN_CHAR.test(part[i]!)) return i;
  return -1;
}

function chainText(chain: readonly string[], spans: Masked['spans'], rules: PathRules): string {
  if (chain.length === 0) return '';
  if (chain.length === 1) return chain[0]!;
  const whole = chain.flatMap((part) => segment(part, spans, rules)).filter(Boolean);
  // The console itself is no menu on its screen.
  const path = whole.length > 2 && CONSOLE.test(whole[0]!) ? whole.slice(1) : whole;
  const marked = chain.every((part) => SPAN_CHAR.test(part));
  if (path.length === 0) return '';
  return addSpan(spans, { kind: 'path', path, marked, href: null }) ?? path.join(' ');
}

function segment(part: string, spans: Masked['spans'], rules: PathRules): string[] {
  const chars = part.match(SPAN_CHARS);
  // One quote of a pair that was never closed.
  if (!chars)
    return [
      part
        .trim()
        .replace(rules.kind, '')
        .replace(/^['"‘’“”]|['"‘’“”]$/gu, ''),
    ];
  return chars.flatMap((char) => spanOf(char, spans)?.path ?? []);
}

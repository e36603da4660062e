/** The words of raw HTML in a manual; scripts and styles lose theirs. `tag` is the first real tag, for the report. */
export function wordsOfHtml(raw: string): { text: string; tag: string | null } {
  let text = '';
  let tag: string | null = null;
  for (let at = 0; at < raw.length; ) {
    const open = raw.indexOf('<', at);
    if (open < 0) {
      text += raw.slice(at);
      break;
    }
    text += raw.slice(at, open);
    if (raw.startsWith('<!--', open)) {
      const end = raw.indexOf('-->', open + 4);
      at = end < 0 ? raw.length : end + 3;
      continue;
    }
    const end = raw.indexOf('>', open);
    const whole = raw.slice(open, end < 0 ? raw.length : end + 1);
    tag ??= whole;
    const name = /^<\s*(script|style|template|iframe|svg|math)\b/iu.exec(whole)?.[1];
    at = end < 0 ? raw.length : end + 1;
    if (name) {
      const close = raw.toLowerCase().indexOf(`</${name.toLowerCase()}`, at);
      const after = close < 0 ? -1 : raw.indexOf('>', close);
      at = after < 0 ? raw.length : after + 1;
    }
  }
  return { text: text.trim() ? text : '', tag };
}

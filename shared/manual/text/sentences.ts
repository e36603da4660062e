/** Ends of sentences: a full stop before a space (never inside `1.3.` or an address), a CJK stop, a triangle. */
const END = /(?<=[^\d\s.][.!?])\s+(?=\S)|(?<=[다요죠음함임][.])(?=[^\s.])|(?<=[。！？])|\s*▷\s*|\s*\n\s*/gu;

/** `디렉터리로 이동합니다. 조직 단위.`: an arrow picture was lost; the fragment is the next menu. */
const FRAGMENT = /(?:으로|로) 이동(?:합니다|하세요|해 ?주세요)[.]\s+([^.,:]{1,40}?)[.]?$/u;

/** The words before 로 take the fragment as their next segment. */
export function rejoinPath(text: string): string {
  return text.replace(FRAGMENT, (whole, rest: string) =>
    /[다요]$/u.test(rest) ? whole : ` > ${rest} 메뉴로 이동합니다.`,
  );
}

export function splitSentences(text: string): string[] {
  return text
    .split(END)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Ends of sentences: a full stop before a space (never inside `1.3.` or an address), a CJK stop, a triangle. */
const END = /(?<=[^\d\s.][.!?])\s+(?=\S)|(?<=[다요죠음함임][.])(?=[^\s.])|(?<=[。！？])|\s*▷\s*|\s*\n\s*/gu;

export function splitSentences(text: string): string[] {
  return text
    .split(END)
    .map((part) => part.trim())
    .filter(Boolean);
}

// PostgreSQL text cannot hold NUL, JSON cannot carry half a surrogate pair, and other control characters
// do nothing for a reader but much for somebody who attacks a terminal.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\p{Cf}\s\u115f\u1160\u3164\uffa0]/gu;

/** Whether text can be stored and shown as it is; line breaks and tabs only where `lines` is true. */
export function isClean(text: string, lines = false): boolean {
  if (!text.isWellFormed() || text.search(CONTROL) >= 0) return false;
  return lines || !/[\n\t]/.test(text);
}

/** Text of several lines as it may be sent: LF line ends, no control characters, no blank ends. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();
}

/** The same for one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/g, ' ');
}

/** Whether nothing in it can be seen: spaces, zero-width characters, Hangul fillers. */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '') === '';
}

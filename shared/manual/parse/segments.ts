/** Signs that lead from one menu to the next. A lone sign (`[>]`) is a label, not a separator. */
export const SEPARATOR = /\s*(?:-{1,2}>|=>|[>＞→⇒➔➜▶►▸»›〉])\s*/u;
/** `그룹 - 공유 사서함`: a dash separates only with room on both sides. */
const DASH = /\s+[-–—]\s+/u;

/** The segments of what stands inside one bracket, outermost first. */
export function splitSegments(inner: string): string[] {
  const text = inner.trim();
  const parts = text
    .split(SEPARATOR)
    .map((part) =>
      part
        .replace(/[[\]［］]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
  if (parts.length > 1) return parts;
  const dashed = text.split(DASH).map((part) => part.trim());
  if (dashed.length > 1 && dashed.every((part) => part.length > 0 && part.length <= 30)) return dashed;
  return text ? [text.replace(/\s+/g, ' ')] : [];
}

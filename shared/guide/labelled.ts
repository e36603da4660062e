import type { Inline } from '../article/node.ts';

/** Words with `[labels]` in them, as nodes: what stands in brackets is drawn as in a manual's own text. */
export function labelled(text: string): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const hit of text.matchAll(/\[([^[\]\n]{1,200})\]/gu)) {
    if (hit.index > from) out.push({ t: 'text', text: text.slice(from, hit.index) });
    const path = hit[1]!.split(/\s*>\s*/u).filter(Boolean);
    out.push(path.length > 0 ? { t: 'label', path } : { t: 'text', text: hit[0] });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) out.push({ t: 'text', text: text.slice(from) });
  return out;
}

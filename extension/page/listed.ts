/**
 * Whether some row of a visible list holds all words of `chosen`; null when the page shows no list at all. The
 * same person may be written with other signs between name and address in another table, so words are compared.
 */
export function listed(chosen: string): boolean | null {
  const wanted = chosen.split(/[\s()<>[\]·,|/]+/).filter((word) => word.length >= 2);
  const visible = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const lists = visible('table, [role="table"], [role="grid"], [role="list"], main ul, main ol');
  // A list that is still being filled lacks everything.
  if (lists.length === 0 || wanted.length === 0 || visible('[aria-busy="true"]').length > 0) return null;
  const rows = visible('tr, [role="row"], [role="listitem"], main li');
  return rows.some((row) => {
    // Cells stand side by side without a space; only as drawn are their words apart.
    const text = (row as HTMLElement).innerText ?? row.textContent ?? '';
    return wanted.every((word) => says(text, word));
  });
}

/** Part of a number or an address is another one: `10.0.0.2` is not in `10.0.0.25`. */
function says(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const cutBefore = /[\w.@-]/.test(text.charAt(at - 1)) && /^\w/.test(word);
    const cutAfter = /^(\w|[.@-]\w)/.test(text.slice(end, end + 2)) && /\w$/.test(word);
    if (!cutBefore && !cutAfter) return true;
  }
  return false;
}

/** Words in and about an element. */
export function squeeze(text: string): string {
  return (
    /[^\S ]| {2}|[\u200b-\u200d\ufeff]/.test(text) ? text.replace(/[\s\u200b-\u200d\ufeff]+/g, ' ') : text
  ).trim();
}

/** What stands in an element; a picture by its `alt`. */
export function textOf(element: Element, limit: number): string {
  const text = squeeze((element.textContent ?? '').slice(0, 4 * limit)) || element.querySelector('img')?.alt;
  return (text ?? '').slice(0, limit);
}

/** The `<label>`s of a form field. */
export function labelsOf(element: Element): Element[] {
  const around = element.closest('label');
  const own = [...((element as HTMLInputElement).labels ?? [])];
  return around && !own.includes(around as HTMLLabelElement) ? [...own, around] : own;
}

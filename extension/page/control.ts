/** Reading the state of the page's own controls. Never writes. */

/** Whether a radio, box, switch, tab or option is chosen; null when the element cannot say. */
export function isOn(element: Element): boolean | null {
  if (element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)) return element.checked;
  if (element instanceof HTMLOptionElement) return element.selected;
  for (const name of ['aria-checked', 'aria-selected', 'aria-pressed']) {
    const value = element.getAttribute(name);
    if (value !== null) return value === 'true';
  }
  return null;
}

/** What a field shows; null for what is no field, and for what must stay unread. */
export function shownIn(element: Element): string | null {
  if (element instanceof HTMLInputElement)
    return /^(password|hidden|file|checkbox|radio|submit|button)$/.test(element.type) ? null : element.value;
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement)
    return [...element.selectedOptions].map((option) => option.text.trim()).join(', ');
  return null;
}

/** A label's own control, or the element itself. */
export function controlOf(element: Element): Element {
  if (element instanceof HTMLLabelElement) return element.control ?? element;
  return element;
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

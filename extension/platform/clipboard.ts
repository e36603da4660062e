/**
 * Puts text on the clipboard, in answer to a click. The asynchronous clipboard is missing on consoles that are
 * served without TLS; there a field of our own is copied from, beside `near` and gone at once.
 * @returns whether it worked
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text, near);
  }
}

function copyFromField(text: string, near: Element): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.tabIndex = -1;
  field.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px;opacity:0;';
  // What is copied is nobody else's business.
  field.addEventListener('copy', (event) => event.stopPropagation(), { once: true });
  near.parentElement?.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (near instanceof HTMLElement) near.focus({ preventScroll: true });
  return done;
}

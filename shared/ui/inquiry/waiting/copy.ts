/**
 * Puts a text that is on the page on the clipboard, in answer to a click. Where the page around allows neither way it
 * stays selected, so that the person can.
 */
export async function copyShown(shown: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(shown.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}

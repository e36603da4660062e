import { h } from '../dom.js';

const area = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
document.body.append(area);

/** Shows a sentence at the bottom for three seconds. @param {string} text @param {'done' | 'failed'} [kind] */
export function toast(text, kind = 'done') {
  const note = h('div', { class: `toast toast-${kind}` }, text);
  area.replaceChildren(note);
  setTimeout(() => note.remove(), 3000);
}

/** Runs `work`; what goes wrong is shown and answers false. @param {() => Promise<unknown>} work */
export async function attempt(work) {
  try {
    await work();
    return true;
  } catch (error) {
    toast(/** @type {Error} */ (error).message, 'failed');
    return false;
  }
}

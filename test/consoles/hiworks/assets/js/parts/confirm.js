import { freshId, h } from '../dom.js';

/**
 * Asks before something that cannot be undone. An overlay of the page's own, as older parts of such offices have.
 * @param {{title: string, text: string, detail?: string}} question
 * @returns {Promise<boolean>} true for [확인]
 */
export function confirmBox({ title, text, detail }) {
  const titleId = freshId('confirm-title');
  const textId = freshId('confirm-text');
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  return new Promise((resolve) => {
    const close = (/** @type {boolean} */ answer) => {
      overlay.remove();
      if (before?.isConnected) before.focus();
      resolve(answer);
    };
    const yes = h('button', { type: 'button', class: 'btn btn-primary', onclick: () => close(true) }, '확인');
    const no = h('button', { type: 'button', class: 'btn', onclick: () => close(false) }, '취소');
    const overlay = h(
      'div',
      {
        class: 'overlay',
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === 'Escape') close(false);
          if (event.key !== 'Tab') return;
          // Two buttons: Tab in either direction goes to the other one and never behind the overlay.
          event.preventDefault();
          (document.activeElement === yes ? no : yes).focus();
        },
      },
      h(
        'div',
        {
          class: 'alert',
          role: 'alertdialog',
          'aria-modal': 'true',
          'aria-labelledby': titleId,
          'aria-describedby': textId,
        },
        h('h2', { id: titleId }, title),
        h('p', { id: textId }, text, detail && h('span', { class: 'alert-detail' }, detail)),
        h('div', { class: 'alert-buttons' }, yes, no),
      ),
    );
    document.body.append(overlay);
    no.focus();
  });
}

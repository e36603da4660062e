import { h } from '../dom.js';

/**
 * A group of radio buttons with its caption.
 * @param {{caption: string, name: string, choices: [string, string][], value: string, disabled?: boolean, onPick?: (value: string) => void}} group
 */
export function radios({ caption, name, choices, value, disabled, onPick }) {
  return h(
    'fieldset',
    { class: 'row', disabled },
    h('legend', { class: 'row-name' }, caption),
    h(
      'div',
      { class: 'row-value' },
      choices.map(([key, label]) =>
        h(
          'label',
          { class: 'choice' },
          h('input', {
            type: 'radio',
            name,
            value: key,
            checked: key === value,
            onchange: () => onPick?.(key),
          }),
          label,
        ),
      ),
    ),
  );
}

/** @param {string} label @param {Record<string, unknown>} input attributes of the check box */
export const checkbox = (label, input) =>
  h('label', { class: 'choice' }, h('input', { type: 'checkbox', ...input }), label);

/**
 * A table with a caption for those who cannot see it, or a sentence when it has no rows.
 * @param {string} caption @param {string[]} heads @param {Array<Array<Node | string>>} rows @param {string} [none]
 */
export const table = (caption, heads, rows, none = '등록된 항목이 없습니다.') =>
  h(
    'table',
    { class: 'grid' },
    h('caption', { class: 'unseen' }, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, head)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.length
        ? rows.map((cells) =>
            h(
              'tr',
              {},
              cells.map((cell) => h('td', {}, cell)),
            ),
          )
        : h('tr', {}, h('td', { class: 'none', colspan: heads.length }, none)),
    ),
  );

/** The heading of a page with the way to it. @param {string} title @param {string[]} way */
export const pageHead = (title, way) =>
  h('div', { class: 'page-head' }, h('p', { class: 'way' }, way.join(' > ')), h('h1', {}, title));

/**
 * Tabs that are links with an address of their own.
 * @param {string} label @param {string} path @param {[string, string][]} tabs key and name @param {string} active
 */
export const tabBar = (label, path, tabs, active) =>
  h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': label },
    tabs.map(([key, name]) =>
      h(
        'a',
        {
          href: `${path}?tab=${key}`,
          role: 'tab',
          'aria-selected': String(key === active),
          class: key === active ? 'on' : null,
        },
        name,
      ),
    ),
  );

/** Shows 불러오는 중 until `load` has made the content. @param {() => Promise<Node>} load */
export function later(load) {
  const box = h('div', { class: 'panel' }, loading());
  const fill = async () => {
    try {
      box.replaceChildren(await load());
    } catch (error) {
      box.replaceChildren(h('p', { class: 'failed', role: 'alert' }, /** @type {Error} */ (error).message));
    }
  };
  fill();
  return box;
}

export const loading = () =>
  h('p', { class: 'loading' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), '불러오는 중');

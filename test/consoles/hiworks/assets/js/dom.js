/**
 * Makes an element. Text children become text nodes, so nothing that was typed can turn into markup.
 * @param {string} tag
 * @param {Record<string, unknown>} [props] `class`, `on*` listeners, booleans and plain attributes
 * @param {...(Node | string | number | null | undefined | false | Array<Node | string>)} children
 * @returns {any}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2).toLowerCase(), /** @type {any} */ (value));
    else if (name === 'value' || name === 'checked' || name === 'selected')
      /** @type {any} */ (node)[name] = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    node.append(typeof child === 'number' ? String(child) : child);
  }
  return node;
}

let used = 0;
/** A fresh id for tying a label or heading to its element, new at every rendering. @param {string} name */
export const freshId = (name) => `${name}-${++used}`;

/** An accessible name, for what goes by role and name: the order of accname 1.2 for what consoles use. */
const LONGEST = 160;
const CONTROLS = new Set(['select', 'textarea', 'script', 'style', 'template', 'datalist', 'noscript']);

function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200d\ufeff]+/g, ' ').trim();
}

/** What stands in an element, read as a person reads it: no scripts, no options, `alt` for a picture. */
function textOf(node: Node, limit = LONGEST): string {
  const parts: string[] = [];
  gather(node, parts, { left: limit });
  return squeeze(parts.join('')).slice(0, limit);
}

function gather(node: Node, parts: string[], room: { left: number }): void {
  for (let kid = node.firstChild; kid && room.left > 0; kid = kid.nextSibling) {
    if (kid.nodeType === 3) {
      const text = kid.nodeValue ?? '';
      parts.push(text);
      room.left -= text.trim().length;
      continue;
    }
    if (kid.nodeType !== 1) continue;
    const element = kid as Element;
    const tag = element.localName;
    if (CONTROLS.has(tag) || element.getAttribute('aria-hidden') === 'true' || element.hasAttribute('hidden'))
      continue;
    if (tag === 'img' || tag === 'input') {
      const said = tag === 'img' ? element.getAttribute('alt') : null;
      if (said) parts.push(` ${said} `);
      continue;
    }
    if (tag === 'br' || BLOCKS.has(tag)) parts.push(' ');
    gather(element, parts, room);
    if (BLOCKS.has(tag)) parts.push(' ');
  }
}

const BLOCKS = new Set([
  'div',
  'p',
  'li',
  'ul',
  'ol',
  'tr',
  'td',
  'th',
  'dt',
  'dd',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'label',
  'option',
  'small',
  'section',
]);

/** Words that the page itself ties to the element: aria, `<label>`, alt, caption, text, title, placeholder. */
export function nameOf(element: Element): string {
  const by = referenced(element, 'aria-labelledby');
  if (by) return by;
  const aria = squeeze(element.getAttribute('aria-label') ?? '');
  if (aria) return aria;
  const tag = element.localName;
  if (tag === 'input' || tag === 'select' || tag === 'textarea' || tag === 'button') {
    const type = (element.getAttribute('type') ?? '').toLowerCase();
    if (tag === 'input' && /^(button|submit|reset)$/.test(type)) {
      return squeeze(element.getAttribute('value') ?? '') || titleOf(element);
    }
    if (tag === 'input' && type === 'image')
      return squeeze(element.getAttribute('alt') ?? '') || titleOf(element);
    if (tag !== 'button')
      return labelOf(element) || titleOf(element) || squeeze(element.getAttribute('placeholder') ?? '');
  }
  if (tag === 'img' || tag === 'area') return squeeze(element.getAttribute('alt') ?? '') || titleOf(element);
  if (tag === 'option') return squeeze(element.getAttribute('label') ?? '') || textOf(element);
  return textOf(element) || (tag === 'svg' ? '' : iconName(element)) || titleOf(element);
}

function iconName(element: Element): string {
  const inner = element.querySelector('svg title, [aria-label], [title]');
  if (!inner) return '';
  return squeeze(inner.getAttribute('aria-label') ?? inner.getAttribute('title') ?? inner.textContent ?? '');
}

function titleOf(element: Element): string {
  return squeeze(element.getAttribute('title') ?? element.getAttribute('data-original-title') ?? '');
}

function referenced(element: Element, attribute: string): string {
  const ids = element.getAttribute(attribute);
  if (!ids) return '';
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!root.getElementById) return '';
  return squeeze(
    ids
      .split(/\s+/)
      .map((id) => (id ? textAt(root, id) : ''))
      .join(' '),
  );
}

function textAt(root: Document | ShadowRoot, id: string): string {
  const element = root.getElementById(id);
  return element ? squeeze(element.getAttribute('aria-label') ?? textOf(element)) : '';
}

/** The text of the `<label>`s of a form field. */
function labelOf(element: Element): string {
  return labelsOf(element)
    .map((label) => textOf(label))
    .filter(Boolean)
    .join(' ');
}

function labelsOf(element: Element): Element[] {
  const found: Element[] = [];
  const wrapping = element.closest('label');
  const own = (element as HTMLInputElement).labels;
  if (own) found.push(...Array.from(own));
  else if (element.id) {
    const root = element.getRootNode() as Document | ShadowRoot;
    for (const label of root.querySelectorAll?.('label') ?? [])
      if (label.getAttribute('for') === element.id) found.push(label);
  }
  if (wrapping && !found.includes(wrapping)) found.push(wrapping);
  return found;
}

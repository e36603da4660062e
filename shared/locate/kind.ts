/** What an element is to a person. Buttons and links are one kind: releases turn one into the other. */
export type Kind =
  | 'press'
  | 'field'
  | 'check'
  | 'radio'
  | 'choice'
  | 'option'
  | 'heading'
  | 'column'
  | 'image'
  | 'label'
  | 'text';

/** `press: button link, field: textbox` as a table. */
function table(text: string): Map<string, Kind> {
  return new Map(
    text
      .split(', ')
      .map((line) => line.split(': ') as [Kind, string])
      .flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
  );
}

const BY_ROLE = table(
  'press: button link tab menuitem treeitem, field: textbox searchbox spinbutton, check: checkbox switch menuitemcheckbox, radio: radio menuitemradio, choice: combobox listbox, option: option, heading: heading, column: columnheader, image: img',
);
const BY_TAG = table(
  'press: button summary area, choice: select, field: textarea, option: option, column: th, image: img svg, label: label, heading: legend caption h1 h2 h3 h4 h5 h6',
);
const BY_TYPE = table('press: button submit reset image file, check: checkbox, radio: radio');

export function kindOf(element: Element): Kind {
  const tag = element.localName;
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    const kind = BY_TYPE.get(type);
    if (kind === 'check' && element.getAttribute('role') === 'radio') return 'radio';
    if (kind) return kind;
    return element.getAttribute('role') === 'combobox' && element.hasAttribute('readonly')
      ? 'choice'
      : 'field';
  }
  const role = element.getAttribute('role');
  if (role) {
    const kind = BY_ROLE.get(role.trim().split(/\s+/)[0]!);
    if (kind) return kind;
  }
  if (tag === 'a')
    return element.hasAttribute('href') || element.hasAttribute('onclick') || !element.id ? 'press' : 'text';
  const kind = BY_TAG.get(tag);
  if (kind) return kind;
  if (element.hasAttribute('onclick')) return 'press';
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return 'field';
  return 'text';
}

/** Whether a person can do something with it. */
export function isInteractive(kind: Kind): boolean {
  return INTERACTIVE.has(kind);
}

const INTERACTIVE = new Set<Kind>(['press', 'field', 'check', 'radio', 'choice', 'option']);

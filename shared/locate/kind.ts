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

const BY_ROLE: Record<string, Kind> = {
  button: 'press',
  link: 'press',
  tab: 'press',
  menuitem: 'press',
  treeitem: 'press',
  textbox: 'field',
  searchbox: 'field',
  spinbutton: 'field',
  checkbox: 'check',
  switch: 'check',
  menuitemcheckbox: 'check',
  radio: 'radio',
  menuitemradio: 'radio',
  combobox: 'choice',
  listbox: 'choice',
  option: 'option',
  heading: 'heading',
  columnheader: 'column',
  img: 'image',
};

const BY_TAG: Record<string, Kind> = {
  button: 'press',
  summary: 'press',
  area: 'press',
  select: 'choice',
  textarea: 'field',
  option: 'option',
  th: 'column',
  img: 'image',
  svg: 'image',
  label: 'label',
  legend: 'heading',
  caption: 'heading',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
};

const BY_TYPE: Record<string, Kind> = {
  button: 'press',
  submit: 'press',
  reset: 'press',
  image: 'press',
  file: 'press',
  checkbox: 'check',
  radio: 'radio',
};

export function kindOf(element: Element): Kind {
  const tag = element.localName;
  if (tag === 'input') {
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    const kind = BY_TYPE[type];
    if (kind === 'check' && element.getAttribute('role') === 'radio') return 'radio';
    if (kind) return kind;
    return element.getAttribute('role') === 'combobox' && element.hasAttribute('readonly')
      ? 'choice'
      : 'field';
  }
  const role = element.getAttribute('role');
  if (role) {
    const kind = BY_ROLE[role.trim().split(/\s+/)[0] ?? ''];
    if (kind) return kind;
  }
  if (tag === 'a')
    return element.hasAttribute('href') || element.hasAttribute('onclick') || !element.id ? 'press' : 'text';
  const kind = BY_TAG[tag];
  if (kind) return kind;
  if (element.hasAttribute('onclick')) return 'press';
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return 'field';
  return 'text';
}

/** Whether a person can do something with it. */
export function isInteractive(kind: Kind): boolean {
  return (
    kind === 'press' ||
    kind === 'field' ||
    kind === 'check' ||
    kind === 'radio' ||
    kind === 'choice' ||
    kind === 'option'
  );
}

/** `type=hidden` is not there for anybody. */
export function isUnseenInput(element: Element): boolean {
  return element.localName === 'input' && (element.getAttribute('type') ?? '').toLowerCase() === 'hidden';
}

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

/** `press: button link, field: textbox` as a table from every word to what stands before it. */
export function table<T extends string>(text: string): Map<string, T> {
  return new Map(
    text.split(', ').flatMap((line) => {
      const [meaning, words] = line.split(': ') as [T, string];
      return words.split(' ').map((word) => [word, meaning] as const);
    }),
  );
}

const BY_ROLE = table<Kind>(
  'press: button link tab menuitem treeitem, field: textbox searchbox spinbutton, check: checkbox switch menuitemcheckbox, radio: radio menuitemradio, choice: combobox listbox, option: option, heading: heading, column: columnheader, image: img',
);
const BY_TAG = table<Kind>(
  'press: button summary area, choice: select, field: textarea, option: option, column: th, image: img svg, label: label, heading: legend caption h1 h2 h3 h4 h5 h6',
);
const BY_TYPE = table<Kind>('press: button submit reset image file, check: checkbox, radio: radio');

/** Without an element: of one that carries no attribute that could say more than the tag. */
export function kindOf(tag: string, element?: Element, role?: string | null): Kind {
  const get = (name: string): string | null => element?.getAttribute(name) ?? null;
  if (tag === 'input') {
    const kind = BY_TYPE.get((get('type') ?? '').toLowerCase()) ?? 'field';
    if (kind === 'check' && role === 'radio') return 'radio';
    return kind === 'field' && role === 'combobox' && get('readonly') !== null ? 'choice' : kind;
  }
  const kind = (role && BY_ROLE.get(role.trim().split(/\s+/)[0]!)) || BY_TAG.get(tag);
  if (kind) return kind;
  const pressed = get('onclick') !== null;
  if (pressed || (tag === 'a' && (!element?.id || get('href') !== null))) return 'press';
  return (get('contenteditable') ?? 'false') === 'false' ? 'text' : 'field';
}

/** Whether a person can do something with it. */
export function isInteractive(kind: Kind): boolean {
  return INTERACTIVE.has(kind);
}

const INTERACTIVE = new Set<Kind>(['press', 'field', 'check', 'radio', 'choice', 'option']);

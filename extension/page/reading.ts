import type { Reading } from '../../shared/guide/index.ts';
import { controlOf, isOn, shownIn, squeeze } from './control.ts';

const LONGEST = 200;

/**
 * What a control of the page shows; null for what is no setting, and for what must stay unread: passwords, one-time
 * codes, cards.
 */
export function readingOf(element: Element): Reading | null {
  const control = controlOf(element);
  if (isSecret(control)) return null;
  if (isRadio(control)) {
    const chosen = groupOf(control).find((other) => isOn(other));
    return { kind: 'choice', words: chosen ? nameOf(chosen) : '', of: groupName(control) };
  }
  if (control instanceof HTMLOptionElement) {
    const list = control.closest('select');
    return list && !list.multiple
      ? { kind: 'choice', words: cut(shownIn(list) ?? ''), of: fieldName(list) }
      : null;
  }
  if (control instanceof HTMLSelectElement)
    return control.multiple
      ? null
      : { kind: 'choice', words: cut(shownIn(control) ?? ''), of: fieldName(control) };
  if (isBox(control)) {
    const on = isOn(control);
    return on === null ? null : { kind: on ? 'on' : 'off', words: '', of: '' };
  }
  const text = shownIn(control);
  return text === null ? null : { kind: 'text', words: cut(text.trim()), of: '' };
}

/** Whether what happens on `path` may change what `control` shows: the control, another of its group, or a label. */
export function concerns(path: readonly Element[], control: Element): boolean {
  const own = controlOf(control);
  const list = own instanceof HTMLOptionElement ? own.closest('select') : null;
  const all = isRadio(own) ? groupOf(own) : list ? [own, list] : [own];
  return path.some((element) => all.includes(controlOf(element)));
}

function isSecret(control: Element): boolean {
  if (control instanceof HTMLInputElement && control.type === 'password') return true;
  return /password|one-time-code|cc-/.test(control.getAttribute('autocomplete') ?? '');
}

const isRadio = (control: Element): boolean =>
  (control instanceof HTMLInputElement && control.type === 'radio') ||
  control.getAttribute('role') === 'radio';

const isBox = (control: Element): boolean =>
  (control instanceof HTMLInputElement && control.type === 'checkbox') ||
  /^(checkbox|switch|menuitemcheckbox)$/.test(control.getAttribute('role') ?? '');

/** All radios that exclude each other with this one, itself included. */
function groupOf(radio: Element): Element[] {
  if (radio instanceof HTMLInputElement) {
    if (!radio.name) return [radio];
    const root = radio.getRootNode() as Document | ShadowRoot;
    return [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
      (other) => other.name === radio.name && other.form === radio.form,
    );
  }
  return [...(radio.closest('[role="radiogroup"]')?.querySelectorAll('[role="radio"]') ?? [radio])];
}

const cut = (text: string): string => squeeze(text).slice(0, LONGEST);

function nameOf(control: Element): string {
  const label = (control as Partial<HTMLInputElement>).labels?.[0];
  const named = control.getAttribute('aria-label');
  return (
    cut(named ?? label?.textContent ?? control.textContent ?? '') ||
    cut((control as HTMLInputElement).value ?? '')
  );
}

/** What the page calls a group of radios: its legend, the name of its radiogroup, or the head of its row. */
function groupName(radio: Element): string {
  const set = radio.closest('fieldset,[role="radiogroup"],[role="group"]');
  const legend = set?.querySelector(':scope > legend');
  const by = set?.getAttribute('aria-labelledby');
  const named = by ? (radio.getRootNode() as Document).getElementById?.(by) : null;
  const words = set?.getAttribute('aria-label') ?? (named || legend)?.textContent;
  return cut(words ?? radio.closest('tr')?.querySelector('th')?.textContent ?? '');
}

const fieldName = (list: HTMLSelectElement): string =>
  cut(
    list.getAttribute('aria-label') ??
      list.labels?.[0]?.textContent ??
      list.closest('tr')?.querySelector('th')?.textContent ??
      '',
  );

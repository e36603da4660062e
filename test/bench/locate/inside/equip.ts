/**
 * Templates lead nowhere: links end in `#`, fields have no name. A console's do not, and what they carry is what
 * survives a release or a translation. Most of them get what the same control of a console would have.
 */
import type { Chance } from './chance.ts';

export function equip(document: Document, chance: Chance): void {
  const slug = (text: string): string =>
    text
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
      .slice(0, 24);
  const style = chance.below(3);
  for (const field of document.querySelectorAll('input, select, textarea')) {
    if (field.getAttribute('name') || chance.yes(0.2)) continue;
    const label =
      (field as HTMLInputElement).labels?.[0]?.textContent ??
      field.getAttribute('placeholder') ??
      field.parentElement?.textContent ??
      '';
    const name = slug(label);
    if (!name) continue;
    if (field.getAttribute('type') === 'radio')
      field.setAttribute(
        'name',
        slug(field.closest('.form-group, div')?.textContent ?? '').slice(0, 8) || 'choice',
      );
    else
      field.setAttribute(
        'name',
        style === 0
          ? name
          : style === 1
            ? `f${name.replace(/_(\w)/g, (_, one: string) => one.toUpperCase())}`
            : name.split('_')[0]!,
      );
  }
  for (const link of document.querySelectorAll('a')) {
    const href = link.getAttribute('href');
    if (
      (href && href !== '#' && !href.startsWith('javascript')) ||
      chance.yes(0.35) ||
      link.hasAttribute('data-toggle')
    )
      continue;
    const name = slug(link.textContent ?? link.getAttribute('title') ?? '');
    if (name)
      link.setAttribute(
        'href',
        style === 0
          ? `${name}.php`
          : style === 1
            ? `?_task=settings&_action=${name}`
            : `/admin/${name.replace('_', '/')}`,
      );
  }
  for (const button of document.querySelectorAll('button:not([name]), input[type="submit"]:not([name])')) {
    const name = slug(button.textContent || button.getAttribute('value') || '');
    if (name && chance.yes(0.4)) button.setAttribute('name', name);
    else if (name && chance.yes(0.3)) button.setAttribute('onclick', `do_${name}()`);
  }
  if (chance.yes(0.35)) age(document, chance);
}

/** Old consoles know no labels: the words stand in a cell or in front of the field. */
function age(document: Document, chance: Chance): void {
  const tag = chance.pick(['span', 'b', 'div', 'td']);
  for (const label of document.querySelectorAll('label')) {
    if (label.querySelector('input,select,textarea')) continue;
    const made = document.createElement(tag === 'td' ? 'span' : tag);
    made.className = 'label';
    made.append(...label.childNodes);
    if (chance.yes(0.3)) made.append(':');
    label.replaceWith(made);
  }
  for (const field of document.querySelectorAll('input[id], select[id], textarea[id]'))
    if (chance.yes(0.5)) field.removeAttribute('id');
}

/**
 * Turns a page into what a later release might have made of it, while every element stays known: the truth.
 * Each operator is one kind of change that was seen between real releases of admin consoles.
 */
import type { Chance } from './chance.ts';
import {
  counts,
  dropSection,
  iconsNamed,
  iconsOnly,
  menus,
  replaced,
  unwrap,
  widgets,
} from './restructure.ts';
import { reword, translate } from './reword.ts';

export class Evolution {
  readonly document: Document;
  readonly chance: Chance;
  /** 0 … 1: how far apart the releases are. */
  readonly level: number;
  readonly #now = new Map<Element, Element>();

  constructor(document: Document, chance: Chance, level: number) {
    this.document = document;
    this.chance = chance;
    this.level = level;
  }

  /** What an element of the old page has become; null when it is gone. */
  now(element: Element): Element | null {
    let at = element;
    for (let next = this.#now.get(at); next; next = this.#now.get(at)) at = next;
    return at.isConnected ? at : null;
  }

  run(): void {
    const { chance, level } = this;
    const may = (share: number): boolean => chance.yes(share * level);
    this.#remove(0.02 + 0.1 * level * chance.next());
    this.#insert(0.02 + 0.12 * level * chance.next());
    if (may(0.35)) dropSection(this);
    if (may(0.5)) replaced(this, this.#pieces(), (piece) => this.#renewed(piece));
    this.#reorder(0.03 * level);
    if (may(0.35)) menus(this);
    if (may(0.25)) this.#moveNavigation();
    this.#rows();
    if (may(0.4)) this.#tablesToBoxes();
    if (may(0.6)) this.#wrap(0.08);
    if (may(0.3)) unwrap(this, 0.15 * chance.next());
    if (may(0.5)) this.#presses(0.6 * chance.next());
    if (may(0.4)) this.#headings();
    if (may(0.6)) this.#labels(chance.next());
    if (may(0.4)) this.#icons();
    if (may(0.25)) iconsOnly(this);
    if (may(0.15)) iconsNamed(this);
    if (may(0.25)) widgets(this);
    if (may(0.2)) counts(this);
    if (may(0.9)) this.#classes();
    this.#ids(level);
    this.#names(level);
    this.#addresses(level);
    reword(this.document, chance, level);
  }

  translate(to: 'de' | 'ko', seed: number): void {
    translate(this.document, to, seed, this.chance);
  }

  #all(selector: string): Element[] {
    return Array.from(this.document.body.querySelectorAll(selector));
  }

  swapTag(element: Element, tag: string): Element {
    const made = this.document.createElement(tag);
    for (const { name, value } of Array.from(element.attributes)) {
      try {
        made.setAttribute(name, value);
      } catch {} // a name that only a parser lets through
    }
    while (element.firstChild) made.append(element.firstChild);
    element.replaceWith(made);
    this.#now.set(element, made);
    return made;
  }

  #pieces(): Element[] {
    return this.#all(
      'li, .form-group, .form-check, .checkbox, .radio, .card, .box, .panel, tr, .info-box, .nav-item, .list-group-item, button, .btn',
    ).filter((one) => one.querySelectorAll('*').length < 60);
  }

  #remove(share: number): void {
    for (const piece of this.#pieces()) if (this.chance.yes(share)) piece.remove();
  }

  /** New entries beside the old ones: the same make, other words. */
  #insert(share: number): void {
    for (const piece of this.#pieces()) {
      if (!this.chance.yes(share) || !piece.parentElement || piece.localName === 'tr') continue;
      const copy = this.#renewed(piece);
      if (this.chance.yes(0.5)) piece.before(copy);
      else piece.after(copy);
    }
  }

  /** The same make with other words and other identifiers. */
  #renewed(piece: Element): Element {
    const copy = piece.cloneNode(true) as Element;
    for (const one of [copy, ...copy.querySelectorAll('*')]) {
      for (const attribute of ['id', 'name', 'for', 'href', 'placeholder', 'title', 'aria-label', 'value']) {
        const value = one.getAttribute(attribute);
        if (value && value !== '#')
          one.setAttribute(
            attribute,
            attribute === 'href'
              ? `${value.replace(/\.html.*$/, '')}-${this.word()}`
              : `${this.word()} ${this.word()}`.replace(
                  ' ',
                  attribute === 'id' || attribute === 'name' || attribute === 'for' ? '_' : ' ',
                ),
          );
      }
      for (const kid of Array.from(one.childNodes))
        if (kid.nodeType === 3 && /[a-z]{2}/i.test(kid.nodeValue ?? ''))
          kid.nodeValue = ` ${this.word()} ${this.word()} `;
    }
    return copy;
  }

  word(): string {
    return this.chance.pick([
      'Quota',
      'Relay',
      'Policy',
      'Audit',
      'Backup',
      'Queue',
      'Alias',
      'Groups',
      'Archive',
      'Report',
      'Rules',
      'Tokens',
      'Limits',
      'Routing',
      'Domains',
      'Trusted',
      'Devices',
      'Log',
      'Billing',
      'Access',
      'Sender',
      'Filter',
    ]);
  }

  #reorder(share: number): void {
    for (const piece of this.#pieces()) {
      const other = piece.nextElementSibling;
      if (other && this.chance.yes(share)) piece.before(other);
    }
    for (const list of this.#all('ul, form, .row'))
      if (list.childElementCount > 2 && list.childElementCount < 12 && this.chance.yes(share * 0.5))
        for (const kid of this.chance.shuffle(Array.from(list.children))) list.append(kid);
  }

  #moveNavigation(): void {
    for (const nav of this.#all('aside, nav, .sidebar, #sidebar, .navbar-default').slice(0, 2)) {
      const parent = nav.parentElement;
      if (!parent || parent.childElementCount < 2) continue;
      if (nav === parent.lastElementChild) parent.prepend(nav);
      else parent.append(nav);
    }
  }

  /** Data lives: rows come and go. */
  #rows(): void {
    for (const body of this.#all('tbody')) {
      const rows = Array.from(body.children);
      if (rows.length < 3) continue;
      if (this.chance.yes(0.4 * this.level)) {
        const copy = rows[rows.length - 1]!.cloneNode(true) as Element;
        for (const cell of copy.children) {
          // Other data in every cell; a link in the first is the record's own name.
          const text = cell === copy.firstElementChild ? (cell.querySelector('a') ?? cell) : cell;
          if (!text.querySelector('a,button,input'))
            text.textContent = `${this.word()} ${this.chance.below(900)}`;
        }
        if (this.chance.yes(0.5)) rows[rows[0]!.querySelector('th') ? 1 : 0]!.before(copy);
        else body.append(copy);
      }
      if (this.chance.yes(0.2 * this.level)) this.chance.pick(rows).remove();
    }
  }

  #tablesToBoxes(): void {
    for (const table of this.#all('table')) {
      if (!table.querySelector('input:not([type="checkbox"]), select, textarea') && this.chance.yes(0.8))
        continue;
      for (const part of [...table.querySelectorAll('td, th, tr, tbody, thead'), table])
        this.swapTag(part, 'div');
    }
  }

  #wrap(share: number): void {
    for (const element of this.#all('div, form, p, button, a, input, h1, h2, h3, h4, ul')) {
      if (!this.chance.yes(share) || !element.parentElement) continue;
      const box = this.document.createElement(this.chance.pick(['div', 'div', 'span', 'section']));
      element.replaceWith(box);
      box.append(element);
    }
  }

  #presses(share: number): void {
    for (const press of this.#all('a, button, input[type="submit"], input[type="button"]')) {
      if (!this.chance.yes(share)) continue;
      if (press.localName === 'input') {
        const caption = press.getAttribute('value') ?? '';
        const made = this.swapTag(press, 'button');
        made.removeAttribute('value');
        made.textContent = caption;
      } else if (press.localName === 'button') this.swapTag(press, 'a').setAttribute('href', '#');
      else if (/btn|button/.test(press.className)) this.swapTag(press, 'button').removeAttribute('href');
    }
  }

  #headings(): void {
    const to = this.chance.pick(['h2', 'h3', 'h4', 'div']);
    for (const heading of this.#all('h3, h4, h5')) {
      const made = this.swapTag(heading, to);
      if (to === 'div') made.classList.add('card-title');
    }
  }

  #labels(way: number): void {
    if (way >= 0.75) {
      // Words in front of a field become its label.
      for (const field of this.#all('input:not([type="hidden"]), select, textarea')) {
        const words = field.previousElementSibling;
        if (
          !words ||
          !/^(?:span|b|div)$/.test(words.localName) ||
          words.childElementCount > 0 ||
          !words.textContent?.trim()
        )
          continue;
        field.id ||= `field-${this.chance.below(1e5)}`;
        this.swapTag(words, 'label').setAttribute('for', field.id);
      }
    }
    for (const label of this.#all('label')) {
      const target = label.getAttribute('for');
      const control = target ? this.document.getElementById(target) : null;
      if (way < 0.4) {
        if (!label.querySelector('input')) this.swapTag(label, 'span').removeAttribute('for');
      } else if (
        way < 0.55 &&
        control &&
        /^(?:text|email|password|search)$/.test(control.getAttribute('type') ?? 'text')
      ) {
        control.setAttribute('placeholder', (label.textContent ?? '').trim());
        label.remove();
      } else if (way < 0.75 && control?.id) {
        control.setAttribute('aria-label', (label.textContent ?? '').trim());
      }
    }
  }

  #icons(): void {
    const strip = this.chance.yes(0.3);
    for (const press of this.#all('a, button')) {
      if (strip) for (const icon of press.querySelectorAll('i')) icon.remove();
      else if (this.chance.yes(0.3)) {
        const icon = this.document.createElement('i');
        icon.className = `mdi mdi-${this.word().toLowerCase()}`;
        press.prepend(icon);
      }
      const words = (press.textContent ?? '').trim();
      if (words && words.length < 20 && !press.querySelector('img,input') && this.chance.yes(0.02)) {
        press.setAttribute(this.chance.yes(0.5) ? 'title' : 'aria-label', words);
        press.textContent = '';
        press.insertAdjacentHTML('beforeend', '<svg><path d="M0 0"/></svg>');
      }
    }
  }

  #classes(): void {
    const way = this.chance.below(3);
    const salt = this.chance.below(1e6).toString(36);
    for (const element of this.#all('[class]')) {
      if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') continue;
      const list = element.className.split(/\s+/).filter(Boolean);
      element.className = list
        .map((one) =>
          /^(?:fa|glyphicon|mdi|bi|active|modal)/.test(one)
            ? one
            : way === 0
              ? `v-${one.replace(/^(?:form|btn|nav|card|box|panel)/, '$&x')}`
              : way === 1
                ? `c${salt}${one.length}${one[0]}`
                : one.replace(/-/g, '__'),
        )
        .join(' ');
    }
  }

  #ids(level: number): void {
    const way = this.chance.next();
    const keep = 1 - 0.75 * level;
    if (way < keep) return;
    const kind = this.chance.below(4);
    for (const element of this.#all('[id]')) {
      const id = element.id;
      const to =
        kind === 0
          ? `input-${this.chance.below(900)}`
          : kind === 1
            ? id.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
            : kind === 2
              ? `form_${id}`
              : this.chance.yes(0.5)
                ? id
                : `${id.slice(0, 3)}_${this.word().toLowerCase()}`;
      for (const attribute of ['for', 'aria-labelledby', 'aria-controls'])
        for (const user of this.#all(`[${attribute}="${CSS.escape(id)}"]`)) user.setAttribute(attribute, to);
      element.id = to;
    }
  }

  #names(level: number): void {
    const way = this.chance.next();
    for (const element of this.#all('input[name], select[name], textarea[name], button[name]')) {
      const name = element.getAttribute('name')!;
      if (way < 0.25 * level) element.setAttribute('name', `form[${name}]`);
      else if (way < 0.4 * level)
        element.setAttribute(
          'name',
          name.replace(/[_-](\w)/g, (_, one: string) => one.toUpperCase()),
        );
      else if (way < 0.5 * level) element.removeAttribute('name');
      else if (this.chance.yes(0.06 * level)) element.setAttribute('name', this.word().toLowerCase());
    }
  }

  #addresses(level: number): void {
    const way = this.chance.next();
    for (const link of this.#all('a[href]')) {
      const href = link.getAttribute('href')!;
      if (href.startsWith('#') || href === '') continue;
      if (way < 0.3 * level)
        link.setAttribute('href', `/app/${href.replace(/^[./]+/, '').replace(/\.html/, '')}`);
      else if (way < 0.45 * level)
        link.setAttribute(
          'href',
          `?page=${href.replace(/^.*\//, '').replace(/\.html/, '')}&token=${this.chance.below(1e9)}`,
        );
      else if (way < 0.55 * level) link.setAttribute('href', '#');
      else if (this.chance.yes(0.08 * level))
        link.setAttribute('href', `/${this.word().toLowerCase()}/${this.word().toLowerCase()}`);
    }
  }
}

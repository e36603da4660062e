/** Similo (Nass et al., TOSEM 2023): a weighted sum over fourteen properties, and always the best one. */
const TAGS = 'input,textarea,button,select,a,h1,h2,h3,h4,h5,li,span,div,p,th,tr,td,label,svg,option';

interface Properties {
  tag: string;
  class: string;
  name: string;
  id: string;
  href: string;
  alt: string;
  xpath: string;
  idXpath: string;
  isButton: boolean;
  x: number;
  y: number;
  area: number;
  shape: number;
  text: string;
  neighbours: string[];
}

const WEIGHTS = {
  tag: 1.5,
  class: 0.5,
  name: 1.5,
  id: 1.5,
  href: 0.5,
  alt: 0.5,
  xpath: 0.5,
  idXpath: 0.5,
  isButton: 0.5,
  location: 0.5,
  area: 0.5,
  shape: 0.5,
  text: 1.5,
  neighbours: 1.5,
};

export function xpathOf(element: Element, stopAtId: boolean): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (stopAtId && at.id) return `//*[@id="${at.id}"]/${parts.join('/')}`.replace(/\/$/, '');
    let nth = 1;
    for (let back = at.previousElementSibling; back; back = back.previousElementSibling)
      if (back.localName === at.localName) nth++;
    parts.unshift(`${at.localName}[${nth}]`);
  }
  return `/${parts.join('/')}`;
}

function textOf(element: Element): string {
  const own =
    element.localName === 'input' && /^(?:submit|button|reset)$/.test(element.getAttribute('type') ?? '')
      ? (element.getAttribute('value') ?? '')
      : (element.textContent ?? '');
  return own.replace(/\s+/g, ' ').trim().toLowerCase().slice(0, 100);
}

function propertiesOf(element: Element, around: Map<Element, DOMRect>): Properties {
  const box = around.get(element) ?? element.getBoundingClientRect();
  const get = (name: string): string => (element.getAttribute(name) ?? '').toLowerCase();
  const near: string[] = [];
  for (const sibling of Array.from(element.parentElement?.parentElement?.querySelectorAll('*') ?? []).slice(
    0,
    40,
  )) {
    if (sibling === element || sibling.childElementCount > 0) continue;
    const other = around.get(sibling) ?? sibling.getBoundingClientRect();
    if (Math.abs(other.x - box.x) < 50 + box.width && Math.abs(other.y - box.y) < 50 + box.height)
      near.push(...textOf(sibling).split(' ').filter(Boolean));
    if (near.length > 30) break;
  }
  const type = get('type');
  const isButton =
    element.localName === 'button' ||
    /^(?:submit|button|reset|image)$/.test(type) ||
    (element.localName === 'a' && /btn|button/.test(get('class')));
  return {
    tag: element.localName,
    class: get('class'),
    name: get('name'),
    id: element.id.toLowerCase(),
    href: get('href'),
    alt: get('alt'),
    xpath: xpathOf(element, false),
    idXpath: xpathOf(element, true),
    isButton,
    x: box.x,
    y: box.y,
    area: box.width * box.height,
    shape: box.height ? box.width / box.height : 0,
    text: textOf(element),
    neighbours: near,
  };
}

const same = (a: string, b: string): number => (a !== '' && a === b ? 1 : 0);

function levenshtein(a: string, b: string): number {
  if (!a || !b) return 0;
  if (a === b) return 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length);
}

function near(a: number, b: number): number {
  const most = Math.max(a, b);
  return most <= 0 ? 0 : Math.min(a, b) / most;
}

function score(a: Properties, b: Properties): number {
  const distance = Math.hypot(a.x - b.x, a.y - b.y);
  const words = new Set(b.neighbours);
  const shared = a.neighbours.length
    ? a.neighbours.filter((word) => words.has(word)).length /
      Math.max(a.neighbours.length, b.neighbours.length)
    : 0;
  return (
    WEIGHTS.tag * same(a.tag, b.tag) +
    WEIGHTS.class * levenshtein(a.class, b.class) +
    WEIGHTS.name * same(a.name, b.name) +
    WEIGHTS.id * same(a.id, b.id) +
    WEIGHTS.href * levenshtein(a.href, b.href) +
    WEIGHTS.alt * levenshtein(a.alt, b.alt) +
    WEIGHTS.xpath * levenshtein(a.xpath, b.xpath) +
    WEIGHTS.idXpath * levenshtein(a.idXpath, b.idXpath) +
    WEIGHTS.isButton * (a.isButton === b.isButton ? 1 : 0) +
    WEIGHTS.location * Math.max(0, 1 - distance / 1000) +
    WEIGHTS.area * near(a.area, b.area) +
    WEIGHTS.shape * near(a.shape, b.shape) +
    WEIGHTS.text * levenshtein(a.text, b.text) +
    WEIGHTS.neighbours * shared
  );
}

let known: { document: Document; all: { element: Element; properties: Properties }[] } | null = null;

export const similo = {
  name: 'Similo, top-1',
  fresh: (): void => {
    known = null;
  },
  capture: (element: Element): Properties => propertiesOf(element, new Map()),
  locate: (kept: Properties, document: Document): Element | null => {
    if (known?.document !== document) {
      const elements = Array.from(document.querySelectorAll(TAGS));
      const boxes = new Map(elements.map((one) => [one, one.getBoundingClientRect()]));
      known = {
        document,
        all: elements.map((element) => ({ element, properties: propertiesOf(element, boxes) })),
      };
    }
    let best: Element | null = null;
    let most = -1;
    for (const { element, properties } of known.all) {
      const points = score(kept, properties);
      if (points > most) [most, best] = [points, element];
    }
    return best;
  },
};

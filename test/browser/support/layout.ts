import type { CDPSession, Page } from 'puppeteer';

/**
 * What can be said of a layout whatever font it is drawn in, in words, one a fault: nothing scrolls sideways or sticks
 * out, no words are cut off, no two controls lie over each other, and each is 24 CSS pixels or more (WCAG 2.2, 2.5.8).
 * Runs in the page; `root` is the document or our closed root in somebody else's page.
 */
export function layoutFaults(root: Document | ShadowRoot): string[] {
  const faults: string[] = [];
  const width = document.documentElement.clientWidth;
  const CONTROLS =
    'a[href], button, input, select, textarea, summary, [contenteditable="true"], [role="tab"]';

  const all = [...deep(root)].filter(isSeen);
  const scrolling = document.scrollingElement;
  if (root === document && scrolling && scrolling.scrollWidth > scrolling.clientWidth)
    faults.push(`the page scrolls sideways: ${scrolling.scrollWidth} in ${scrolling.clientWidth}`);
  for (const each of all) {
    if (each instanceof SVGElement && each.localName !== 'svg') continue;
    const { left, right } = each.getBoundingClientRect();
    if ((right > width + 1 || left < -1) && !clipOf(each)) faults.push(`${name(each)} sticks out`);
    const cut = cutOff(each);
    if (cut) faults.push(`${name(each)} is cut off: ${cut}`);
  }
  const controls = all
    .filter((each) => each.matches(CONTROLS))
    .map((each) => ({ each, box: shown(each) }))
    .filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1);
  for (const [index, { each, box }] of controls.entries()) {
    for (const other of controls.slice(index + 1)) {
      if (isInside(each, other.each) || isInside(other.each, each)) continue;
      const x = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const y = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (x > 2 && y > 2) faults.push(`${name(each)} lies over ${name(other.each)}`);
    }
    const target = each.matches('input') ? (each.closest('label') ?? each) : each;
    const size = target.getBoundingClientRect();
    const small = Math.min(size.width, size.height) < 23.5;
    if (small && !isInWords(each)) faults.push(`${name(each)} is small: ${size.width}x${size.height}`);
  }
  return [...new Set(faults)];

  function* deep(node: Document | ShadowRoot): Generator<Element> {
    for (const each of node.querySelectorAll('*')) {
      yield each;
      if (each.shadowRoot) yield* deep(each.shadowRoot);
    }
  }

  function isSeen(each: Element): boolean {
    const { width, height, bottom } = each.getBoundingClientRect();
    // A pixel or two: there for a screen reader, or until it has the focus.
    if (width <= 2 || height <= 2 || bottom < 0) return false;
    if (each.closest('.gj-hidden, .skip, .rings, option, [aria-hidden="true"]')) return false;
    return each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  /** The nearest box around it that hides what does not fit in it. */
  function clipOf(each: Element): Element | null {
    for (
      let at = around(each);
      at && at !== document.documentElement && at !== document.body;
      at = around(at)
    )
      if (getComputedStyle(at).overflow !== 'visible') return at;
    return null;
  }

  function around(each: Element): Element | null {
    return each.parentElement ?? (each.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }

  /** What of it is to be seen, in the boxes around it. */
  function shown(each: Element) {
    let { left, right, top, bottom } = each.getBoundingClientRect();
    for (let at = clipOf(each); at; at = clipOf(at)) {
      const box = at.getBoundingClientRect();
      [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { left, right, top, bottom };
  }

  function cutOff(each: Element): string | null {
    const style = getComputedStyle(each);
    if (each instanceof HTMLInputElement && each.placeholder && !each.value) {
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return null;
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const room =
        each.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const wanted = pen.measureText(each.placeholder).width;
      return wanted > room + 1
        ? `"${each.placeholder}" needs ${Math.ceil(wanted)}, has ${Math.floor(room)}`
        : null;
    }
    const words = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!words || !(each instanceof HTMLElement) || each.closest('textarea, select, pre')) return null;
    // Said in full where the mouse rests on it, and to a screen reader anyway.
    if (each.closest('[title]')) return null;
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    if (hides(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
      return `${each.scrollWidth} wide in ${each.clientWidth}`;
    const clamped = style.getPropertyValue('-webkit-line-clamp') !== 'none';
    if (hides(style.overflowY) && !clamped && each.scrollHeight > each.clientHeight + 3)
      return `${each.scrollHeight} high in ${each.clientHeight}`;
    return null;
  }

  function isInside(each: Element, other: Element): boolean {
    for (let at: Element | null = each; at; at = around(at)) if (at === other) return true;
    return false;
  }

  /** A link in a sentence is as high as its line; the criterion lets it be. */
  function isInWords(each: Element): boolean {
    return (
      each.localName === 'a' && getComputedStyle(each).display.startsWith('inline') && !each.closest('nav')
    );
  }

  function name(each: Element): string {
    const words = (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().replace(/\s+/g, ' ');
    const kind = each.getAttribute('class')?.split(' ')[0];
    return `${each.localName}${kind ? `.${kind}` : ''} "${words.slice(0, 30)}"`;
  }
}

/** Controls that look the same with the focus as without. Runs in the page, after a key has been pressed there. */
export function ringless(root: Document | ShadowRoot): string[] {
  const looks = (each: Element): string => {
    const parts: string[] = [];
    let at: Element | null = each;
    for (let up = 0; at && up < 4; up++, at = at.parentElement) {
      const { outlineStyle, outlineWidth, outlineColor, borderColor, boxShadow } = getComputedStyle(at);
      const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      parts.push(`${outline}|${borderColor}|${boxShadow}`);
    }
    return parts.join();
  };
  const faults: string[] = [];
  const look = (node: Document | ShadowRoot): void => {
    for (const each of node.querySelectorAll<HTMLElement>('*')) {
      if (each.shadowRoot) look(each.shadowRoot);
      if (!each.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]')) continue;
      if (!each.checkVisibility({ visibilityProperty: true }) || each.matches(':disabled')) continue;
      // Reached by arrows; the browser draws no ring on it for a script.
      if (each.tabIndex < 0) continue;
      each.blur();
      const before = looks(each);
      each.focus({ preventScroll: true });
      if (!each.matches(':focus') || looks(each) !== before) continue;
      faults.push(`${each.localName}.${each.className} "${each.textContent?.trim().slice(0, 30)}"`);
    }
  };
  look(root);
  return faults;
}

/** As with letters twice as large and nothing else. Runs in the page. */
export function doubleLetters(root: Document | ShadowRoot): void {
  const found: [HTMLElement | SVGElement, number][] = [];
  const look = (node: Document | ShadowRoot): void => {
    for (const each of node.querySelectorAll<HTMLElement>('*')) {
      found.push([each, Number.parseFloat(getComputedStyle(each).fontSize)]);
      // An example in a field; what the field is for is in its label.
      if (each instanceof HTMLInputElement) each.placeholder = '';
      if (each.shadowRoot) look(each.shadowRoot);
    }
  };
  look(root);
  for (const [each, size] of found) each.style.setProperty('font-size', `${size * 2}px`, 'important');
}

type Check<T> = (root: Document | ShadowRoot) => T;

export const inPage =
  (page: Page) =>
  <T>(check: Check<T>): Promise<T> =>
    page.evaluate(`(${check})(document)`) as Promise<T>;

interface Node {
  nodeId: number;
  nodeName: string;
  children?: Node[];
  shadowRoots?: Node[];
}

/** In the closed root of the overlay, which only the debugger reaches. */
export const inOverlay =
  (client: CDPSession) =>
  async <T>(check: Check<T>): Promise<T> => {
    const { root } = await client.send('DOM.getDocument', { depth: 2, pierce: true });
    const html = (root as Node).children?.find(({ nodeName }) => nodeName === 'HTML');
    const shadow = html?.children?.find(({ nodeName }) => /^GJ-/.test(nodeName))?.shadowRoots?.[0];
    if (!shadow) throw new Error('there is no overlay');
    const { object } = await client.send('DOM.resolveNode', { nodeId: shadow.nodeId });
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      objectId: object.objectId as string,
      returnByValue: true,
      functionDeclaration: `function () { return (${check})(this); }`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };

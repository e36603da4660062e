import { type ComponentChild, h, render } from 'preact';
import { TextContext } from '../shared/ui/text/context.ts';
import type { Text } from '../shared/ui/text/index.ts';
import type { Lang } from '../shared/ui/text/lang.ts';

/** The language of an element and what of it was fetched. */
export interface Spoken {
  lang: Lang;
  texts: Partial<Text>;
  /** Fetches the texts of all that is not on the page at first, into `texts`. */
  more(): Promise<Partial<Text>>;
}

/** A sheet for all elements of a kind. Constructed sheets need no `style-src` in the page's policy. */
export function sheet(...css: string[]): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css.join('\n'));
  return made;
}

export function wear(root: ShadowRoot, sheet: CSSStyleSheet): void {
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

export function draw(
  root: ShadowRoot,
  { lang, texts }: Pick<Spoken, 'lang' | 'texts'>,
  styles: CSSStyleSheet,
  view: ComponentChild,
): void {
  if (!root.adoptedStyleSheets.includes(styles))
    root.adoptedStyleSheets = [styles, ...root.adoptedStyleSheets];
  render(h(TextContext.Provider, { value: texts }, h('div', { class: 'gj', lang }, view)), root);
}

export function clear(root: ShadowRoot): void {
  render(null, root);
}

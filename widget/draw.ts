import { type ComponentChild, h, render } from 'preact';
import { type HelpText, TextContext } from '../shared/ui/text/context.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import { ko } from './text/ko.ts';

/** Korean is built in; another language is fetched when a page asks for it. */
async function textOf(lang: Lang): Promise<HelpText> {
  if (lang === 'en') return (await import('./text/en.ts')).en;
  if (lang === 'ja') return (await import('./text/ja.ts')).ja;
  return ko;
}

/** A sheet for all elements of a kind. Constructed sheets need no `style-src` in the page's policy. */
export function sheet(...css: string[]): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css.join('\n'));
  return made;
}

export async function draw(
  root: ShadowRoot,
  lang: Lang,
  styles: CSSStyleSheet,
  view: ComponentChild,
): Promise<void> {
  const texts = await textOf(lang);
  if (!root.adoptedStyleSheets.includes(styles))
    root.adoptedStyleSheets = [styles, ...root.adoptedStyleSheets];
  render(h(TextContext.Provider, { value: texts }, h('div', { class: 'gj', lang }, view)), root);
}

export function clear(root: ShadowRoot): void {
  render(null, root);
}

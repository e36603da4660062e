import type { Brand } from '../shared/bundle/index.ts';
import { brandRule } from '../shared/ui/brand.ts';

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** The publisher's colour in a root of ours. What the page around says of our element stays stronger. */
export function dress(root: ShadowRoot, brand: Brand | undefined): void {
  let sheet = sheets.get(root);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(root, sheet);
    root.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(brandRule(':host', brand?.color));
}

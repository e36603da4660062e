import type { Astray } from './astray.ts';
import type { CardView } from './card-view.ts';
import type { WalkText } from './text.ts';

/** A step that cannot be shown here, in words: why, and what can be done. */
export function astrayView(view: CardView, astray: Astray, t: WalkText): CardView {
  const words = t.walk.astray;
  const label = view.step?.labels.at(-1) ?? '';
  switch (astray.kind) {
    case 'signed-out':
      return { ...view, hint: words.signedOut, detail: words.signedOutHow };
    case 'rights':
      return { ...view, hint: words.rights, detail: words.rightsHow(astray.words) };
    case 'elsewhere':
      return { ...view, hint: words.place(astray.place), detail: words.placeHow, way: astray.way };
    case 'hidden':
      return { ...view, hint: words.hidden(label), detail: words.hiddenHow };
    case 'changed':
      return { ...view, detail: `${words.changed(astray.place)} ${words.own}` };
    case 'start':
      return { ...view, detail: `${words.start} ${words.own}` };
    case 'unknown':
      return { ...view, detail: `${t.walk.notFoundWhy} ${words.own}` };
  }
}

import { inlineText } from '../../shared/article/index.ts';
import type { CardView } from './card-view.ts';
import type { WalkText } from './text.ts';

/**
 * What a screen reader says of a card: the same words as long as the step is the same, so that it is said once. What
 * the page looks like meanwhile is not said; it is on the card for whoever goes there.
 */
export function announcement(view: CardView, t: WalkText): string {
  const newer = view.newer && t.walk.newer[view.newer];
  if (!view.step) return sentences(view.hint, view.detail, newer);
  const danger = view.step.danger && t.walk[view.step.danger];
  const progress = t.walk.progress(view.at, view.of);
  return sentences(newer, progress, inlineText(view.step.text), danger, view.step.caution);
}

/** What cannot wait: a press that was held, a step that cannot be done here. */
export function urgent(view: CardView, t: WalkText): string {
  if (view.held?.kind === 'risk') return sentences(t.walk.risk.head, t.walk.risk.goOn);
  if (view.held?.kind === 'leave') return sentences(t.walk.leave.head, t.walk.leave.goOn);
  return view.tone === 'missing' ? sentences(view.hint, view.detail) : '';
}

const sentences = (...texts: (string | null)[]): string =>
  texts.flatMap((text) => (text ? [text.trim().replace(/[.。]$/u, '')] : [])).join('. ');

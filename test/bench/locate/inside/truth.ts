/** When an answer counts as right: the node, its label, the same thing to click, or a box around it of its size. */
const CLICKABLE =
  'a,button,label,summary,[role="button"],[role="tab"],[role="link"],[role="menuitem"],option,select';

export function isRight(answer: Element, truth: Element): boolean {
  if (answer === truth) return true;
  const labels = (one: Element): Element[] => Array.from((one as HTMLInputElement).labels ?? []);
  if (labels(truth).includes(answer) || labels(answer).includes(truth)) return true;
  const clickable = truth.closest(CLICKABLE);
  if (clickable && clickable === answer.closest(CLICKABLE) && clickable.localName !== 'label') return true;
  if (answer.parentElement !== truth && truth.parentElement !== answer) return false;
  const a = answer.getBoundingClientRect();
  const b = truth.getBoundingClientRect();
  const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (w <= 0 || h <= 0) return false;
  return (w * h) / (a.width * a.height + b.width * b.height - w * h) >= 0.5;
}

import type { Guide, Outcome, Step, Walkthrough } from '../../shared/guide/index.ts';
import { controlOf, isOn, shownIn, squeeze } from './control.ts';
import type { Look } from './scene.ts';

export type Proof =
  | { known: true; ok: boolean; found: string | null }
  /** The page in front of the admin does not show what was saved. */
  | { known: false };

/**
 * Reads what a finished guide has changed from the page. Meaningful only on a page that was loaded after the
 * save; the caller sees to that.
 */
export function prove(guide: Guide, walk: Walkthrough, look: Look, isHere: (step: Step) => boolean): Proof {
  const parts = guide.outcome.map((outcome) => proveOne(guide, walk, outcome, look, isHere));
  if (parts.length === 0 || parts.some((part) => !part.known)) return { known: false };
  const wrong = parts.find((part) => part.known && !part.ok);
  return wrong ?? { known: true, ok: true, found: foundOf(parts) };
}

const foundOf = (parts: Proof[]): string | null =>
  parts.flatMap((part) => (part.known && part.found ? [part.found] : [])).join(', ') || null;

function proveOne(
  guide: Guide,
  walk: Walkthrough,
  outcome: Outcome,
  look: Look,
  isHere: (step: Step) => boolean,
): Proof {
  const step = guide.steps.find((each) => each.id === outcome.step);
  if (!step) return { known: false };
  // Left out by the admin's own choice: nothing to prove.
  if (walk.states[step.id] === 'skipped') return { known: true, ok: true, found: null };
  if (outcome.kind === 'chosen') {
    const chosen = walk.chosen[step.id];
    // On another page the row is missing too, and that would prove nothing.
    if (!chosen || !isHere(step)) return { known: false };
    const there = listed(chosen);
    if (there === null) return { known: false };
    return { known: true, ok: there === outcome.present, found: chosen };
  }
  const { match, holds } = look(step);
  if (holds === null || !match.element) return { known: false };
  const typed = step.action === 'fill' ? walk.chosen[step.id] : undefined;
  if (typed !== undefined) {
    const shown = shownIn(controlOf(match.control ?? match.element))?.trim() ?? '';
    return { known: true, ok: shown === typed, found: shown };
  }
  return {
    known: true,
    ok: holds,
    found: holds ? (step.labels.at(-1) ?? null) : shownInstead(match.control ?? match.element),
  };
}

/** What the page has where the wanted choice is not: the other radio's words, or the field's value. */
function shownInstead(element: Element): string | null {
  const control = controlOf(element);
  if (control instanceof HTMLInputElement && control.type === 'radio') {
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
      (other) => other.name === control.name && other.form === control.form,
    );
    const chosen = group.find((other) => isOn(other));
    return squeeze(chosen?.labels?.[0]?.textContent ?? chosen?.value ?? '') || null;
  }
  return shownIn(control);
}

/**
 * Whether some row of a visible list holds all words of `chosen`; null when the page shows no list at all. The
 * same person may be written with other signs between name and address in another table, so words are compared.
 */
function listed(chosen: string): boolean | null {
  const wanted = chosen.split(/[\s()<>[\]·,|/]+/).filter((word) => word.length >= 2);
  const visible = (selector: string) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const lists = visible('table, [role="table"], [role="grid"], [role="list"], main ul, main ol');
  // A list that is still being filled lacks everything.
  if (lists.length === 0 || wanted.length === 0 || visible('[aria-busy="true"]').length > 0) return null;
  const rows = visible('tr, [role="row"], [role="listitem"], main li');
  return rows.some((row) => {
    const text = row.textContent ?? '';
    return wanted.every((word) => text.includes(word));
  });
}

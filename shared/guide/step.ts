import type { Inline } from '../article/node.ts';

/** What one step asks the admin to do. The vocabulary is closed: a guide is data, never a script. */
export const ACTIONS = [
  'click',
  'fill',
  'select',
  'check',
  'uncheck',
  'open-menu-path',
  'goto-url',
  'save',
  'confirm',
  'read',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * The state on the page that shows a step to be done, read from the step's own target.
 * `null` means that only the admin's act can tell.
 */
export type Done =
  | { kind: 'on' } // radio chosen, box ticked, switch on
  | { kind: 'off' }
  | { kind: 'value'; value: string } // the field or list shows this
  | { kind: 'filled' } // the field is no longer empty; its content is the admin's own
  | { kind: 'shown'; text: string } // the page shows these words
  /**
   * A list of the page has (or no longer has) a row with these words; with `text` null the words are those that the
   * admin typed or picked during `step`.
   */
  | { kind: 'row'; text: string | null; step: string | null; present: boolean };

/** How bad a slip would be: it is said before the click. */
export type Danger = 'irreversible' | 'everyone';

export interface Step {
  /** Stable within its guide: `s1`, `s2` … */
  id: string;
  action: Action;
  /** The target as written, outermost first; empty when the manual names an object and no label. */
  labels: string[];
  /** Where the target is: section, dialog, neighbour. */
  within: string[];
  /** What to type or choose, when the manual says so. */
  value: string | null;
  optional: boolean;
  /** `g1.a`: branch a of alternative g1; steps of different branches are never both walked. */
  alternative: string | null;
  /** What may go wrong, from the manual's own cautions. */
  caution: string | null;
  danger: Danger | null;
  /** What the card shows. */
  text: Inline[];
  /** Why the compiler is not sure of the target; then the walkthrough asks instead of pointing. */
  unsure: string | null;
  done: Done | null;
  /**
   * What was recorded of the target on a real console, beside the words: JSON text of a fingerprint, at most 4 kB.
   * Opaque here; the page hands it to the locator.
   */
  recorded: string | null;
  /** 1-based line of the manual. */
  line: number;
}

/**
 * What a recorded target knows its step by. It survives a reworded sentence and a step put in between, and is
 * lost when the label itself is written anew: then the target has to be looked at again anyway.
 */
export const stepKey = ({ action, labels }: Pick<Step, 'action' | 'labels'>): string =>
  [action, labels.join(' > ')].join(' ').trim();

/** Which of the steps with the same key it is, from 1. */
export function nthOfKey(steps: readonly Step[], step: Step): number {
  const key = stepKey(step);
  return steps.slice(0, steps.indexOf(step) + 1).filter((each) => stepKey(each) === key).length;
}

/**
 * What must be true on the page when a guide has been followed and saved.
 * `chosen`: the object that the admin picked during `step` is in (or is gone from) what the page lists.
 */
export type Outcome = { kind: 'step'; step: string } | { kind: 'chosen'; step: string; present: boolean };

export interface Guide {
  id: string;
  /** Id of the article that comes from the same manual. */
  article: string;
  lang: string;
  title: string;
  console: string | null;
  steps: Step[];
  outcome: Outcome[];
}

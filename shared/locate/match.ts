import type { Action } from '../guide/index.ts';
import type { State } from './sight.ts';

/** A target as a manual names it. */
export interface Wanted {
  action: Action;
  /** Outermost first; for `open-menu-path` every segment may be the target. */
  labels: string[];
  /** Section, dialog, row or neighbour. */
  within?: string[];
  /** For `select`: what to choose. */
  value?: string | null;
  /** BCP 47 of the manual. */
  locale?: string;
  /** Labels that mean the same on this console, from its console.yaml. */
  synonyms?: string[][];
}

/** Why an answer is what it is. Interfaces turn these codes into sentences. */
export type Why =
  | 'found'
  | 'other-words' // a near-synonym or a part of the words
  | 'menu-closed' // an earlier segment of the path is shown instead
  | 'place-not-seen' // right words, but the place that the manual names is not on the page
  | 'role-unusual' // right words on something that does not look usable that way
  | 'behind-dialog' // an open dialog is in the way
  | 'disabled'
  | 'covered'
  | 'hidden' // it is in the page, and not shown now
  | 'several' // more than one fits
  | 'several-rows' // one in every row, and no row was named
  | 'no-such-words'
  | 'no-target'; // the step needs no element

export interface Candidate {
  element: Element;
  /** 0 … 1 */
  score: number;
  state: State;
  /** Codes of what speaks for and against it: `name`, `synonym`, `part`, `role`, `within`, `row`, `-place`, … */
  reasons: string[];
  /** The form control when `element` is the visible label of one that is not drawn. */
  control: Element | null;
}

export interface Match {
  verdict: 'certain' | 'probable' | 'ambiguous' | 'missing';
  element: Element | null;
  /** The form control behind `element`; the same element for a control that is drawn. */
  control: Element | null;
  /** Best first, at most 40. */
  candidates: Candidate[];
  reason: Why;
  /** Index in `labels` of what was found. */
  segment: number;
}

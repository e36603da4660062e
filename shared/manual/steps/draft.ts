import type { Inline } from '../../article/node.ts';
import type { Action, Danger } from '../../guide/step.ts';
import type { SourceLine } from '../parse/source-line.ts';

/** Why a target is not sure. */
export type Unsure = 'unmarked' | 'lost-icon' | 'placeholder' | 'position';

/** One act named by a clause, before the document around it has been looked at. */
export interface Act {
  action: Action;
  labels: string[];
  within: string[];
  value: string | null;
  unsure: Unsure | null;
  /** `또는`: this act is one of several that do the same; equal numbers within a sentence belong together. */
  choice: { group: number; branch: number } | null;
  /** 할 수 있습니다, …하려면: the sentence leaves it open. */
  open: boolean;
  /** 클릭하면 …: the clause goes on with what happens. */
  result: boolean;
  /** The clause as a sentence of its own, masked. */
  text: string;
  /** The same for the card, with its labels; set once the line is read. */
  card?: Inline[];
}

/** An act with its line. */
export interface Draft extends Act {
  source: SourceLine;
  optional: boolean;
  alternative: string | null;
  caution: string | null;
  danger: Danger | null;
}

import type { Inline } from '../../shared/article/index.ts';
import {
  type Guide,
  type HeldPress,
  type Receipt,
  type Step,
  stateOf,
  type Walkthrough,
  walkable,
} from '../../shared/guide/index.ts';

/** What the card says: words and choices only, no reference to the page. */
export interface CardView {
  title: string;
  /** 1-based place of the step in front of the admin, and how many there are. */
  at: number;
  of: number;
  /** Share of the steps that are behind the admin, 0 … 1. */
  progress: number;
  step: Step | null;
  /** How many steps were so already, while the admin has not acted since that was found; else 0. */
  already: number;
  /** What is published has changed since; said when the guide is taken up again, and at its end. */
  newer: 'changed' | 'gone' | null;
  risk: RiskView | null;
  /** A press that is being held. */
  held: HeldPress | null;
  /** What to know about the target, or about the end. */
  hint: string | null;
  /** More of it, smaller. */
  detail: string | null;
  tone: 'plain' | 'ask' | 'missing' | 'ok' | 'wrong' | 'busy';
  /** Yes/no about the dashed ring. */
  asks: boolean;
  branches: { id: string; words: string }[];
  /** Menus on the way to where the step happens, when the admin is elsewhere. */
  way: string[];
  end: Walkthrough['phase'] | null;
  /** The end can be proved by loading the page again. */
  canReload: boolean;
  /** What the open save is called, while a way is held that would lose a change. */
  saveLabel: string | null;
  receipt: Receipt | null;
  /** Record of the walkthrough that this one has put back. */
  earlier: Receipt | null;
  lang: string;
  /** At the end: whether a way back can be shown, or why not. */
  putBack: { can: boolean; why: string | null } | null;
}

/** What a step may do: what, for whom, and how to go back. */
export interface RiskView {
  danger: Step['danger'];
  caution: Inline[];
  back: string | null;
}

/** What every card has. */
export function frame(guide: Guide, walk: Walkthrough): CardView {
  const steps = walkable(guide, walk);
  const at = steps.findIndex((step) => step.id === walk.at);
  const passed = steps.filter((step) => stateOf(walk, step) !== 'todo').length;
  return {
    title: guide.title,
    at: at < 0 ? steps.length : at + 1,
    of: steps.length,
    progress: steps.length === 0 ? 1 : passed / steps.length,
    step: null,
    already: walk.news ? (walk.already?.length ?? 0) : 0,
    newer: null,
    risk: null,
    held: null,
    hint: null,
    detail: null,
    tone: 'plain',
    asks: false,
    branches: [],
    way: [],
    end: null,
    canReload: false,
    saveLabel: null,
    receipt: null,
    earlier: null,
    lang: guide.lang,
    putBack: null,
  };
}

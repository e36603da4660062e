import {
  advance,
  begin,
  type Guide,
  type Step,
  type WalkEvent,
  type Walkthrough,
} from '../../../shared/guide/index.ts';

export const step = (id: string, over: Partial<Step> = {}): Step => ({
  id,
  action: 'click',
  labels: [id],
  within: [],
  value: null,
  optional: false,
  alternative: null,
  caution: null,
  danger: null,
  text: [],
  unsure: null,
  done: null,
  recorded: null,
  line: 1,
  ...over,
});

export const guide = (steps: Step[], outcome: Guide['outcome'] = []): Guide => ({
  id: 'g',
  article: 'g',
  lang: 'ko',
  title: '안내',
  console: 'hiworks',
  steps,
  outcome,
});

export const START = new Date('2026-11-21T09:00:00Z');

/** A walkthrough after some events. */
export const walk = (of: Guide, ...events: WalkEvent[]): Walkthrough =>
  events.reduce((now, event) => advance(of, now, event), begin(of, START));

export const did = (id: string, over: { chosen?: string; time?: number } = {}): WalkEvent => ({
  type: 'did',
  step: id,
  ...over,
});
export const holds = (id: string, is = true): WalkEvent => ({ type: 'holds', step: id, holds: is });
export const next: WalkEvent = { type: 'next' };
export const back: WalkEvent = { type: 'back' };
export const skip: WalkEvent = { type: 'skip' };
export const goto = (id: string): WalkEvent => ({ type: 'goto', step: id });
export const branch = (group: string, name: string): WalkEvent => ({ type: 'branch', group, branch: name });
export const proved = (ok: boolean, found: string | null = null): WalkEvent => ({
  type: 'proved',
  ok,
  found,
});

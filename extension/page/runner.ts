import { type Step, stateOf, type WalkEvent, walkable } from '../../shared/guide/index.ts';
import { capture } from '../../shared/locate/index.ts';
import { type ActiveWalk, call, callAgain, onNotice } from '../platform/messages.ts';
import { actOf, targets } from './acts.ts';
import { prove } from './prove.ts';
import { arrived, atPlace, type Look, looker, type Sighting, seamOf } from './scene.ts';
import { type WalkText, walkText } from './text.ts';
import { type CardView, endView, stepView } from './view.ts';
import { type Watching, watchPage } from './watch-page.ts';

/** What is to be drawn. */
export interface Picture {
  view: CardView;
  /** Words in the language of the interface. */
  text: WalkText;
  rings: Element[];
  kind: 'sure' | 'ask' | 'choice';
  /** What the page shows of the step, for the frame around this one; null at the end. */
  seen: (Sighting & { confirmed: boolean }) | null;
}

/** How long a page has to be still before what it lacks counts as missing. */
const STILL = 1_200;
/** Least time between two looks at a page that keeps changing. */
const REST = 150;
const MOST_RINGS = 12;
/** Events that may be told twice without harm. `next` said twice would leave out a step. */
const TWICE = new Set<WalkEvent['type']>(['did', 'holds', 'goto', 'branch', 'proved', 'pause', 'resume']);

/**
 * Follows one walkthrough on this page: looks for the step's target, notices what the admin does, tells the
 * background, and draws what comes back. Keeps no truth of its own.
 */
export class Runner {
  readonly #ignore: (element: Element) => boolean;
  readonly #draw: (picture: Picture | null) => void;
  readonly #stop: AbortController;
  #active: ActiveWalk | null = null;
  /** Steps whose probable target the admin has confirmed, and elements that were refused. */
  readonly #confirmed = new Map<string, Element>();
  readonly #refused = new WeakSet<Element>();
  #changedAt = performance.now();
  #stillTimer: ReturnType<typeof setTimeout> | undefined;
  #watching: Watching | null = null;

  constructor(
    ignore: (element: Element) => boolean,
    draw: (picture: Picture | null) => void,
    stop: AbortController,
  ) {
    this.#ignore = ignore;
    this.#draw = draw;
    this.#stop = stop;
  }

  async start(): Promise<void> {
    const { signal } = this.#stop;
    onNotice((notice) => {
      if (notice.notice === 'walk') this.take(notice.active);
    }, signal);
    this.#watching = watchPage(
      () => {
        this.#changedAt = performance.now();
        this.look();
      },
      REST,
      signal,
    );
    this.#watching.hear(['click', 'change'], (event) => this.#onAct(event));
    signal.addEventListener('abort', () => clearTimeout(this.#stillTimer), { once: true });
    await this.#ask();
  }

  /** The background's word on how things stand. */
  take(active: ActiveWalk | null): void {
    if (this.#stop.signal.aborted) return;
    this.#active = active;
    if (!active || active.walk.paused) {
      this.#stop.abort();
      this.#draw(null);
      return;
    }
    this.look();
  }

  async tell(event: WalkEvent): Promise<void> {
    try {
      this.take(await (TWICE.has(event.type) ? callAgain('walk/event', event) : call('walk/event', event)));
    } catch {
      await this.#ask();
    }
  }

  /** How things stand, after an answer was lost. Nobody there: the extension was updated or removed under us. */
  async #ask(): Promise<void> {
    try {
      this.take(await callAgain('walk/state'));
    } catch {
      this.#stop.abort();
      this.#draw(null);
    }
  }

  answer(yes: boolean): void {
    const active = this.#active;
    const step = this.#step();
    if (!active || !step) return;
    const { match } = looker(active, this.#passOver)(step);
    const target = match.element;
    if (target && yes) {
      this.#confirmed.set(step.id, target);
      const reason = match.verdict === 'certain' ? 'unsure' : match.reason;
      // What only stands in the way now is no fault of the words.
      const clear = !['behind-dialog', 'disabled', 'covered'].includes(reason);
      if (clear && match.segment === step.labels.length - 1)
        void this.#keep(step, match.control ?? target, reason);
    }
    if (target && !yes) this.#refused.add(target);
    this.look();
  }

  /** The admin has pointed at what a step means: kept, so that it need not be asked again. */
  async #keep(step: Step, element: Element, reason: string): Promise<void> {
    try {
      const fingerprint = JSON.stringify(capture(element, document, seamOf(this.#ignore)));
      const active = await call('walk/repair', { step: step.id, fingerprint, reason });
      if (active && active.walk.guide === this.#active?.walk.guide) this.take(active);
    } catch {
      // Then it is asked again next time; the walkthrough goes on.
    }
  }

  /** Our own overlay, and what the admin has said is not meant. */
  readonly #passOver = (element: Element): boolean => this.#ignore(element) || this.#refused.has(element);

  /** How things stand; null before the background has said so. */
  get active(): ActiveWalk | null {
    return this.#active;
  }

  branch(branch: string): void {
    const [group] = this.#step()?.alternative?.split('.') ?? [];
    if (group) void this.tell({ type: 'branch', group, branch });
  }

  /** Opens the manual itself, where the page does not show what the step is about. */
  async read(): Promise<void> {
    const article = this.#active?.guide.article;
    if (article) await call('panel/open', { view: 'article', article });
  }

  /** Back to where the value is set, when reading back showed that it was not saved. */
  again(): void {
    const first = this.#active?.guide.outcome[0]?.step;
    if (first) void this.tell({ type: 'goto', step: first });
  }

  #step(): Step | null {
    const { guide, walk } = this.#active ?? {};
    return guide?.steps.find((step) => step.id === walk?.at) ?? null;
  }

  /** One look at the page: what is already so, where the target is, what to draw. */
  look(): void {
    const active = this.#active;
    if (!active) return;
    const look = looker(active, this.#passOver);
    this.#watching?.at(look.trees());
    if (this.#notice(active, look)) return;
    const step = this.#step();
    if (step) this.#drawStep(active, look(step));
    else this.#drawEnd(active, look);
  }

  /** Tells the background what the page shows to be done or undone. True when something was told. */
  #notice(active: ActiveWalk, look: Look): boolean {
    const { guide, walk } = active;
    // A tab behind may show what was true before the admin went on in the one in front.
    if (walk.phase !== 'walking' || document.visibilityState !== 'visible') return false;
    const way = arrived(active, look);
    if (way) {
      void this.tell({ type: 'did', step: way });
      return true;
    }
    const steps = walkable(guide, walk);
    const current = steps.findIndex((step) => step.id === walk.at);
    for (const [index, step] of steps.entries()) {
      // Choices far ahead may belong to another screen with the same words; they are read when they come up.
      if (!step.done || step.done.kind === 'filled' || index > current) continue;
      const state = stateOf(walk, step);
      const { holds } = look(step);
      // What may go wrong has to be read, also where the page is already so.
      if (holds === true && index === current && (step.caution || step.danger)) continue;
      if ((holds === true && state === 'todo') || (holds === false && state === 'done')) {
        void this.tell({ type: 'holds', step: step.id, holds });
        return true;
      }
    }
    return false;
  }

  #drawStep(active: ActiveWalk, seen: Sighting): void {
    const t = wordsOf(active);
    const { match, step } = seen;
    const confirmed = match.element !== null && this.#confirmed.get(step.id) === match.element;
    const view = stepView(active, seen, confirmed, t);
    // A page that is still building itself is not told that it lacks something.
    if (view.tone === 'missing' && !this.#isStill()) {
      this.#draw({
        view: { ...view, hint: t.walk.seek, detail: null, tone: 'busy' },
        text: t,
        rings: [],
        kind: 'sure',
        seen: { ...seen, confirmed },
      });
      return;
    }
    const elements = view.branches.length > 1 || step.action === 'read' ? [] : ringed(seen);
    const kind = match.verdict === 'ambiguous' ? 'choice' : view.asks ? 'ask' : 'sure';
    this.#draw({ view, text: t, rings: elements, kind, seen: { ...seen, confirmed } });
  }

  #drawEnd(active: ActiveWalk, look: Look): void {
    const t = wordsOf(active);
    const { guide, walk } = active;
    const fresh = walk.savedAt === null || performance.timeOrigin > walk.savedAt;
    const still = this.#isStill();
    if (walk.phase === 'checking' && fresh && still) {
      const proof = prove(guide, walk, look, (step) => atPlace(active, step, look));
      if (proof.known) {
        void this.tell({ type: 'proved', ok: proof.ok, found: proof.found });
        return;
      }
    }
    const view = endView(active, { reload: !fresh, reading: !still }, t);
    this.#draw({ view, text: t, rings: [], kind: 'sure', seen: null });
  }

  #isStill(): boolean {
    const left = STILL - (performance.now() - this.#changedAt);
    if (document.readyState === 'complete' && left <= 0) return true;
    clearTimeout(this.#stillTimer);
    this.#stillTimer = setTimeout(() => this.look(), Math.max(left, 100) + 20);
    return false;
  }

  #onAct(event: Event): void {
    const active = this.#active;
    if (!event.isTrusted || !active || active.walk.phase !== 'walking') return;
    if (event.composedPath().some((node) => node instanceof Element && this.#ignore(node))) return;
    const look = looker(active, this.#passOver);
    const act = actOf(event, active, look);
    if (!act) return;
    const picked = pickedFrom(look(act.step), event);
    if (picked) void this.#keep(act.step, picked, 'several');
    void this.tell({
      type: 'did',
      step: act.step.id,
      time: Date.now(),
      ...(act.chosen && { chosen: act.chosen }),
    });
  }
}

const wordsOf = (active: ActiveWalk): WalkText => walkText(active.lang ?? navigator.language);

/** Of several that are named alike, the one that was used. One in every row is the admin's choice, not a place. */
function pickedFrom({ match, step }: Sighting, event: Event): Element | null {
  if (match.verdict !== 'ambiguous' || match.reason !== 'several') return null;
  if (match.segment < step.labels.length - 1) return null;
  const path = event.composedPath();
  const used = match.candidates.find(
    (one) => path.includes(one.element) || (one.control && path.includes(one.control)),
  );
  return used ? (used.control ?? used.element) : null;
}

/** What to ring: the drawn element, not the invisible control behind it. */
function ringed({ match }: Sighting): Element[] {
  if (match.verdict === 'missing') return [];
  if (match.verdict !== 'ambiguous') return match.element ? [match.element] : [];
  const drawn = new Set(match.candidates.map((one) => one.element));
  return targets(match)
    .filter((element) => drawn.has(element))
    .slice(0, MOST_RINGS);
}

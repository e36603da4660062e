import { type Step, stateOf, type WalkEvent } from '../../shared/guide/index.ts';
import { capture } from '../../shared/locate/index.ts';
import { type ActiveWalk, call, callAgain, isCutOff, onNotice } from '../platform/messages.ts';
import { type Act, actOf, targets } from './acts.ts';
import { astrayOf } from './astray.ts';
import { astrayView } from './astray-view.ts';
import { dangerAt } from './danger.ts';
import { endView } from './end-view.ts';
import { Hold } from './hold.ts';
import { observe } from './observe.ts';
import { prove, readAll } from './prove.ts';
import { concerns, readingOf } from './reading.ts';
import { Confirmation } from './said.ts';
import { sawOf } from './saw.ts';
import { atPlace, type Look, looker, placeOf, type Sighting, seamOf } from './scene.ts';
import { Still } from './still.ts';
import { type WalkText, walkText } from './text.ts';
import { Touched } from './touched.ts';
import { type CardView, stepView } from './view.ts';
import { type Watching, watchPage } from './watch-page.ts';

/** What is to be drawn. */
export interface Picture {
  view: CardView;
  /** Words in the language of the interface. */
  text: WalkText;
  rings: Element[];
  kind: 'sure' | 'ask' | 'choice';
  /** What was seen of the step in front; null at the end. */
  seen: (Sighting & { confirmed: boolean }) | null;
}

/** Least time between two looks at a page that keeps changing. */
const REST = 150;
const MOST_RINGS = 12;
/** Events that may be told twice without harm. `next` said twice would leave out a step. */
const TWICE = new Set<WalkEvent['type']>([
  'did',
  'holds',
  'seen',
  'goto',
  'branch',
  'held',
  'spared',
  'said',
  'proved',
  'pause',
  'resume',
]);

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
  readonly #still: Still;
  readonly #touched = new Touched();
  readonly #confirmation: Confirmation;
  /** Entries whose consequences were shown on this page, by step; a save that was warned of once is not again. */
  readonly #shown = new Map<string, string>();
  #target: Element | null = null;
  #watching: Watching | null = null;

  constructor(
    ignore: (element: Element) => boolean,
    draw: (picture: Picture | null) => void,
    stop: AbortController,
  ) {
    this.#ignore = ignore;
    this.#draw = draw;
    this.#stop = stop;
    this.#still = new Still(() => this.look(), stop.signal);
    this.#confirmation = new Confirmation(ignore);
  }

  async start(): Promise<void> {
    const { signal } = this.#stop;
    onNotice((notice) => {
      if (notice.notice === 'walk') this.take(notice.active);
    }, signal);
    this.#watching = watchPage(
      () => {
        this.#still.changed();
        this.look();
      },
      REST,
      signal,
    );
    // What is held never comes to be an act, so it has to be heard first.
    this.#hold(this.#watching, signal);
    this.#touched.listen(this.#watching);
    this.#watching.hear(['click', 'change'], (event) => this.#onAct(event));
    await this.#ask();
  }

  /** The background's word on how things stand. */
  take(active: ActiveWalk | null): void {
    if (this.#stop.signal.aborted) return;
    if (active?.walk.at !== this.#active?.walk.at) this.#still.begin();
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
      this.#withdraw();
    }
  }

  /** The extension was updated or taken away under us. The new one is put into the page by its own background. */
  #withdraw(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#draw(null);
  }

  answer(yes: boolean): void {
    const active = this.#active;
    const step = this.step;
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

  get step(): Step | null {
    const { guide, walk } = this.#active ?? {};
    return guide?.steps.find((step) => step.id === walk?.at) ?? null;
  }

  /** What is ringed now: the first of it can be gone to by keyboard. */
  get target(): Element | null {
    return this.#target;
  }

  branch(branch: string): void {
    const [group] = this.step?.alternative?.split('.') ?? [];
    if (group) void this.tell({ type: 'branch', group, branch });
  }

  /** Opens the manual itself, where the page does not show what the step is about. */
  async read(): Promise<void> {
    const article = this.#active?.guide.article;
    if (article) await call('panel/open', { view: 'article', article });
  }

  /** The way to support, with what was seen of the step that could not be shown. */
  async ask(): Promise<void> {
    const { step } = this;
    const active = this.#active;
    const { match } = active && step ? looker(active, this.#passOver)(step) : {};
    const saw = active && step && match ? sawOf(active, step, match, seamOf(this.#ignore)) : undefined;
    await call('panel/open', { view: 'inquiry', ...(saw && { saw }) });
  }

  /** Back to where the value is set, when reading back showed that it was not saved. */
  again(): void {
    const first = this.#active?.guide.outcome[0]?.step;
    if (first) void this.tell({ type: 'goto', step: first });
  }

  /** Looks anew, as if the page had just come up. */
  retry(): void {
    this.#still.begin();
    this.look();
  }

  /** One look at the page: what is already so, where the target is, what to draw. */
  look(): void {
    const active = this.#active;
    if (!active || this.#stop.signal.aborted) return;
    if (isCutOff()) {
      this.#withdraw();
      return;
    }
    const look = looker(active, this.#passOver);
    this.#watching?.at(look.trees());
    const here = hereOnce(active, look);
    const still = this.#still.isNow();
    const { event, controls } = observe(active, look, (step) => still && here(step));
    this.#touched.watch(controls);
    const said = this.#confirmation.heard(active);
    const news = event ?? (said && ({ type: 'said', ...said } as const));
    if (news) {
      void this.tell(news);
      return;
    }
    const { step } = this;
    if (step) this.#drawStep(active, look, look(step));
    else this.#drawEnd(active, look);
  }

  #drawStep(active: ActiveWalk, look: Look, found: Sighting): void {
    const text = wordsOf(active);
    const { match, step } = found;
    const confirmed = match.element !== null && this.#confirmed.get(step.id) === match.element;
    const seen = { ...found, confirmed };
    const told = stepView(active, seen, confirmed, text);
    const shown = { text, rings: [], kind: 'sure', seen } as const;
    this.#target = null;
    if (told.tone === 'missing') {
      // A page that is still building itself is not told that it lacks something.
      const view = this.#still.isNow()
        ? astrayView(told, astrayOf(active, found, look, this.#ignore), text)
        : { ...told, hint: text.walk.seek, detail: null, tone: 'busy' as const };
      this.#draw({ ...shown, rings: [], view });
      return;
    }
    const rings = told.branches.length > 1 || step.action === 'read' ? [] : ringed(found);
    this.#target = match.control ?? rings[0] ?? null;
    const kind = match.verdict === 'ambiguous' ? 'choice' : told.asks ? 'ask' : 'sure';
    this.#draw({ ...shown, view: told, rings, kind });
  }

  #drawEnd(active: ActiveWalk, look: Look): void {
    const text = wordsOf(active);
    const { guide, walk } = active;
    const fresh = walk.savedAt === null || performance.timeOrigin > walk.savedAt;
    const still = this.#still.isNow();
    if (walk.phase === 'checking' && fresh && still) {
      const proof = prove(guide, walk, look, (step) => atPlace(active, step, look));
      if (proof.known) {
        const now = readAll(guide, walk, look);
        void this.tell({ type: 'proved', ok: proof.ok, found: proof.found, now });
        return;
      }
    }
    const shown = walk.phase === 'checking' && !fresh ? shownNow(active, look) : null;
    const view = endView(active, { reload: !fresh, reading: !still, shown }, text);
    this.#target = null;
    this.#draw({ view, text, rings: [], kind: 'sure', seen: null });
  }

  #hold(watching: Watching, signal: AbortSignal): void {
    const rules = {
      isOurs: (event: Event) => this.#isOurs(event),
      danger: (path: Element[], flipped: boolean) => {
        const active = this.#active;
        return active && dangerAt(path, active, () => looker(active, this.#passOver), flipped);
      },
      isKnown: ({ kind, step, entry }: { kind: string; step: string; entry: string }) => {
        const shown = this.#shown.get(`${kind} ${step}`);
        const warned = kind === 'risk' && this.#active?.walk.warned?.includes(step);
        return shown === undefined ? Boolean(warned) : shown === entry;
      },
      // What leaves is no step, so nothing else will say that it is decided.
      passed: ({ kind }: { kind: string }) =>
        void (kind === 'leave' && this.#active?.walk.held && this.tell({ type: 'spared' })),
      show: (held: { kind: 'risk' | 'leave'; step: string; entry: string }) => {
        this.#shown.set(`${held.kind} ${held.step}`, held.entry);
        void this.tell({ type: 'held', ...held });
      },
    };
    new Hold(rules, watching, signal);
  }

  /** What was held is let be: the next press on it is held again. */
  spare(): void {
    const { held } = this.#active?.walk ?? {};
    if (held?.kind === 'risk') this.#shown.delete(`risk ${held.step}`);
    void this.tell({ type: 'spared' });
  }

  #isOurs(event: Event): boolean {
    return event.composedPath().some((node) => node instanceof Element && this.#ignore(node));
  }

  #onAct(event: Event): void {
    const active = this.#active;
    if (!event.isTrusted || !active || active.walk.phase !== 'walking' || this.#isOurs(event)) return;
    const look = looker(active, this.#passOver);
    const act = actOf(event, active, look);
    if (!act) return;
    const picked = pickedFrom(look(act.step), event);
    if (picked) void this.#keep(act.step, picked, 'several');
    if (act.step.action === 'save' || act.step.action === 'confirm') this.#confirmation.begin();
    // Another save of the same walkthrough is another change to warn about.
    if (act.step.action === 'save') this.#shown.delete(`leave ${act.step.id}`);
    void this.tell({ type: 'did', step: act.step.id, time: Date.now(), ...this.#values(act, event, look) });
  }

  /** What was picked, and what the control showed before and shows after the admin's act. */
  #values(act: Act, event: Event, look: Look): Partial<Extract<WalkEvent, { type: 'did' }>> {
    const { match } = look(act.step);
    const control = match.control ?? match.element;
    const path = event.composedPath().filter((node): node is Element => node instanceof Element);
    // A label is pressed before its control changes; the control's own event follows.
    const own = act.step.done && control && !(path[0] instanceof HTMLLabelElement) && concerns(path, control);
    const after = own ? readingOf(control) : null;
    const before = this.#touched.before(act.step.id);
    return { ...(act.chosen && { chosen: act.chosen }), ...(before && { before }), ...(after && { after }) };
  }
}

const wordsOf = (active: ActiveWalk): WalkText => walkText(active.lang ?? navigator.language);

/** Whether the page is the place of a step that names one; the page is looked over once. */
function hereOnce(active: ActiveWalk, look: Look): (step: Step) => boolean {
  const known = new Map<string, boolean>();
  return (step) => {
    const [place] = placeOf(active.guide, step);
    if (!place || stateOf(active.walk, step) === 'skipped') return false;
    const here = known.get(place) ?? atPlace(active, step, look);
    known.set(place, here);
    return here;
  };
}

/** What the page shows of the first setting before it is loaded anew. */
function shownNow({ guide, walk }: ActiveWalk, look: Look): string | null {
  const read = readAll(guide, walk, look);
  const first = guide.outcome.find(({ kind, step }) => kind === 'step' && read[step]);
  return (first && read[first.step]?.words) || null;
}

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

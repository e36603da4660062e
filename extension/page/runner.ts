import type { Step, WalkEvent } from '../../shared/guide/index.ts';
import { type ActiveWalk, call, isCutOff } from '../platform/messages.ts';
import { actOf } from './acts.ts';
import { Answers } from './answers.ts';
import { didOf, pickedFrom } from './did.ts';
import { Line } from './line.ts';
import { observe } from './observe.ts';
import { endPicture, type Picture, stepPicture } from './picture.ts';
import { Presses } from './presses.ts';
import { Confirmation } from './said.ts';
import { sawOf } from './saw.ts';
import { hereOnce, type Look, looker, type Sighting, seamOf } from './scene.ts';
import { Still } from './still.ts';
import { Touched } from './touched.ts';
import { type Watching, watchPage } from './watch-page.ts';

/** Least time between two looks at a page that keeps changing. */
const REST = 150;
/**
 * Follows one walkthrough on this page: looks for the step's target, notices what the admin does, tells the
 * background, and draws what comes back. Keeps no truth of its own.
 */
export class Runner {
  readonly #ignore: (element: Element) => boolean;
  readonly #draw: (picture: Picture | null) => void;
  readonly #stop: AbortController;
  readonly #line: Line;
  #active: ActiveWalk | null = null;
  readonly #answers: Answers;
  readonly #still: Still;
  readonly #touched = new Touched();
  readonly #confirmation: Confirmation;
  readonly #presses: Presses;
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
    this.#line = new Line(
      (active) => this.take(active),
      () => this.#withdraw(),
    );
    this.#answers = new Answers(ignore, (active) => {
      if (active.walk.guide === this.#active?.walk.guide) this.take(active);
    });
    const runner = this;
    this.#presses = new Presses({
      get active() {
        return runner.#active;
      },
      isOurs: (event) => this.#isOurs(event),
      looker: (active) => this.#looker(active),
      tell: (event) => this.tell(event),
    });
  }

  async start(): Promise<void> {
    const { signal } = this.#stop;
    this.#watching = watchPage(
      () => {
        this.#still.changed();
        this.look();
      },
      REST,
      signal,
    );
    // What is held never comes to be an act, so it has to be heard first.
    this.#presses.hold(this.#watching, signal);
    this.#touched.listen(this.#watching);
    this.#watching.hear(['click', 'change'], (event) => this.#onAct(event));
    await this.#line.open(signal);
  }

  /** The background's word on how things stand. */
  take(active: ActiveWalk | null): void {
    if (this.#stop.signal.aborted) return;
    if (active?.walk.at !== this.#active?.walk.at) this.#still.begin();
    this.#active = active;
    if (!active || active.walk.paused) this.#withdraw();
    else this.look();
  }

  tell(event: WalkEvent): Promise<void> {
    return this.#line.tell(event);
  }

  #withdraw(): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#draw(null);
  }

  answer(yes: boolean): void {
    const active = this.#active;
    const step = this.step;
    if (!active || !step) return;
    this.#answers.give(yes, this.#looker(active)(step));
    this.look();
  }

  #looker(active: ActiveWalk): Look {
    return looker(active, this.#answers.passOver);
  }

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

  /** The way to support, with what was seen of the step that could not be shown. */
  async ask(): Promise<void> {
    const { step } = this;
    const active = this.#active;
    const saw = active && step && sawOf(active, step, this.#looker(active)(step).match, seamOf(this.#ignore));
    await call('panel/open', { view: 'inquiry', ...(saw && { saw }) });
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
    // The new extension is put into the page by its own background.
    if (isCutOff()) {
      this.#withdraw();
      return;
    }
    const look = this.#looker(active);
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
    const seen = { ...found, confirmed: this.#answers.isConfirmed(found) };
    const { picture, target } = stepPicture(active, look, seen, () => this.#still.isNow(), this.#ignore);
    this.#target = target;
    this.#draw(picture);
  }

  #drawEnd(active: ActiveWalk, look: Look): void {
    const end = endPicture(active, look, this.#still.isNow());
    if ('news' in end) {
      void this.tell(end.news);
      return;
    }
    this.#target = null;
    this.#draw(end.picture);
  }

  spare(): void {
    this.#presses.spare();
  }

  #isOurs(event: Event): boolean {
    return event.composedPath().some((node) => node instanceof Element && this.#ignore(node));
  }

  #onAct(event: Event): void {
    const active = this.#active;
    if (!event.isTrusted || !active || active.walk.phase !== 'walking' || this.#isOurs(event)) return;
    const look = this.#looker(active);
    const act = actOf(event, active, look);
    if (!act) return;
    const picked = pickedFrom(look(act.step), event);
    if (picked) void this.#answers.keep(act.step, picked, 'several');
    if (act.step.action === 'save' || act.step.action === 'confirm') this.#confirmation.begin();
    if (act.step.action === 'save') this.#presses.saved(act.step.id);
    void this.tell(didOf(act, event, look, this.#touched));
  }
}

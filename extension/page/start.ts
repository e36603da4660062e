import { type ComponentChildren, h, render } from 'preact';
import articleCss from '../../shared/ui/article.css?inline';
import baseCss from '../../shared/ui/base.css?inline';
import { brandRule } from '../../shared/ui/brand.ts';
import { TextContext } from '../../shared/ui/text/context.ts';
import tokensCss from '../../shared/ui/tokens.css?inline';
import { callAgain, onNotice, type Trouble } from '../platform/messages.ts';
import { AUTHOR, type AuthorDoor, type Recording } from './author-door.ts';
import { Card } from './card.tsx';
import { type CardActions, cardActions } from './card-actions.ts';
import { Agent } from './frames/agent.ts';
import { Chorus, type InFrame } from './frames/chorus.ts';
import { outOf } from './frames/where.ts';
import { Guard } from './guard.ts';
import { createHost } from './host.ts';
import overlayCss from './overlay.css?inline';
import type { Picture } from './picture.ts';
import { placeCard } from './place-card.ts';
import { reveal } from './reveal.ts';
import { type RingKind, Rings } from './rings.ts';
import { Runner } from './runner.ts';
import { SwapFocus } from './swap-focus.ts';
import type { WalkText } from './text.ts';
import { type Box, follow } from './tracker.ts';

/**
 * Tokens are declared on what is ours: what a sheet says of `:host`, a page may say otherwise, and a paper that is
 * transparent hides what is behind it no longer.
 */
const CSS = [tokensCss.replaceAll(':host', '.stage'), baseCss, articleCss, overlayCss].join('\n');

/** One overlay a frame, however often the background puts the script in. */
const RUNNING = Symbol.for('giljabi.overlay');
type Page = typeof globalThis & { [RUNNING]?: AbortController; [AUTHOR]?: AuthorDoor };

export function startOverlay(): void {
  const page = globalThis as Page;
  if (page[RUNNING] && !page[RUNNING].signal.aborted) return;
  const stop = new AbortController();
  page[RUNNING] = stop;
  const part = window.top === window ? new Overlay(stop) : new Agent(CSS, stop);
  void part.start();
  // Frames that load from now on need an agent of their own; the event says so before anything else does.
  const loaded = ({ target }: Event) => {
    if (target instanceof HTMLIFrameElement || target instanceof HTMLFrameElement)
      void callAgain('frame/loaded').catch(() => undefined);
  };
  document.addEventListener('load', loaded, { capture: true, passive: true, signal: stop.signal });
}

class Overlay {
  readonly #host;
  readonly #spot: HTMLElement;
  readonly #rings: Rings;
  readonly #guard: Guard;
  readonly #focus: SwapFocus;
  /** The key that goes over to the card and back; empty until known, and where there is none. */
  #key = '';
  readonly #chorus: Chorus;
  /** Ends what is on the page, when the page does not let it be; the walkthrough itself goes on. */
  readonly #onPage: AbortController;
  #inFrame = new AbortController();
  readonly #runner: Runner;
  /** While support records a target here. */
  #author: Recording | null = null;
  /** What the walkthrough shows, also while something else is in front of it. */
  #picture: Picture | null = null;
  readonly #actions: CardActions;
  #box: Box | null = null;
  #scrolledTo: string | null = null;
  #started: Promise<void> = Promise.resolve();

  constructor(stop: AbortController) {
    this.#onPage = new AbortController();
    const { signal } = this.#onPage;
    stop.signal.addEventListener('abort', () => this.#onPage.abort(), { once: true });
    this.#host = createHost(CSS, signal);
    const { element, stage } = this.#host;
    this.#rings = new Rings(stage);
    this.#focus = new SwapFocus(this.#host);
    this.#spot = document.createElement('div');
    this.#spot.className = 'spot';
    stage.append(this.#spot);
    this.#guard = new Guard(this.#host, this.#spot, (why) => this.#retire(why), signal);
    const ignore = (each: Element) => each === element;
    const runner = new Runner(ignore, (picture) => this.#draw(picture), stop);
    this.#runner = runner;
    this.#chorus = new Chorus(ignore, () => this.#draw(this.#picture), signal);
    this.#actions = cardActions(runner, (yes) => void (this.#chorus.answer(yes) || runner.answer(yes)));
    stop.signal.addEventListener('abort', () => this.#author?.end(), { once: true });
    onNotice((notice) => {
      if (notice.notice === 'author') void this.#record(notice.step);
      if (notice.notice === 'swap-focus') this.#focus.swap(() => this.#actions.toTarget());
    }, stop.signal);
    // Escape leaves only when the focus is already ours; the page's own Escape stays the page's.
    this.#spot.addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && !this.#author?.on && this.#actions.pause(),
      {
        signal: stop.signal,
      },
    );
    const sized = new ResizeObserver(() => this.#place());
    sized.observe(this.#spot);
    signal.addEventListener('abort', () => sized.disconnect(), { once: true });
    window.addEventListener('resize', () => this.#place(), { passive: true, signal });
  }

  /** Resolves when the background has told how things stand. */
  start(): Promise<void> {
    void callAgain('card/key').then(
      (key) => {
        this.#key = key;
        if (key) this.#draw(this.#picture);
      },
      () => undefined,
    );
    this.#started = this.#runner.start();
    return this.#started;
  }

  async #record(id: string): Promise<void> {
    await this.#started;
    const { active } = this.#runner;
    const step = active?.guide.steps.find((each) => each.id === id);
    if (!active || !step) return;
    const { root, element } = this.#host;
    this.#author ??=
      (globalThis as Page)[AUTHOR]?.({
        ...{ root, host: element, spot: this.#spot },
        ring: (over, kind) => {
          this.#guard.check();
          this.#ring(over ? [over] : [], kind);
        },
        ended: () => this.#draw(this.#picture),
      }) ?? null;
    // The spot is the recording's from here on.
    render(null, this.#spot);
    this.#author?.begin(step, active);
  }

  #draw(picture: Picture | null): void {
    this.#picture = picture;
    if (this.#author?.on && picture) return;
    const { active } = this.#runner;
    if (!picture || !active || this.#onPage.signal.aborted) {
      this.#inFrame.abort();
      this.#rings.clear();
      render(null, this.#spot);
      return;
    }
    const blended = this.#chorus.blend(picture, active);
    const { text, rings, kind } = blended.picture;
    let { view } = blended.picture;
    const barred = view.tone === 'missing' ? this.#chorus.barred() : null;
    if (barred) {
      view = { ...view, detail: text.holding.barred(barred) };
      void callAgain('frame/barred', { origin: barred }).catch(() => undefined);
    }
    this.#bringIntoView(blended.picture);
    this.#show(h(Card, { view, act: this.#actions, keys: this.#key }), text, rings, kind);
    this.#followFrame(blended.inFrame, view.step?.id ?? null);
  }

  /** The ring is the frame's own; the card goes beside it out here. */
  #followFrame(inside: InFrame | null, step: string | null): void {
    this.#inFrame.abort();
    this.#inFrame = new AbortController();
    if (!inside) return;
    const { frame, box } = inside;
    const place = () => {
      this.#box = box ? outOf(frame, box) : frame.getBoundingClientRect();
      this.#place();
    };
    if (box && step && this.#scrolledTo !== step) {
      this.#scrolledTo = step;
      reveal(frame, this.#host.element, outOf(frame, box));
    }
    follow(frame, this.#spot, place, this.#inFrame.signal);
  }

  #show(card: ComponentChildren, words: WalkText, rings: Element[], kind: RingKind): void {
    this.#guard.check();
    const dress = h('style', null, brandRule('.stage', this.#runner.active?.color));
    render(h(TextContext.Provider, { value: words, children: [dress, card] }), this.#spot);
    this.#ring(rings, kind);
  }

  #ring(rings: Element[], kind: RingKind): void {
    this.#rings.show(rings, kind, (box) => {
      // While somebody is choosing, the card stays out of the way instead of following.
      this.#box = kind === 'pick' ? null : box;
      this.#place();
    });
    this.#place();
  }

  /** Nothing more on a page that hides or fights us; the steps are in the side panel, where no page reaches. */
  #retire(why: Trouble): void {
    this.#author?.end();
    this.#onPage.abort();
    this.#draw(this.#picture);
    void callAgain('walk/retired', { why }).catch(() => undefined);
  }

  /** Once a step: where the admin scrolls after that is the admin's choice. */
  #bringIntoView({ view, rings: [first] }: Picture): void {
    if (!first || !view.step || this.#scrolledTo === view.step.id) return;
    this.#scrolledTo = view.step.id;
    reveal(first, this.#host.element);
  }

  #place(): void {
    placeCard(this.#spot, this.#box, this.#host.stage);
  }
}

import { type ComponentChildren, h, render } from 'preact';
import articleCss from '../../shared/ui/article.css?inline';
import baseCss from '../../shared/ui/base.css?inline';
import { TextContext } from '../../shared/ui/text/context.ts';
import tokensCss from '../../shared/ui/tokens.css?inline';
import { call, onNotice } from '../platform/messages.ts';
import { Author } from './author.ts';
import { AuthorCard } from './author-card.tsx';
import { Card, type CardActions } from './card.tsx';
import { createHost } from './host.ts';
import overlayCss from './overlay.css?inline';
import { placeCard } from './place-card.ts';
import { type RingKind, Rings } from './rings.ts';
import { type Picture, Runner } from './runner.ts';
import { type WalkText, walkText } from './text.ts';
import type { Box } from './tracker.ts';

/** One overlay a page, however often the background puts the script in. */
const RUNNING = Symbol.for('giljabi.overlay');
type Page = typeof globalThis & { [RUNNING]?: AbortController };

export function startOverlay(): void {
  const page = globalThis as Page;
  if (window.top !== window || (page[RUNNING] && !page[RUNNING].signal.aborted)) return;
  const stop = new AbortController();
  page[RUNNING] = stop;
  const overlay = new Overlay(stop);
  void overlay.start();
}

class Overlay {
  readonly #host;
  readonly #spot: HTMLElement;
  readonly #rings: Rings;
  readonly #runner: Runner;
  readonly #author: Author;
  /** What the walkthrough shows, also while something else is in front of it. */
  #picture: Picture | null = null;
  readonly #actions: CardActions;
  #box: Box | null = null;
  #scrolledTo: string | null = null;
  #started: Promise<void> = Promise.resolve();

  constructor(stop: AbortController) {
    this.#host = createHost([tokensCss, baseCss, articleCss, overlayCss].join('\n'), stop.signal);
    const { root, element } = this.#host;
    this.#rings = new Rings(root, element);
    this.#spot = document.createElement('div');
    this.#spot.className = 'spot';
    root.append(this.#spot);
    const runner = new Runner(
      (each) => each === element,
      (picture) => this.#draw(picture),
      stop,
    );
    this.#runner = runner;
    this.#actions = {
      next: () => void runner.tell({ type: 'next' }),
      back: () => void runner.tell({ type: 'back' }),
      skip: () => void runner.tell({ type: 'skip' }),
      pause: () => void runner.tell({ type: 'pause' }),
      finish: () => void runner.tell({ type: 'pause' }),
      list: () => void call('panel/open', { view: 'steps' }),
      read: () => void runner.read(),
      answer: (yes) => runner.answer(yes),
      branch: (id) => runner.branch(id),
      reload: () => location.reload(),
      again: () => runner.again(),
    };
    const author = new Author({
      host: element,
      root,
      draw: (view, ring) => {
        const act = { save: () => void author.save(), again: () => author.again(), end: () => author.end() };
        const kind = view.mode === 'picking' ? 'pick' : 'sure';
        this.#show(h(AuthorCard, { view, act }), this.#words(), ring ? [ring] : [], kind);
      },
      ended: () => this.#draw(this.#picture),
    });
    this.#author = author;
    stop.signal.addEventListener('abort', () => author.end(), { once: true });
    onNotice((notice) => {
      if (notice.notice === 'author') void this.#record(notice.step);
    }, stop.signal);
    // Escape leaves only when the focus is already ours; the page's own Escape stays the page's.
    this.#spot.addEventListener(
      'keydown',
      (event) => event.key === 'Escape' && !author.on && this.#actions.pause(),
      {
        signal: stop.signal,
      },
    );
    new ResizeObserver(() => this.#place()).observe(this.#spot);
    window.addEventListener('resize', () => this.#place(), { passive: true, signal: stop.signal });
  }

  /** Resolves when the background has told how things stand. */
  start(): Promise<void> {
    this.#started = this.#runner.start();
    return this.#started;
  }

  async #record(id: string): Promise<void> {
    await this.#started;
    const { active } = this.#runner;
    const step = active?.guide.steps.find((each) => each.id === id);
    if (active && step) this.#author.begin(step, active, this.#words());
  }

  #words(): WalkText {
    return walkText(this.#runner.active?.lang ?? navigator.language);
  }

  #draw(picture: Picture | null): void {
    this.#picture = picture;
    if (this.#author.on && picture) return;
    if (!picture) {
      this.#rings.clear();
      render(null, this.#spot);
      return;
    }
    this.#bringIntoView(picture);
    const card = h(Card, { view: picture.view, act: this.#actions });
    this.#show(card, picture.text, picture.rings, picture.kind);
  }

  #show(card: ComponentChildren, words: WalkText, rings: Element[], kind: RingKind): void {
    this.#host.rise();
    render(h(TextContext.Provider, { value: words, children: card }), this.#spot);
    this.#rings.show(rings, kind, (box) => {
      // While somebody is choosing, the card stays out of the way instead of following.
      this.#box = kind === 'pick' ? null : box;
      this.#place();
    });
    this.#place();
  }

  /** Once a step: where the admin scrolls after that is the admin's choice. */
  #bringIntoView({ view, rings: [first] }: Picture): void {
    if (!first || !view.step || this.#scrolledTo === view.step.id) return;
    this.#scrolledTo = view.step.id;
    const { top, bottom, left, right } = first.getBoundingClientRect();
    const margin = 90;
    if (top >= margin && bottom <= innerHeight - margin / 2 && left >= 0 && right <= innerWidth) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    first.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'instant' : 'smooth' });
  }

  #place(): void {
    void placeCard(this.#spot, this.#box, this.#host.element);
  }
}

import { call, type FrameSight, type FrameWord, onNotice } from '../../platform/messages.ts';
import { createHost, type Host } from '../host.ts';
import type { Picture } from '../picture.ts';
import { reveal } from '../reveal.ts';
import { Rings } from '../rings.ts';
import { Runner } from '../runner.ts';
import type { Box } from '../tracker.ts';
import { placeOfFrame } from './where.ts';

/** Least time between two words about a box that moves. */
const REST = 120;

type Order = Extract<FrameWord, { word: 'ring' }>;

/**
 * Our side inside a frame: it looks for the step's target there, notices what the admin does, and draws the ring,
 * so that the ring moves with the frame's own scrolling. The card is the outermost frame's, which also decides
 * whether this frame is meant.
 */
export class Agent {
  readonly #css: string;
  readonly #stop: AbortController;
  readonly #runner: Runner;
  #host: Host | null = null;
  #rings: Rings | null = null;
  #picture: Picture | null = null;
  #order: Order | null = null;
  #box: Box | null = null;
  #said = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revealed: string | null = null;

  constructor(css: string, stop: AbortController) {
    this.#css = css;
    this.#stop = stop;
    this.#runner = new Runner(
      (element) => element === this.#host?.element,
      (picture) => this.#see(picture),
      stop,
    );
    onNotice((notice) => {
      if (notice.notice === 'frame' && notice.from === 0) this.#obey(notice.word);
    }, stop.signal);
    stop.signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  start(): Promise<void> {
    return this.#runner.start();
  }

  #see(picture: Picture | null): void {
    this.#picture = picture;
    const [first] = picture?.rings ?? [];
    if (this.#order?.step !== this.#step()) this.#order = null;
    if (!this.#order?.kind) this.#box = first ? plain(first.getBoundingClientRect()) : null;
    this.#draw();
    this.#say();
  }

  #obey(word: FrameWord): void {
    if (word.word === 'answer') this.#runner.answer(word.yes);
    if (word.word !== 'ring') return;
    this.#order = word.step === this.#step() ? word : null;
    this.#draw();
  }

  #step = (): string | null => this.#picture?.seen?.step.id ?? null;

  #draw(): void {
    const kind = this.#order?.kind;
    const [first] = this.#picture?.rings ?? [];
    if (!kind || !first || !this.#picture) {
      this.#rings?.clear();
      return;
    }
    const { element } = this.#ground();
    if (this.#revealed !== this.#step()) {
      this.#revealed = this.#step();
      reveal(first, element);
    }
    this.#rings?.show(
      this.#picture.rings,
      kind,
      (box) => {
        this.#box = box && plain(box);
        this.#sayLater();
      },
      this.#order?.first ?? undefined,
    );
  }

  /** Nothing of ours is in a frame before there is something to ring in it. */
  #ground(): Host {
    this.#host ??= createHost(this.#css, this.#stop.signal);
    this.#rings ??= new Rings(this.#host.stage);
    this.#host.rise();
    return this.#host;
  }

  #sayLater(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#say();
    }, REST);
  }

  #say(): void {
    const step = this.#step();
    if (!step || this.#stop.signal.aborted) return;
    const word: FrameWord = { word: 'seen', path: placeOfFrame(), step, sight: this.#sight() };
    const text = JSON.stringify(word);
    if (text === this.#said) return;
    this.#said = text;
    void call('frame/say', { to: 0, word }).catch(() => {
      this.#said = '';
    });
  }

  #sight(): FrameSight | null {
    const { seen, rings } = this.#picture ?? {};
    if (!seen || seen.match.verdict === 'missing') return null;
    const { verdict, reason, segment } = seen.match;
    const { recorded, confirmed, holds } = seen;
    return {
      verdict,
      reason,
      segment,
      recorded,
      confirmed,
      holds,
      rings: rings?.length ?? 0,
      box: this.#box,
    };
  }
}

const plain = ({ x, y, width, height }: Box): Box => ({ x, y, width, height });

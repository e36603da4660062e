import { openModal } from '../../../shared/locate/modal.ts';
import { contains } from '../../../shared/locate/seam.ts';
import { Sight } from '../../../shared/locate/sight.ts';
import { type ActiveWalk, call, type FrameSight, type FrameWord, onNotice } from '../../platform/messages.ts';
import type { Picture } from '../picture.ts';
import type { Box } from '../tracker.ts';
import { stepView } from '../view.ts';
import { frameAt, frameElements } from './where.ts';

/** What one frame has said last. */
interface Voice {
  frame: HTMLIFrameElement;
  /** Further in than the frames of this document: then the box is the frame's. */
  deep: boolean;
  step: string;
  sight: FrameSight | null;
}

/** A target inside a frame: what the card goes beside. */
export interface InFrame {
  frame: HTMLIFrameElement;
  box: Box | null;
}

const WORTH = { certain: 3, probable: 2, ambiguous: 1, missing: 0 } as const;

/** A deeper entry of a menu path is nearer to the target than an earlier one, wherever each stands. */
const worth = (sight: Pick<FrameSight, 'verdict' | 'segment'>): number =>
  sight.verdict === 'missing' ? 0 : WORTH[sight.verdict] + sight.segment / 100;

/** What this document and the agents in its frames see of one step, made into one picture. */
export class Chorus {
  readonly #voices = new Map<number, Voice>();
  readonly #ordered = new Map<number, string>();
  readonly #ignore: (element: Element) => boolean;
  #asked: number | null = null;

  constructor(ignore: (element: Element) => boolean, changed: () => void, signal: AbortSignal) {
    this.#ignore = ignore;
    onNotice((notice) => {
      if (notice.notice === 'frame' && notice.from !== 0 && this.#hear(notice.from, notice.word)) changed();
    }, signal);
  }

  /** @returns the picture to draw in this document, and where else the target is */
  blend(picture: Picture, active: ActiveWalk): { picture: Picture; inFrame: InFrame | null } {
    const { seen, view } = picture;
    const singers = [...this.#voices].flatMap(([id, voice]) =>
      voice.frame.isConnected && voice.step === seen?.step.id && voice.sight
        ? [{ id, ...voice, sight: voice.sight }]
        : [],
    );
    const own = seen ? worth(seen.match) : 0;
    const best = Math.max(0, ...singers.map(({ sight }) => worth(sight)));
    const leading = best > 0 && best >= own ? singers.filter(({ sight }) => worth(sight) === best) : [];
    const alone = leading.length === 1 && own < best ? leading[0] : undefined;
    this.#asked = alone?.id ?? null;
    if (!seen || view.branches.length > 1 || leading.length === 0) {
      this.#order(active, new Map());
      return { picture, inFrame: null };
    }
    if (alone) {
      const { frame, deep, sight } = alone;
      const { confirmed } = sight;
      const match = { ...this.#placed(sight, frame), element: frame, control: null, candidates: [] };
      const told = stepView(active, { ...seen, ...sight, match }, confirmed, picture.text);
      const kind = sight.verdict === 'ambiguous' ? 'choice' : told.asks ? 'ask' : 'sure';
      this.#order(
        active,
        new Map([[alone.id, { kind: seen.step.action === 'read' ? null : kind, first: null }]]),
      );
      return {
        picture: { ...picture, view: told, rings: [], kind },
        inFrame: { frame, box: deep ? null : sight.box },
      };
    }
    // The same in more than one place: nobody but the admin can tell.
    const t = picture.text.walk;
    let number = own === best ? picture.rings.length : 0;
    const orders = leading.map(({ id, sight }) => {
      const first = number + 1;
      number += sight.rings;
      return [id, { kind: 'choice' as const, first }] as const;
    });
    this.#order(active, new Map(orders));
    const many = { ...view, hint: t.several, detail: null, tone: 'ask' as const, asks: false };
    return {
      picture: { ...picture, view: many, rings: own === best ? picture.rings : [], kind: 'choice' },
      inFrame: null,
    };
  }

  /** Passes an answer on to the frame that it is about. False when it is about this document. */
  answer(yes: boolean): boolean {
    if (this.#asked === null) return false;
    say(this.#asked, { word: 'answer', yes });
    return true;
  }

  /** Origin of a frame in sight that we may not look into, where something is missing. */
  barred(): string | null {
    const known = new Set([...this.#voices.values()].map(({ frame }) => frame));
    const frame = frameElements(this.#ignore).find(
      (each) => !known.has(each) && isForeign(each) && each.offsetWidth > 80 && each.offsetHeight > 40,
    );
    return frame ? new URL(frame.src, location.href).origin : null;
  }

  #hear(id: number, word: FrameWord): boolean {
    if (word.word !== 'seen') return false;
    const frame = frameAt(word.path, frameElements(this.#ignore));
    // A frame that has loaded anew has an agent that knows no orders.
    if (!frame) return this.#voices.delete(id);
    if (this.#voices.get(id)?.step !== word.step) this.#ordered.delete(id);
    this.#voices.set(id, { frame, deep: word.path.length > 1, step: word.step, sight: word.sight });
    return true;
  }

  /** What an agent cannot see: a dialog of this document over its whole frame. */
  #placed(sight: FrameSight, frame: Element): Pick<FrameSight, 'verdict' | 'reason' | 'segment'> {
    const { verdict, reason, segment } = sight;
    const modal = openModal([document], new Sight(this.#ignore));
    if (!modal || contains(modal, frame)) return { verdict, reason, segment };
    return { verdict: 'probable', reason: 'behind-dialog', segment };
  }

  #order(
    active: ActiveWalk,
    orders: Map<number, Pick<Extract<FrameWord, { word: 'ring' }>, 'kind' | 'first'>>,
  ): void {
    const step = active.walk.at;
    if (!step) return;
    for (const id of this.#voices.keys()) {
      const word: FrameWord = { word: 'ring', step, ...(orders.get(id) ?? { kind: null, first: null }) };
      const text = JSON.stringify(word);
      if (this.#ordered.get(id) === text) continue;
      this.#ordered.set(id, text);
      say(id, word);
    }
  }
}

/** A frame that went away meanwhile hears nothing, and need not. */
const say = (to: number, word: FrameWord): void =>
  void call('frame/say', { to, word }).catch(() => undefined);

function isForeign(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentDocument === null && /^https?:/.test(new URL(frame.src, location.href).protocol);
  } catch {
    return false;
  }
}

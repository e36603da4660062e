import type { Step } from '../../shared/guide/index.ts';
import { capture, explain, locate } from '../../shared/locate/index.ts';
import { contains } from '../../shared/locate/seam.ts';
import { recordedWords } from '../../shared/ui/recorded-words.ts';
import { type ActiveWalk, type AuthorSaved, CallError, call } from '../platform/messages.ts';
import { squeeze } from './control.ts';
import { type Picking, pickElement } from './pick.ts';
import type { WalkText } from './text.ts';

/** What the authoring card shows. */
export type AuthorView = { step: Step } & (
  | { mode: 'picking'; over: string | null }
  | {
      mode: 'kept';
      words: [string, string][];
      /** How certain the locator is of finding it again on this page, 0 … 100; null when it would not. */
      percent: number | null;
      rival: { words: string; percent: number } | null;
      saving: boolean;
      saved: AuthorSaved | null;
      failed: string | null;
    }
);

type KeptView = Extract<AuthorView, { mode: 'kept' }>;

/** What was pointed at last. */
interface Kept {
  element: Element;
  fingerprint: string;
  view: KeptView;
}

interface Parts extends Pick<Picking, 'host' | 'root'> {
  draw(view: AuthorView, ring: Element | null): void;
  /** Back to the walkthrough. */
  ended(): void;
}

/** Recording the target of one step: point at it, see what is kept of it, save it at support's desk. */
export class Author {
  readonly #parts: Parts;
  readonly #ignore: (element: Element) => boolean;
  #stop: AbortController | null = null;
  #asked: { step: Step; active: ActiveWalk; text: WalkText } | null = null;
  #kept: Kept | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ignore = (element) => element === parts.host;
  }

  get on(): boolean {
    return this.#asked !== null;
  }

  begin(step: Step, active: ActiveWalk, text: WalkText): void {
    this.#asked = { step, active, text };
    this.again();
  }

  again(): void {
    const step = this.#asked?.step;
    if (!step) return;
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#kept = null;
    const show = (over: Element | null) =>
      this.#parts.draw({ step, mode: 'picking', over: over && shortly(over) }, over);
    show(null);
    pickElement(
      {
        host: this.#parts.host,
        root: this.#parts.root,
        over: show,
        chosen: (element) => {
          // The rest of the same press (mouseup, click) has to be caught as well.
          setTimeout(() => stop.abort(), 0);
          this.#take(element);
        },
        cancelled: () => this.end(),
      },
      stop.signal,
    );
  }

  end(): void {
    if (!this.#asked) return;
    this.#stop?.abort();
    this.#asked = null;
    this.#kept = null;
    this.#parts.ended();
  }

  async save(): Promise<void> {
    const kept = this.#kept;
    if (!kept || kept.view.saving) return;
    this.#change(kept, { saving: true, failed: null });
    try {
      const saved = await call('author/save', { step: kept.view.step.id, fingerprint: kept.fingerprint });
      this.#change(kept, { saving: false, saved });
    } catch (error) {
      this.#change(kept, { saving: false, failed: error instanceof CallError ? error.code : 'unexpected' });
    }
  }

  #change(kept: Kept, news: Partial<KeptView>): void {
    kept.view = { ...kept.view, ...news };
    if (this.#kept === kept) this.#parts.draw(kept.view, kept.element);
  }

  #take(element: Element): void {
    const asked = this.#asked;
    if (!asked) return;
    const seam = { ignore: this.#ignore, labels: asked.active.labels };
    const record = capture(element, document, seam);
    const isIt = (other: Element) => contains(element, other) || contains(other, element);
    const again = locate(record, document, seam);
    const { candidates } = explain(record, document, seam);
    const own = candidates.find((one) => isIt(one.element));
    const rival = candidates.find((one) => !isIt(one.element));
    const found = again !== null && isIt(again.element);
    this.#kept = {
      element,
      fingerprint: JSON.stringify(record),
      view: {
        step: asked.step,
        mode: 'kept',
        words: recordedWords({ ...record }, asked.text),
        percent: found ? percent(own?.confidence ?? again.confidence) : null,
        rival: rival ? { words: shortly(rival.element), percent: percent(rival.confidence) } : null,
        saving: false,
        saved: null,
        failed: null,
      },
    };
    this.#parts.draw(this.#kept.view, element);
  }
}

const percent = (share: number): number => Math.round(share * 100);

/** A few words for an element, never what somebody has typed. */
function shortly(element: Element): string {
  const labels = (element as HTMLInputElement).labels;
  const field = element.matches('input,textarea,select');
  const words = labels?.[0]?.textContent || (field ? '' : (element as HTMLElement).innerText);
  const named = squeeze(
    words || element.getAttribute('aria-label') || element.getAttribute('placeholder') || '',
  );
  const short = named.length > 40 ? `${named.slice(0, 39)}…` : named;
  return short ? `‘${short}’` : `<${element.localName}>`;
}

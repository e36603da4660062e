import { h, render } from 'preact';
import type { Step } from '../../shared/guide/index.ts';
import { capture, explain, locate } from '../../shared/locate/index.ts';
import { contains } from '../../shared/locate/seam.ts';
import { brandRule } from '../../shared/ui/brand.ts';
import { recordedWords } from '../../shared/ui/recorded-words.ts';
import { TextContext } from '../../shared/ui/text/context.ts';
import { type ActiveWalk, CallError, call } from '../platform/messages.ts';
import { AuthorCard } from './author-card.tsx';
import type { AuthorParts, Recording } from './author-door.ts';
import { type AuthorText, authorText } from './author-text.ts';
import type { AuthorView } from './author-view.ts';
import { squeeze } from './control.ts';
import { pickElement } from './pick.ts';

type KeptView = Extract<AuthorView, { mode: 'kept' }>;

/** What was pointed at last. */
interface Kept {
  element: Element;
  fingerprint: string;
  view: KeptView;
}

/** Recording the target of one step: point at it, see what is kept of it, save it at support's desk. */
class Author implements Recording {
  readonly #parts: AuthorParts;
  readonly #ignore: (element: Element) => boolean;
  #stop: AbortController | null = null;
  #asked: { step: Step; active: ActiveWalk; text: AuthorText } | null = null;
  #kept: Kept | null = null;

  constructor(parts: AuthorParts) {
    this.#parts = parts;
    this.#ignore = (element) => element === parts.host;
  }

  get on(): boolean {
    return this.#asked !== null;
  }

  begin(step: Step, active: ActiveWalk): void {
    this.#asked = { step, active, text: authorText(active.lang ?? navigator.language) };
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
      this.#draw({ step, mode: 'picking', over: over && shortly(over) }, over);
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
    render(null, this.#parts.spot);
    this.#parts.ended();
  }

  #draw(view: AuthorView, ring: Element | null): void {
    const act = { save: () => void this.save(), again: () => this.again(), end: () => this.end() };
    const { text = null, active } = this.#asked ?? {};
    const card = [h('style', null, brandRule('.stage', active?.color)), h(AuthorCard, { view, act })];
    render(h(TextContext.Provider, { value: text, children: card }), this.#parts.spot);
    this.#parts.ring(ring, view.mode === 'picking' ? 'pick' : 'sure');
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
    if (this.#kept === kept) this.#draw(kept.view, kept.element);
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
    this.#draw(this.#kept.view, element);
  }
}

export const openAuthor = (parts: AuthorParts): Recording => new Author(parts);

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

import { type Doc, isEmpty, type LineKind, type Mark, type Span, textOf } from './doc.ts';
import { drawDoc } from './dom.ts';
import {
  type Edited,
  insertLines,
  linkAround,
  runsIn,
  setKind,
  setLink,
  splitLine,
  toggleKind,
  toggleMark,
} from './edit.ts';
import { History } from './history.ts';
import { plainDoc, readPaste } from './paste.ts';
import { readMarkdown } from './read-markdown.ts';
import { readBox, select } from './selection.ts';
import { writeMarkdown } from './write-markdown.ts';

export type RichCommand = Mark | 'heading' | 'bullets' | 'numbers' | 'undo' | 'redo';

/** What the toolbar shows as pressed. */
export interface Looks {
  kind: LineKind;
  bold: boolean;
  italic: boolean;
  link: boolean;
}

export interface RichOptions {
  markdown: string;
  /** Where the caret stood in the Markdown, or null: the field has no focus. */
  caret: number | null;
  onText(markdown: string): void;
  onLooks(looks: Looks): void;
  /** Ctrl/Cmd+K */
  onLink(): void;
}

const KINDS = { heading: 'heading', bullets: 'bullet', numbers: 'number' } as const;
const NATIVE: Record<string, RichCommand> = {
  formatBold: 'bold',
  formatItalic: 'italic',
  insertUnorderedList: 'bullets',
  insertOrderedList: 'numbers',
  historyUndo: 'undo',
  historyRedo: 'redo',
};
const KEYS: Record<string, RichCommand> = { KeyB: 'bold', KeyI: 'italic', KeyZ: 'undo', KeyY: 'redo' };

/** Whether this browser can do what the editor stands on. Where not, the plain field stays. */
export function canEdit(root: Node): boolean {
  return (
    'getTargetRanges' in InputEvent.prototype &&
    (root instanceof Document || 'getComposedRanges' in Selection.prototype || 'getSelection' in root)
  );
}

/**
 * A field of lines on `contenteditable`. The browser types, deletes and composes; everything else (Enter, marks, lists,
 * links, pastes, undo) is a change of the document, drawn anew. While something is being composed nothing is touched:
 * what is asked for then happens once, after `compositionend`.
 */
export class RichEditor {
  readonly #box: HTMLElement;
  readonly #options: RichOptions;
  readonly #history: History;
  readonly #stop = new AbortController();
  #composing = false;
  /** A composition has ended and nobody has looked at what it left. */
  #ended = false;
  #later: (() => void) | null = null;
  /** The selection as it was when the field was left. */
  #span: Span;

  constructor(box: HTMLElement, options: RichOptions) {
    this.#box = box;
    this.#options = options;
    const doc = readMarkdown(options.markdown);
    const at = options.caret === null ? null : readMarkdown(options.markdown.slice(0, options.caret));
    const last = at ?? doc;
    const end = { line: last.length - 1, offset: textOf(last.at(-1)!).length };
    this.#span = { from: end, to: end };
    this.#history = new History({ doc, span: this.#span });
    box.replaceChildren(...drawDoc(doc, document));
    const on = <K extends keyof HTMLElementEventMap>(name: K, run: (event: HTMLElementEventMap[K]) => void) =>
      box.addEventListener(name, run, { signal: this.#stop.signal });
    on('beforeinput', (event) => this.#before(event as InputEvent));
    on('input', (event) => this.#after(event as InputEvent));
    on('compositionstart', () => {
      this.#quiet();
      this.#composing = true;
    });
    on('compositionend', () => {
      this.#composing = false;
      this.#ended = true;
      // After the browser is done with it, or before the next key, whichever comes first.
      setTimeout(() => this.#quiet());
    });
    on('keydown', (event) => this.#key(event));
    on('paste', (event) => this.#paste(event));
    // What was dragged comes in as letters; what is chosen here is not dragged away by accident.
    on('dragstart', (event) => event.preventDefault());
    document.addEventListener('selectionchange', () => this.#tellLooks(), { signal: this.#stop.signal });
    if (at) this.focus();
  }

  stop(): void {
    this.#stop.abort();
  }

  focus(): void {
    this.#box.focus();
    select(this.#box, this.#span);
  }

  run(command: RichCommand): void {
    this.#whenQuiet(() => this.#run(command));
  }

  /** The link at the selection and the words that would become one. */
  link(): { href: string; words: string } {
    const { doc, span } = this.#read();
    const around = linkAround(doc, span.from);
    const words = runsIn(doc, around && isEmpty(span) ? around : span);
    return { href: around?.href ?? '', words: words.map(({ text }) => text).join('') };
  }

  /** Makes the selection (or the link it stands in) lead to `href`; without any words the address is written. */
  setLink(href: string | null): void {
    const { doc, span } = this.#read();
    const around = isEmpty(span) ? linkAround(doc, span.from) : null;
    if (isEmpty(span) && !around) {
      if (href) this.#set(insertLines(doc, span, [{ kind: 'text', runs: [{ text: href, href }] }]));
      return;
    }
    this.#set({ ...setLink(doc, around ?? span, href), span });
  }

  #run(command: RichCommand): void {
    if (command === 'undo' || command === 'redo') {
      const state = this.#history[command]();
      if (state) this.#draw(state);
      return;
    }
    const { doc, span } = this.#read();
    if (command !== 'bold' && command !== 'italic') this.#set(toggleKind(doc, span, KINDS[command]));
    else if (!isEmpty(span)) this.#set(toggleMark(doc, span, command));
    else if (command === 'italic' || doc[span.from.line]!.kind !== 'heading') {
      // Nothing is selected: what is typed next. The browser remembers that, also for a composition.
      this.focus();
      document.execCommand(command);
      this.#tellLooks();
    }
  }

  #before(event: InputEvent): void {
    const { inputType } = event;
    const command = NATIVE[inputType];
    if (command) {
      event.preventDefault();
      this.run(command);
    } else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
      event.preventDefault();
      this.#whenQuiet(() => this.#change(splitLine));
    } else if (/^format|^insertFrom(Paste|Drop)|^insertLink/.test(inputType)) {
      event.preventDefault();
      const text = inputType === 'insertFromDrop' ? event.dataTransfer?.getData('text/plain') : '';
      if (text) this.#change((doc, span) => insertLines(doc, span, plainDoc(text)));
    } else if (!this.#composing) this.#join(event);
  }

  /**
   * What would join lines is done on the document: browsers write style attributes when they join lines, which strict
   * pages forbid.
   */
  #join(event: InputEvent): void {
    const { inputType, data } = event;
    const [range] = event.getTargetRanges();
    const { doc, span } = range ? readBox(this.#box, range) : this.#read();
    if (!span) return;
    const { from, to } = span;
    const now = this.#read().span;
    if (inputType.startsWith('delete') && isEmpty(now)) {
      const { line, offset } = now.from;
      // Backspace at its start first takes the look of a line away.
      if (/Backward$/.test(inputType) && offset === 0 && doc[line]!.kind !== 'text') {
        event.preventDefault();
        this.#set(setKind(doc, now, 'text'));
        return;
      }
    }
    if (from.line === to.line) return;
    if (inputType.startsWith('delete')) {
      event.preventDefault();
      this.#set(insertLines(doc, span, []));
    } else if (inputType === 'insertText' && data !== null) {
      event.preventDefault();
      const { bold, italic } = runsIn(doc, span)[0] ?? {};
      const run = { text: data, ...(bold && { bold }), ...(italic && { italic }) };
      this.#set(insertLines(doc, span, [{ kind: doc[from.line]!.kind, runs: [run] }]));
    }
  }

  #after(event: InputEvent): void {
    if (this.#composing || event.isComposing) {
      // The draft must not wait for the end of a syllable.
      this.#options.onText(writeMarkdown(readBox(this.#box).doc));
      return;
    }
    this.#settle(event.inputType.startsWith('insert') ? 'type' : 'delete');
  }

  /** A composition is over: its text is taken over, and what had to wait for that is done. */
  #quiet(): void {
    if (!this.#ended || this.#composing || this.#stop.signal.aborted) return;
    this.#ended = false;
    this.#settle('type');
    const later = this.#later;
    this.#later = null;
    later?.();
  }

  #key(event: KeyboardEvent): void {
    this.#quiet();
    // The focus may leave before the selection has been told.
    if (event.key === 'Tab') this.#read();
    const command = KEYS[event.code];
    if (event.altKey || !(event.ctrlKey || event.metaKey) || !(command || event.code === 'KeyK')) return;
    if (event.shiftKey && command !== 'undo') return;
    event.preventDefault();
    if (!event.isComposing) this.#later = null;
    this.#whenQuiet(() => (command ? this.#run(event.shiftKey ? 'redo' : command) : this.#options.onLink()));
  }

  #paste(event: ClipboardEvent): void {
    if (!event.clipboardData || event.defaultPrevented) return;
    const pasted = readPaste(event.clipboardData);
    // Only files: those are the form's.
    if (!pasted) return;
    event.preventDefault();
    this.#whenQuiet(() => this.#change((doc, span) => insertLines(doc, span, pasted)));
  }

  #whenQuiet(run: () => void): void {
    if (this.#composing) this.#later = run;
    else run();
  }

  #read(): Edited {
    const { doc, span } = readBox(this.#box);
    if (span) this.#span = span;
    return { doc, span: this.#span };
  }

  #change(edit: (doc: Doc, span: Span) => Edited): void {
    const { doc, span } = this.#read();
    this.#set(edit(doc, span));
  }

  #set(state: Edited): void {
    this.#history.record(state, null);
    this.#draw(state);
  }

  #draw({ doc, span }: Edited): void {
    this.#box.replaceChildren(...drawDoc(doc, document));
    this.#span = span;
    this.focus();
    this.#options.onText(writeMarkdown(doc));
    this.#tellLooks();
  }

  /** Takes over what the browser did, and mends what it left in another shape than ours. */
  #settle(kind: string): void {
    const state = this.#read();
    this.#history.record(state, kind);
    const shape = document.createElement('div');
    shape.append(...drawDoc(state.doc, document));
    this.#box.normalize();
    const nodes = [...shape.childNodes];
    const same =
      nodes.length === this.#box.childNodes.length &&
      nodes.every((node, index) => node.isEqualNode(this.#box.childNodes[index]!));
    if (!same) {
      this.#box.replaceChildren(...nodes);
      select(this.#box, state.span);
    }
    this.#options.onText(writeMarkdown(state.doc));
    this.#tellLooks();
  }

  #tellLooks(): void {
    const { doc, span } = readBox(this.#box);
    if (!span) return;
    this.#span = span;
    const chosen = isEmpty(span)
      ? runsIn(doc, { from: { ...span.from, offset: Math.max(0, span.from.offset - 1) }, to: span.to })
      : runsIn(doc, span);
    const all = (mark: Mark) => chosen.length > 0 && chosen.every((run) => run[mark]);
    const heads = doc[span.from.line]!.kind === 'heading';
    // With nothing selected the browser knows what is typed next; a heading is bold by itself.
    const state = (mark: Mark) => (isEmpty(span) && !heads ? document.queryCommandState(mark) : all(mark));
    const link = linkAround(doc, span.from) !== null;
    this.#options.onLooks({
      kind: doc[span.from.line]!.kind,
      bold: state('bold'),
      italic: state('italic'),
      link,
    });
  }
}

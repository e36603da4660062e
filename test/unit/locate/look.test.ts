import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capture, explain, find, locate, look, type Seam, signs } from '../../../shared/locate/index.ts';
import { supportOnPage } from '../../../shared/locate/place.ts';
import { survey } from '../../../shared/locate/survey.ts';
import { page } from './page.ts';

const FORM =
  '<h2>Rules</h2><ul><li><a href="/a" class="active">First</a></li><li><a href="/b">Second</a></li></ul><label>Pattern <input name="pattern"></label><button name="save">Save</button>';

/** All that a survey tells, without elements. */
const told = (root: Parameters<typeof survey>[0], from: typeof survey, seam?: Seam) => {
  const { entries, language, size } = from(root, seam);
  return JSON.stringify([
    entries.map(({ kind, at, name, key, label, before, heads, alike, slot, turn }) => [
      ...[kind, at, name, key, label, before, heads, alike.map((one) => one.at), slot, turn],
    ]),
    language,
    size,
  ]);
};

describe('one look for all', () => {
  test('find, locate, explain, capture and signs take what look has seen', () => {
    const doc = page(FORM, 'Filter');
    const seen = look(doc);
    const kept = capture(doc.querySelector('button')!, seen);
    expect(locate(kept, seen)?.element.localName).toBe('button');
    expect(explain(kept, seen).candidates[0]?.element.localName).toBe('button');
    expect(find({ action: 'click', labels: ['Second'] }, seen).element?.getAttribute('href')).toBe('/b');
    expect(signs(seen)).toEqual(['Filter', 'First', 'Rules']);
    expect(supportOnPage(signs(seen), ['Rules'], [])).toBe(1);
    expect(supportOnPage(signs(seen), ['Quarantine'], [])).toBe(0);
  });

  test('a page that has not changed is not walked again, and another seam is another look', () => {
    const doc = page(FORM);
    const seen = look(doc);
    expect(look(doc)).toBe(seen);
    const ignore = (element: Element) => element.localName === 'button';
    expect(look(doc, { ignore })).not.toBe(seen);
    expect(find({ action: 'save', labels: ['Save'] }, doc, { ignore }).verdict).toBe('missing');
  });

  type Change = (all: Element[], at: number, text: string) => unknown;
  const CHANGES: Record<string, Change> = {
    text: (all, at, text) => {
      const first = all[at]!.firstChild;
      if (first?.nodeType === 3) first.nodeValue = text;
    },
    attribute: (all, at, text) => all[at]!.setAttribute('title', text),
    hide: (all, at) => all[at]!.toggleAttribute('hidden'),
    remove: (all, at) => all[at]!.remove(),
    add: (all, at, text) =>
      all[at]!.append(Object.assign(all[at]!.ownerDocument.createElement('b'), { textContent: text })),
    move: (all, at) => all[at]!.parentElement?.append(all[at]!),
    host: (all, at, text) => {
      const host = all[at]!.ownerDocument.createElement('x-part');
      host.attachShadow({ mode: 'open' }).innerHTML = `<button>${text}</button>`;
      all[at]!.append(host);
    },
    inside: (all, _, text) => {
      const button = all.find((one) => one.shadowRoot)?.shadowRoot?.querySelector('button');
      if (button) button.textContent = text;
    },
    /** No mutation tells of this one. */
    attach: (all, _, text) => {
      const bare = all.find((one) => one.localName === 'x-bare' && !one.shadowRoot);
      if (bare) bare.attachShadow({ mode: 'open' }).innerHTML = `<button>${text}</button>`;
    },
  };

  test('whatever changes, a look sees it at once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...Object.keys(CHANGES)),
            fc.nat(),
            fc.constantFrom('Quota', 'Relay', '보안 메일', 'Limits'),
          ),
          { maxLength: 8 },
        ),
        (steps) => {
          const doc = page(`${FORM}<x-bare></x-bare>`);
          for (const [name, at, text] of steps) {
            const all = [...doc.body.querySelectorAll('*')];
            if (all.length > 0) CHANGES[name]!(all, at % all.length, text);
            expect(told(doc, look), name).toBe(told(doc, survey));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what only a host can open', () => {
  /** Trees behind elements, as an extension would answer. */
  const seamOf = (behind: Map<Element, Document | ShadowRoot>): Seam => ({
    frame: (element) => (behind.get(element) as Document) ?? null,
    shadow: (element) => (behind.get(element) as ShadowRoot) ?? null,
  });

  test('a frame in a frame, a closed root in it, and a closed root on a box that has children of its own', () => {
    const behind = new Map<Element, Document | ShadowRoot>();
    const doc = page('<h1>Console</h1><iframe></iframe>');
    const outer = page('<p>Outer</p><iframe></iframe>');
    const inner = page(`<div><span>Light</span></div>`);
    behind.set(doc.querySelector('iframe')!, outer).set(outer.querySelector('iframe')!, inner);
    const root = inner.querySelector('div')!.attachShadow({ mode: 'closed' });
    root.innerHTML = `${FORM}<slot></slot>`;
    const kept = capture(page(FORM).querySelector('button')!);
    expect(locate(kept, doc)).toBeNull();
    expect(locate(kept, doc, { frame: seamOf(behind).frame! })).toBeNull();
    behind.set(inner.querySelector('div')!, root);
    const seam = seamOf(behind);
    const save = root.querySelector('button');
    expect(locate(kept, doc, seam)?.element === save).toBe(true);
    expect(find({ action: 'save', labels: ['Save'] }, doc, seam).element === save).toBe(true);
    expect(look(doc, seam).roots.map((one) => one.nodeType)).toEqual([9, 9, 9, 11]);
    // And recorded there, through the same seam.
    expect(locate(capture(save!, doc, seam), doc, seam)?.reason).toBe('page unchanged');
    expect(capture(save!).name).toBe('save');
    // A change in the innermost tree is seen as well.
    save!.remove();
    expect(find({ action: 'save', labels: ['Save'] }, doc, seam).verdict).toBe('missing');
  });

  test('a frame of another origin is passed by, and one that shows another document now is entered anew', () => {
    const doc = page('<iframe></iframe><button>Save</button>');
    const locked = {
      frame: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    };
    expect(find({ action: 'save', labels: ['Save'] }, doc, locked).verdict).toBe('certain');
    let shown = page('<a href="/1">Mail</a>');
    const seam = { frame: () => shown };
    const ask = (label: string) => find({ action: 'click', labels: [label] }, doc, seam).verdict;
    expect([ask('Mail'), ask('Board')]).toEqual(['certain', 'missing']);
    shown = page('<a href="/2">Board</a>');
    expect([ask('Mail'), ask('Board')]).toEqual(['missing', 'certain']);
  });

  test('a seam that answers the same tree everywhere does not send the walk round in circles', () => {
    const doc = page('<iframe></iframe><iframe></iframe>');
    const same = page('<button>Save</button><iframe></iframe>');
    expect(find({ action: 'save', labels: ['Save'] }, doc, { frame: () => same }).verdict).toBe('certain');
    expect(find({ action: 'save', labels: ['Save'] }, doc, { frame: () => doc }).verdict).toBe('missing');
  });
});

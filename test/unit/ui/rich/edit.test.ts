import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Doc, type Span, textOf } from '../../../../shared/ui/inquiry/rich/doc.ts';
import {
  type Edited,
  insertLines,
  linkAround,
  setLink,
  splitLine,
  toggleKind,
  toggleMark,
} from '../../../../shared/ui/inquiry/rich/edit.ts';
import { History } from '../../../../shared/ui/inquiry/rich/history.ts';
import { addressOf } from '../../../../shared/ui/inquiry/rich/link-bar.tsx';
import { plainDoc } from '../../../../shared/ui/inquiry/rich/paste.ts';
import { readMarkdown } from '../../../../shared/ui/inquiry/rich/read-markdown.ts';
import { writeMarkdown } from '../../../../shared/ui/inquiry/rich/write-markdown.ts';

const at = (line: number, offset: number, toLine = line, to = offset): Span => ({
  from: { line, offset },
  to: { line: toLine, offset: to },
});
const edited = (edit: (doc: Doc, span: Span) => Edited, markdown: string, span: Span) =>
  writeMarkdown(edit(readMarkdown(markdown), span).doc);

describe('changes of a detail', () => {
  it('Enter splits a line and keeps the marks of both halves', () => {
    expect(edited(splitLine, '가**나다**라', at(0, 2))).toBe('가**나**\n**다**라');
  });

  it('Enter goes on with a list, ends it on an empty item, and does not go on with a heading', () => {
    expect(edited(splitLine, '1. 하나둘', at(0, 2))).toBe('1. 하나\n2. 둘');
    const { doc, span } = splitLine(readMarkdown('- 하나'), at(0, 2));
    expect(splitLine(doc, span).doc.map(({ kind }) => kind)).toEqual(['bullet', 'text']);
    expect(splitLine(readMarkdown('## 제목'), at(0, 2)).doc.map(({ kind }) => kind)).toEqual([
      'heading',
      'text',
    ]);
  });

  it('a mark goes on unless all of the selection has it, across lines', () => {
    const bold = (doc: Doc, span: Span) => toggleMark(doc, span, 'bold');
    expect(edited(bold, '가나\n다라', at(0, 1, 1, 1))).toBe('가**나**\n**다**라');
    expect(edited(bold, '**가**나', at(0, 0, 0, 2))).toBe('**가나**');
    expect(edited(bold, '**가나**', at(0, 0, 0, 2))).toBe('가나');
  });

  it('lines become a list and plain lines again', () => {
    const bullets = (doc: Doc, span: Span) => toggleKind(doc, span, 'bullet');
    expect(edited(bullets, '가\n나\n다', at(0, 0, 1, 1))).toBe('- 가\n- 나\n\n다');
    expect(edited(bullets, '- 가\n- 나', at(0, 0, 1, 1))).toBe('가\n나');
  });

  it('a link goes around the selection and is found from within', () => {
    const { doc } = setLink(readMarkdown('여기 보세요'), at(0, 0, 0, 2), 'https://a.kr/');
    expect(writeMarkdown(doc)).toBe('[여기](https://a.kr/) 보세요');
    expect(linkAround(doc, { line: 0, offset: 1 })).toEqual({ ...at(0, 0, 0, 2), href: 'https://a.kr/' });
    expect(linkAround(doc, { line: 0, offset: 4 })).toBeNull();
  });

  it('an address is completed, and one that leads nowhere good is refused', () => {
    expect(addressOf(' example.co.kr/a ')).toBe('https://example.co.kr/a');
    expect(addressOf('kim@example.co.kr')).toBe('mailto:kim@example.co.kr');
    expect(addressOf('https://a.kr/(x)')).toBe('https://a.kr/%28x%29');
    for (const bad of ['', 'javascript:alert(1)', 'data:text/html,x', '한글', 'https://'])
      expect(addressOf(bad), bad).toBeNull();
  });

  it('what comes in stands where the selection was, letter for letter', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('가', 'a', ' ', '*') }), { minLength: 1 });
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), (old, fresh, a, b) => {
        const doc = plainDoc(old.join('\n') || 'x');
        const whole = doc.map(textOf).join('\n');
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const point = (offset: number) => {
          const lines = whole.slice(0, offset).split('\n');
          return { line: lines.length - 1, offset: lines.at(-1)!.length };
        };
        const put = plainDoc(fresh.join('\n'));
        const made = insertLines(doc, { from: point(from), to: point(to) }, put);
        const inside = put.map(textOf).join('\n');
        expect(made.doc.map(textOf).join('\n')).toBe(whole.slice(0, from) + inside + whole.slice(to));
      }),
    );
  });
});

describe('undo', () => {
  const state = (text: string): Edited => ({ doc: plainDoc(text), span: at(0, text.length) });
  const said = (found: Edited | null) => found?.doc.map(textOf).join('\n') ?? null;

  it('goes back by bursts of typing and forward again, until something new is written', () => {
    const history = new History(state(''));
    history.record(state('가'), 'type', 0);
    history.record(state('가나'), 'type', 100);
    history.record(state('가나다'), 'type', 5000);
    history.record(state('가나'), 'delete', 5100);
    expect(said(history.undo())).toBe('가나다');
    expect(said(history.undo())).toBe('가나');
    expect(said(history.undo())).toBe('');
    expect(history.undo()).toBeNull();
    expect(said(history.redo())).toBe('가나');
    history.record(state('새로'), 'type', 5200);
    expect(history.redo()).toBeNull();
    expect(said(history.undo())).toBe('가나');
  });
});

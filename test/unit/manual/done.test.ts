import { describe, expect, it } from 'vitest';
import { compile } from '../../../shared/manual/index.ts';

const META = { meta: { id: 'm', lang: 'ko' as const } };
const doneOf = (markdown: string, options: object = META) =>
  compile(markdown, options).guide?.steps.map(({ done }) => done);

describe('what shows a step to be done', () => {
  it.each([
    ['on', { kind: 'on' }],
    ['off', { kind: 'off' }],
    ['filled', { kind: 'filled' }],
    ['none', null],
    ['value "25"', { kind: 'value', value: '25' }],
    ['shown “적용 중”', { kind: 'shown', text: '적용 중' }],
    ['row "203.0.113.7"', { kind: 'row', text: '203.0.113.7', step: null, present: true }],
    ['gone "김서연"', { kind: 'row', text: '김서연', step: null, present: false }],
  ])('is settled by the mark %s, beside the step or below it', (mark, done) => {
    for (const text of [
      `1. [적용]을 클릭합니다. <!-- done: ${mark} -->\n2. [닫기]를 클릭합니다.`,
      `1. [적용]을 클릭합니다.\n   <!-- done: ${mark} -->\n2. [닫기]를 클릭합니다.`,
    ]) {
      expect(doneOf(text)).toEqual([done, null]);
      expect(compile(text, META).problems).toEqual([]);
    }
  });

  it('a mark leaves no trace in what is read', () => {
    const marked = compile('1. [적용]을 클릭합니다. <!-- done: on -->\n2. [닫기]를 클릭합니다.', META);
    const plain = compile('1. [적용]을 클릭합니다.\n2. [닫기]를 클릭합니다.', META);
    expect(marked.article.blocks).toEqual(plain.article.blocks);
    expect(marked.guide?.steps.map(({ text }) => text)).toEqual(plain.guide?.steps.map(({ text }) => text));
  });

  it('a mark that cannot be read, and one without a step, are told with their line', () => {
    const text =
      '<!-- done: on -->\n\n1. [적용]을 클릭합니다.\n   <!-- done: maybe -->\n2. [값]을 입력합니다. <!-- done: value -->';
    expect(compile(text, META).problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'done-mark-lost'],
      [4, 'done-mark-wrong'],
      [5, 'done-mark-wrong'],
    ]);
  });

  it('in a listing it is only an example', () => {
    const text = '1. [적용]을 클릭합니다.\n\n```\n<!-- done: on -->\n```\n';
    expect(doneOf(text)).toEqual([null]);
  });

  it('adding to a list is done when the row is there: with the words of the manual, or what was typed', () => {
    const add = (value: string) =>
      `1. [목록 > 허용]을 클릭합니다.\n2. [IP 주소]에 ${value} 입력합니다.\n3. [추가]를 클릭합니다.`;
    expect(doneOf(add('`203.0.113.7`을'))?.[2]).toEqual({
      kind: 'row',
      text: '203.0.113.7',
      step: null,
      present: true,
    });
    expect(doneOf(add('허용할 주소를'))?.[2]).toEqual({ kind: 'row', text: null, step: 's2', present: true });
  });

  it('taking out of a list is done when the row is gone, and a mark has the last word', () => {
    const remove = (mark: string) =>
      `1. [목록 > 차단]을 클릭합니다.\n2. 지울 줄의 [삭제]를 클릭합니다.\n3. [확인]을 클릭합니다.${mark}`;
    const options = { ...META, outcome: 'removed' };
    expect(doneOf(remove(''), options)?.[2]).toEqual({ kind: 'row', text: null, step: 's2', present: false });
    expect(doneOf(remove(' <!-- done: none -->'), options)?.[2]).toBeNull();
  });
});

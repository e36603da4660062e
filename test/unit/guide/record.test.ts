import { describe, expect, it } from 'vitest';
import {
  type Guide,
  heldSteps,
  labelled,
  type Reading,
  receiptMarkdown,
  receiptOf,
  receiptPlain,
  reverse,
  riskOf,
  type WalkEvent,
} from '../../../shared/guide/index.ts';
import { text } from '../../../shared/ui/text/index.ts';
import { did, guide, proved, skip, step, walk } from './samples.ts';

const choice = (words: string): Reading => ({ kind: 'choice', words, of: '사용 여부' });
const box = (kind: 'on' | 'off'): Reading => ({ kind, words: '', of: '' });
const typed = (words: string): Reading => ({ kind: 'text', words, of: '' });
const act = (id: string, before?: Reading, after?: Reading): WalkEvent => ({
  ...(did(id, { time: Date.UTC(2026, 10, 22, 0, 0, 1) }) as Extract<WalkEvent, { type: 'did' }>),
  ...(before && { before }),
  ...(after && { after }),
});

const SWITCH = guide(
  [
    step('menu', { action: 'open-menu-path', labels: ['메일 관리', 'POP3'] }),
    step('use', {
      action: 'select',
      labels: ['사용 함'],
      done: { kind: 'on' },
      danger: 'everyone',
      caution: '[저장]하면 모두에게',
    }),
    step('keep', { action: 'check', labels: ['보관'], done: { kind: 'on' }, optional: true }),
    step('max', { action: 'fill', labels: ['최대'], done: { kind: 'filled' } }),
    step('save', { action: 'save', labels: ['저장'] }),
  ],
  [{ kind: 'step', step: 'use' }],
);
const followed = walk(
  SWITCH,
  act('menu'),
  act('use', choice('사용 안함'), choice('사용 함')),
  act('keep', box('off'), box('on')),
  act('max', typed('10'), typed('25')),
  act('save'),
  proved(true, '사용 함'),
);
const DELETE = guide(
  [
    step('del', { action: 'click', labels: ['삭제'], danger: 'irreversible' }),
    step('ok', { action: 'confirm', labels: ['확인'] }),
  ],
  [{ kind: 'chosen', step: 'del', present: false }],
);
const { receipt: words, putBack } = text('ko').walk;
const receiptFor = (of: Guide, now: typeof followed) =>
  receiptOf({ guide: of, walk: now, console: '하이웍스', origin: 'https://office.example' });

describe('the record of work', () => {
  it('says what was changed, before and after, with the question and not only the answer', () => {
    expect(receiptFor(SWITCH, followed).rows).toMatchObject([
      { what: ['사용 여부'], did: 'changed', before: { words: '사용 안함' }, after: { words: '사용 함' } },
      { what: ['보관'], did: 'changed' },
      { what: ['최대'], did: 'changed', before: { words: '10' }, after: { words: '25' } },
    ]);
  });

  it('is plain text for a ticket', () => {
    const plain = receiptPlain(receiptFor(SWITCH, followed), words, 'ko');
    expect(plain).toContain('작업 기록: 안내');
    expect(plain).toContain('콘솔: 하이웍스 · https://office.example');
    expect(plain).toContain('- 사용 여부: 사용 안함 → 사용 함 (바꿈)');
    expect(plain).toContain('- 보관: 꺼짐 → 켜짐 (바꿈)');
    expect(plain).toContain('저장된 값을 확인함');
    expect(plain).toMatch(/2026-11-2\d \d\d:\d\d:01/);
  });

  it('is Markdown in which no word of a page becomes markup or another cell', () => {
    const now = walk(DELETE, { ...act('del'), chosen: 'a|b *c* [x](http://y)\n# d' } as WalkEvent, act('ok'));
    const table = receiptMarkdown(receiptFor(DELETE, now), words, 'ko');
    expect(table).toContain('a\\|b \\*c\\* \\[x\\](http://y) \\# d');
    for (const line of table.split('\n').filter((each) => each.startsWith('|')))
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(6);
  });

  it('tells apart what was declined, what was missing and what was so before', () => {
    const now = walk(
      SWITCH,
      act('menu'),
      { type: 'seen', seen: [{ step: 'use', holds: true, now: choice('사용 함') }] },
      { type: 'next' },
      skip,
      { type: 'skip', why: 'missing' },
    );
    expect(receiptFor(SWITCH, now).rows.map(({ step: id, did: what }) => [id, what])).toEqual([
      ['use', 'same'],
      ['keep', 'skipped'],
      ['max', 'missed'],
    ]);
  });
});

describe('putting it back', () => {
  it('goes the same way, sets the old values, last first, and saves', () => {
    const { guide: back, left } = reverse(SWITCH, followed, putBack);
    expect(left).toEqual([]);
    expect(back?.steps.map(({ id, action, labels, done }) => [id, action, labels.at(-1), done])).toEqual([
      ['s1', 'open-menu-path', 'POP3', null],
      ['s2', 'fill', '최대', { kind: 'value', value: '10' }],
      ['s3', 'uncheck', '보관', { kind: 'off' }],
      ['s4', 'select', '사용 안함', { kind: 'on' }],
      ['s5', 'save', '저장', null],
    ]);
    // What stands below the switch may be out of sight once it is turned back.
    expect(back?.outcome).toEqual([{ kind: 'step', step: 's4' }]);
  });

  it('is refused for what nothing takes back, and says so', () => {
    const now = walk(DELETE, act('del'), act('ok'));
    expect(reverse(DELETE, now, putBack)).toMatchObject({ guide: null, left: [{ why: 'irreversible' }] });
  });

  it('is not invented where the old value is not known', () => {
    const now = walk(SWITCH, act('menu'), act('use', undefined, choice('사용 함')), skip, skip, act('save'));
    expect(reverse(SWITCH, now, putBack)).toMatchObject({ guide: null, left: [{ why: 'unknown' }] });
  });

  it('has nothing to do where nothing was changed', () => {
    const now = walk(
      SWITCH,
      act('menu'),
      act('use', choice('사용 함'), choice('사용 함')),
      skip,
      skip,
      act('save'),
    );
    expect(reverse(SWITCH, now, putBack)).toEqual({ guide: null, left: [] });
  });
});

describe('a risk', () => {
  it('is told with what there is to go back to', () => {
    const now = walk(SWITCH, {
      type: 'seen',
      seen: [{ step: 'use', holds: false, now: choice('사용 안함') }],
    });
    expect(riskOf(SWITCH, now, SWITCH.steps[1]!)).toMatchObject({
      danger: 'everyone',
      held: true,
      lasting: false,
    });
    expect(riskOf(SWITCH, now, SWITCH.steps[1]!)?.before?.words).toBe('사용 안함');
    expect(heldSteps(SWITCH, now).map(({ id }) => id)).toEqual(['use']);
  });

  it('is said again at the save that puts it into effect, which is not held twice', () => {
    const now = walk(SWITCH, act('menu'), act('use', choice('사용 안함'), choice('사용 함')));
    expect(riskOf(SWITCH, now, SWITCH.steps[4]!)).toMatchObject({ held: false, of: { id: 'use' } });
  });

  it('of typing is held at what is pressed after it', () => {
    const of = guide([
      step('max', { action: 'fill', danger: 'everyone', done: { kind: 'filled' } }),
      step('note', { action: 'fill', optional: true }),
      step('save', { action: 'save' }),
    ]);
    expect(heldSteps(of, walk(of)).map(({ id }) => id)).toEqual(['save']);
  });
});

it('labels in a caution are drawn as labels', () => {
  expect(labelled('[저장]을 누르면 [메일 > 설정]이')).toEqual([
    { t: 'label', path: ['저장'] },
    { t: 'text', text: '을 누르면 ' },
    { t: 'label', path: ['메일', '설정'] },
    { t: 'text', text: '이' },
  ]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../../shared/article/index.ts';
import { compile, explain, plainSteps } from '../../../shared/manual/index.ts';
import { type Case, compare, f1 } from '../../manuals/score.ts';

describe('a manual', () => {
  test('summary over call-outs is walked once', () => {
    const { guide } = compile(
      '1. [설정 > 부재중]으로 이동해 [저장]을 클릭합니다.\n① [설정]을 클릭합니다.\n② [부재중]을 클릭합니다.\n③ [저장]을 클릭합니다.',
    );
    expect(guide?.steps.map((step) => step.labels)).toEqual([['설정'], ['부재중'], ['저장']]);
  });

  test('branches by role are not a sequence', () => {
    const { guide } = compile('[관리자]\n1. [추가]를 클릭합니다.\n[사용자]\n1. [신청]을 클릭합니다.');
    expect(guide?.steps.map((step) => step.alternative)).toEqual(['g1.a', 'g1.b']);
  });

  test('a second task is a guide of its own', () => {
    const { guides, article } = compile(
      '## 그룹 만들기\n\n1. [메일 > 그룹]을 클릭합니다.\n2. [추가]를 클릭합니다.\n3. [저장]을 클릭합니다.\n\n## 그룹 지우기\n\n1. [메일 > 그룹]을 클릭합니다.\n2. [삭제]를 클릭합니다.\n',
      { meta: { id: 'groups', title: '그룹' } },
    );
    expect(guides.map((guide) => [guide.id, guide.title, guide.steps.length])).toEqual([
      ['groups', '그룹 만들기', 3],
      ['groups-2', '그룹 지우기', 2],
    ]);
    expect(article.guides).toEqual(['groups', 'groups-2']);
  });

  test('a caution belongs to the step it threatens', () => {
    const { guide } = compile(
      '1. [선택]을 클릭합니다.\n2. [삭제]를 클릭합니다.\n\n   > [!CAUTION]\n   > 삭제한 메일은 복구할 수 없습니다.\n\n3. [확인]을 클릭합니다.',
    );
    expect(guide?.steps.map((step) => step.danger)).toEqual([null, 'irreversible', null]);
    expect(guide?.steps[1]?.caution).toContain('복구할 수 없습니다');
  });

  test('a known label needs no mark', () => {
    const text = '1. 회사설정 버튼을 클릭합니다.';
    expect(compile(text).guide?.steps[0]?.unsure).toBe('unmarked');
    expect(compile(text, { labels: [['회사 설정', '회사설정']] }).guide?.steps[0]?.unsure).toBeNull();
  });

  test('front matter is skipped and lines still count', () => {
    expect(compile('---\ntitle: x\n---\n\n1. [저장]을 클릭합니다.').guide?.steps[0]?.line).toBe(5);
  });

  test('guide: false reads only', () => {
    const { guides, article } = compile('1. [저장]을 클릭합니다.', { guide: false });
    expect(guides).toEqual([]);
    expect(blockText(article.blocks)).toContain('저장');
  });

  test.each([
    ['raw-html', '설명 <b>굵게</b>'],
    ['unsafe-link', '[링크](javascript:alert(1))'],
    ['unclosed-bracket', '1. [메일 > 설정을 클릭합니다.'],
    ['unmarked-label', '1. 저장 버튼을 클릭합니다.'],
    ['reference-like-step', '1. [메일]을 클릭합니다.\n2. [계정] 매뉴얼을 참고하세요.'],
    ['step-without-target', '1. [메일]을 클릭합니다.\n2. 설정 화면이 나타납니다.'],
  ])('tells the author: %s', (code, text) => {
    const { problems } = compile(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.every((problem) => problem.message.ko && problem.message.en)).toBe(true);
  });

  test('explain says for every line what it was taken for', () => {
    expect(
      explain('1. [저장]을 클릭합니다.\n※ 참고').map((line) => [line.line, line.kind, line.steps]),
    ).toEqual([
      [1, 'step', ['save 저장']],
      [2, 'note', []],
    ]);
  });
});

describe('annotated manuals', () => {
  const cases = JSON.parse(
    readFileSync(new URL('../../manuals/held-out.json', import.meta.url), 'utf8'),
  ) as Case[];
  const score = (some: Case[]) => {
    const sum = { hit: 0, missed: 0, extra: 0 };
    for (const one of some) {
      const count = compare(one.steps, plainSteps(compile(one.text).guides), new Set());
      sum.hit += count.hit;
      sum.missed += count.missed;
      sum.extra += count.extra;
    }
    return f1(sum);
  };

  test.each([
    ['ko', 0.88],
    ['en', 0.75],
    ['ja', 0.8],
  ])('%s reaches its target', (lang, target) => {
    expect(score(cases.filter((one) => one.lang === lang))).toBeGreaterThanOrEqual(target);
  });
});

test('time grows with length, not with its square', () => {
  const text = (n: number) =>
    Array.from(
      { length: n },
      (_, i) => `${i + 1}. [관리 > 메일 ${i}]에서 [추가]를 클릭한 후 이름을 입력합니다.`,
    ).join('\n');
  const one = (markdown: string) => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 7; i++) {
      const from = performance.now();
      compile(markdown);
      best = Math.min(best, performance.now() - from);
    }
    return best;
  };
  one(text(200));
  // Sixteen times the lines in one run on one machine: linear is 16 (and some for the collector), quadratic is 256.
  expect(one(text(3200)) / one(text(200))).toBeLessThan(110);
});

test.each([
  ['quotes in quotes', '> '.repeat(5000)],
  ['lists in lists', '- '.repeat(5000)],
  ['a long gap', `가${' '.repeat(50_000)}나`],
  ['open brackets', '['.repeat(20_000)],
  ['arrows', '가 > '.repeat(5000)],
  ['steps on one line', '[가 > 나]를 클릭 '.repeat(2000)],
])('%s do not bring it down', (_, text) => {
  expect(compile(`${text}\n\n1. [저장]을 클릭합니다.`).guides.at(-1)?.steps.at(-1)?.labels).toEqual(['저장']);
});

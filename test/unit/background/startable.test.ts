import { expect, it, vi } from 'vitest';

vi.hoisted(() => {
  // What the build writes in.
  vi.stubGlobal('__GILJABI_KEYS__', []);
  vi.stubGlobal('__GILJABI_BUNDLE_URL__', 'https://desk.example/bundle/');
});
vi.mock('../../../extension/platform/browser.ts', () => import('./platform.ts'));

const { openingLabels } = await import('../../../extension/background/startable.ts');
const { compile } = await import('../../../shared/manual/index.ts');

const opening = (markdown: string, synonyms: string[][] = []) => {
  const [guide] = compile(markdown).guides;
  if (!guide) throw new Error('no guide');
  return openingLabels(guide, synonyms);
};

it('takes the way and the first thing that is set', () => {
  expect(opening('1. [관리 > 보안]을 클릭합니다.\n2. [사용]을 선택합니다.\n3. [저장]을 클릭합니다.')).toEqual(
    ['관리', '보안', '사용'],
  );
});

it('knows the other words of the console', () => {
  expect(
    opening('1. [사용]을 선택합니다.\n2. [저장]을 클릭합니다.', [
      ['사용', 'ON'],
      ['저장', '적용'],
    ]),
  ).toEqual(['사용', 'ON']);
});

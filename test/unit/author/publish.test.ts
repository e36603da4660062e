import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../desk/publish/publish.ts';
import { contentFolder, type Files, manual, STEPS } from '../publish/folder.ts';
import { entry, fingerprint } from './samples.ts';

const FILE = 'hiworks/secure-mail.targets.yaml';
const check = async (targets: string, more: Files = {}) => {
  const { compiled, problems } = await checkContent(await contentFolder({ [FILE]: targets, ...more }));
  const steps = compiled.flatMap(({ guides }) => guides).flatMap((guide) => guide.steps);
  return {
    recorded: steps.map((step) => (step.recorded ? JSON.parse(step.recorded).name : null)),
    problems: problems.map(({ file, line, code, severity }) => `${file}:${line} ${severity} ${code}`),
    words: problems.map(({ message }) => message.en),
  };
};

describe('what was recorded beside a manual', () => {
  it('goes to its step, and only there', async () => {
    const text = `# 사람이 적은 말\n${entry('save 저장')}${entry('open-menu-path 메일 관리 > 보안 메일', '', fingerprint('보안메일'))}`;
    expect(await check(text)).toMatchObject({ recorded: ['보안메일', null, '저장'], problems: [] });
  });

  it('goes to the nth of several steps that are named alike', async () => {
    const twice = {
      'hiworks/secure-mail.md': manual('secure-mail', {}, `${STEPS}\n4. [저장]을 클릭합니다.`),
    };
    const second = await check(entry('save 저장', '  nth: 2\n'), twice);
    expect(second).toMatchObject({ recorded: [null, null, null, '저장'], problems: [] });
    expect((await check(entry('save 저장'), twice)).recorded).toEqual([null, null, '저장', null]);
  });

  it('changes nothing where there is no such file, or only comments in it', async () => {
    expect(await check('# 아직 없음\n')).toMatchObject({ recorded: [null, null, null], problems: [] });
  });

  it.each([
    ['a step that is gone', `${entry('save 저장')}${entry('save 적용')}`, 4],
    ['an occurrence that is gone', entry('save 저장', '  nth: 2\n'), 1],
  ])('of %s is said, with its line, and is no fault', async (_what, text, line) => {
    expect((await check(text)).problems).toEqual([`${FILE}:${line} warning orphan-target`]);
  });

  it('of no manual is said', async () => {
    const { problems } = await check('', { 'hiworks/gone.targets.yaml': entry('save 저장') });
    expect(problems).toEqual(['hiworks/gone.targets.yaml:1 warning orphan-target']);
  });

  it('of a draft waits with its draft', async () => {
    const draft = {
      'hiworks/new.md': manual('new', { draft: 'true' }),
      'hiworks/new.targets.yaml': entry('a b'),
    };
    expect((await check('', draft)).problems).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['another version', entry('save 저장', '', fingerprint('저장', { v: 2 })), `${FILE}:3 error wrong-field`],
    ['nothing to know it by', entry('save 저장', '', { v: 1 }), `${FILE}:3 error missing-field`],
    [
      'more than 4 kB',
      entry('save 저장', '', fingerprint('가'.repeat(2_000))),
      `${FILE}:3 error wrong-field`,
    ],
    ['no such day', entry('save 저장').replace('11-21', '11-31'), `${FILE}:2 error wrong-field`],
    ['a field of its own', entry('save 저장', '  note: x\n'), `${FILE}:3 error unknown-field`],
    ['an occurrence before the first', entry('save 저장', '  nth: 0\n'), `${FILE}:3 error wrong-field`],
    ['the same step twice', entry('save 저장') + entry('save 저장'), `${FILE}:4 error same-target`],
    ['no YAML at all', '- step: [', `${FILE}:1 error yaml`],
    ['a map where a list belongs', 'save 저장: {}\n', `${FILE}:1 error wrong-field`],
  ])('with %s is refused by file and line', async (_what, text, problem) => {
    expect((await check(text)).problems).toContain(problem);
  });
});

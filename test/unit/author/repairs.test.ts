import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../../desk/publish/publish.ts';
import { contentFolder, manual, STEPS } from '../publish/folder.ts';
import { entry, fingerprint } from './samples.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TARGETS = 'hiworks/secure-mail.targets.yaml';

const giljabi = (args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'desk/cli.ts', ...args],
      { cwd: ROOT, env: { ...process.env, GILJABI_LANG: 'en' } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

const repair = (step: string, more: object = {}, record: object = fingerprint()) => ({
  guide: 'secure-mail',
  article: 'secure-mail',
  console: 'hiworks',
  step,
  nth: 1,
  fingerprint: JSON.stringify(record),
  reason: 'other-words',
  bundle: 3,
  date: '2026-11-20',
  ...more,
});

describe('repairs', () => {
  let content: string;
  let file: string;
  beforeEach(async () => {
    content = await contentFolder();
    file = path.join(content, 'repairs.json');
  });
  const given = (repairs: unknown[]) =>
    writeFile(file, JSON.stringify({ format: 'giljabi-repairs', version: 1, made: 'x', repairs }));
  const run = (...flags: string[]) => giljabi(['repairs', file, '--content', content, ...flags]);
  const written = () => readFile(path.join(content, TARGETS), 'utf8');

  it('lists what is kept of each step, how often, and what merging would do; writes nothing', async () => {
    await given([
      repair('save 저장', {}, fingerprint('적용')),
      repair('save 저장', { date: '2026-11-21' }, fingerprint('적용하기', { heads: ['#abc'] })),
      repair('check 보안 메일 사용'),
    ]);
    const { code, out } = await run();
    expect(out).toContain('1. secure-mail · save 저장');
    expect(out).toContain('2 times · last 2026-11-21 · bundle 3 · because of other-words');
    expect(out).toContain('Name: ‘적용하기’');
    expect(out).toContain('Section: (masked words)');
    expect(out).toContain(`would be added to ${TARGETS}`);
    expect(code).toBe(0);
    await expect(written()).rejects.toThrow('ENOENT');
  });

  it('merges, says what was added and what replaced, and keeps comments and order of the rest', async () => {
    const before = `# by hand\n${entry('open-menu-path 메일 관리 > 보안 메일')}# the save button\n${entry('save 저장', '  console_version: 2024.1\n')}`;
    await writeFile(path.join(content, TARGETS), before);
    const keys = (await checkContent(content)).compiled[1]!.guides[0]!.steps.map(
      ({ action, labels }) => `${action} ${labels.join(' > ')}`,
    );
    await given([
      repair('save 저장', {}, fingerprint('적용')),
      repair(keys[1]!, {}, fingerprint('보안메일사용')),
    ]);
    const { out } = await run('--merge');
    expect(out).toContain('would replace the record of 2026-11-21');
    expect(out).toContain(`1. replaced → ${TARGETS}`);
    expect(out).toContain(`2. added → ${TARGETS}`);
    const text = await written();
    expect(text).toMatch(
      /# by hand\n- step: open-menu-path[\s\S]*# the save button\n- step: save 저장[\s\S]*- step: /,
    );
    expect(text).not.toContain('console_version');
    const { compiled, problems } = await checkContent(content);
    expect(problems).toEqual([]);
    const names = compiled[1]!.guides[0]!.steps.map(({ recorded }) => JSON.parse(recorded!).name);
    expect(names).toEqual(['저장', '보안메일사용', '적용']);
    expect((await run('--merge')).out).toContain('1. already there');
    expect(await written()).toBe(text);
  });

  it('merges only what was chosen', async () => {
    await given([repair('save 저장'), repair('open-menu-path 메일 관리 > 보안 메일')]);
    const { out } = await run('--merge', '--only', '2');
    expect(out).toContain(`2. added → ${TARGETS}`);
    expect(await written()).not.toContain('save 저장');
  });

  it('of the second step of that name goes to the second', async () => {
    await writeFile(
      path.join(content, 'hiworks/secure-mail.md'),
      manual('secure-mail', {}, `${STEPS}\n4. [저장]을 클릭합니다.`),
    );
    await given([repair('save 저장', { nth: 2 })]);
    await run('--merge');
    const { compiled } = await checkContent(content);
    const steps = compiled.find(({ article }) => article.id === 'secure-mail')!.guides[0]!.steps;
    expect(steps.map(({ recorded }) => recorded !== null)).toEqual([false, false, false, true]);
  });

  it('says plainly what cannot be merged, and leaves it', async () => {
    await given([
      repair('save 저장', { guide: 'gone' }),
      repair('click 없는 것'),
      repair('save 저장', {}, fingerprint('취소')),
      { guide: 1 },
      repair('save 저장', { fingerprint: '{"v":9}' }),
    ]);
    const { out } = await run('--merge');
    expect(out).toContain('Entry 4 of the file cannot be read');
    expect(out).toContain('Entry 5 of the file cannot be read');
    expect(out).toContain('! The content has no such guide.');
    expect(out).toContain('! The guide has no such step any more');
    expect(out).toContain('would point at a cancel or a delete: never merged');
    expect(out).toContain('3 could not be merged');
    await expect(written()).rejects.toThrow('ENOENT');
  });

  it('does not write into a file that has a fault', async () => {
    const broken = '- step: [\n';
    await writeFile(path.join(content, TARGETS), broken);
    await given([repair('save 저장')]);
    expect((await run('--merge')).out).toContain('has a fault: mend what `check` names first');
    expect(await written()).toBe(broken);
  });

  it('shows nothing that moves the cursor', async () => {
    await given([repair('save \u001b[2J저장', {}, fingerprint('\u001b]0;x\u0007'))]);
    const { out } = await run();
    expect(out).toContain('1. secure-mail');
    expect(out).not.toMatch(/[\u001b\u0007]/);
  });

  it.each([
    ['no such file', ['nowhere.json'], 'Cannot read nowhere.json (ENOENT)'],
    ['another file', ['package.json'], 'is not a file saved with'],
    ['no such content', ['package.json', '--content', 'nowhere'], 'no content folder at nowhere'],
  ])('of %s is one clear line', async (_what, args, says) => {
    const { code, err } = await giljabi(['repairs', ...args]);
    expect(err).toMatch(/^✗ [^\n]*\n$/);
    expect(err).toContain(says);
    expect(code).toBe(1);
  });

  it('of a number that is not there names it', async () => {
    await given([repair('save 저장')]);
    expect((await run('--merge', '--only', '7')).err).toContain('--only 7: there is no such number');
    expect((await run('--only', 'x')).err).toContain('Give numbers of the list');
  });
});

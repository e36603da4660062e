import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUTHOR_PATH, authorRoutes } from '../../../desk/author/routes.ts';
import { secretFile } from '../../../desk/secret-file.ts';
import { contentFolder, emptyFolder, snapshot } from '../publish/folder.ts';
import { entry, fingerprint } from './samples.ts';

const EXTENSION = 'chrome-extension://abcdefghijklmnop';
const FILE = 'hiworks/secure-mail.targets.yaml';
const TARGET = { guide: 'secure-mail', step: 'save 저장', nth: 1, recorded: fingerprint() };

describe('the desk takes recorded targets', () => {
  let content: string;
  let server: ServerType;
  let url: string;
  beforeEach(async () => {
    content = await contentFolder();
    const app = authorRoutes({ content, token: 'right' });
    url = await new Promise((resolve) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}${AUTHOR_PATH}`),
      );
    });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { Authorization: 'Bearer right', 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const said = await response.json().catch(() => null);
    return { status: response.status, said, allowed: response.headers.get('Access-Control-Allow-Origin') };
  };

  it('and writes them beside the manual', async () => {
    expect(await post(TARGET, { Origin: EXTENSION })).toEqual({
      status: 200,
      said: { file: FILE, did: 'added' },
      allowed: EXTENSION,
    });
    expect(await readFile(path.join(content, FILE), 'utf8')).toContain('step: save 저장');
    expect((await post(TARGET)).said).toEqual({ file: FILE, did: 'unchanged' });
    expect((await post({ ...TARGET, recorded: fingerprint('적용') })).said).toEqual({
      file: FILE,
      did: 'replaced',
    });
  });

  it('several at once, and loses none', async () => {
    const steps = ['save 저장', 'open-menu-path 메일 관리 > 보안 메일'];
    const all = await Promise.all(steps.map((step) => post({ ...TARGET, step })));
    expect(all.map(({ said }) => said.did)).toEqual(['added', 'added']);
    const text = await readFile(path.join(content, FILE), 'utf8');
    for (const step of steps) expect(text).toContain(`step: ${step}`);
    expect((await readdir(path.join(content, 'hiworks'))).filter((name) => name.endsWith('.new'))).toEqual(
      [],
    );
  });

  it('answers the question that a browser asks first, to extensions alone', async () => {
    const ask = async (origin: string) => {
      const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' };
      return (await fetch(url, { method: 'OPTIONS', headers })).headers.get('Access-Control-Allow-Origin');
    };
    expect(await ask(EXTENSION)).toBe(EXTENSION);
    expect(await ask('moz-extension://0f1e2d3c-aaaa-bbbb-cccc-0123456789ab')).toMatch(/^moz-extension/);
    expect(await ask('https://office.hiworks.com')).toBeNull();
    expect(await ask(`https://evil.example/${EXTENSION}`)).toBeNull();
  });

  it.each<[string, unknown, Record<string, string>, number, string | null]>([
    ['without the token', TARGET, { Authorization: '' }, 401, 'token-wrong'],
    ['with another token', TARGET, { Authorization: 'Bearer righ' }, 401, 'token-wrong'],
    ['from a web page', TARGET, { Origin: 'https://office.hiworks.com' }, 404, null],
    ['from a sandboxed page', TARGET, { Origin: 'null' }, 404, null],
    ['through a proxy', TARGET, { 'X-Forwarded-For': '203.0.113.9' }, 404, null],
    ['that is no JSON', '{', {}, 400, 'malformed'],
    ['with a field too many', { ...TARGET, file: '../x' }, {}, 400, 'malformed'],
    ['of a guide that is a path', { ...TARGET, guide: '../../etc/passwd' }, {}, 400, 'malformed'],
    ['of another version', { ...TARGET, recorded: fingerprint('x', { v: 2 }) }, {}, 400, 'malformed'],
    ['that is too large', { ...TARGET, recorded: fingerprint('가'.repeat(9_000)) }, {}, 413, 'malformed'],
    ['of a guide that is not there', { ...TARGET, guide: 'gone' }, {}, 409, 'no-such-guide'],
    ['of an article without steps', { ...TARGET, guide: 'welcome' }, {}, 409, 'no-such-guide'],
    ['of a step that is not there', { ...TARGET, step: 'save 적용' }, {}, 409, 'no-such-step'],
    ['of a cancel for a save', { ...TARGET, recorded: fingerprint('취소') }, {}, 409, 'throws-away'],
    ['of a second one where there is one', { ...TARGET, nth: 2 }, {}, 409, 'no-such-step'],
  ])('but none %s, and writes nothing', async (_what, body, headers, status, error) => {
    const before = await snapshot(content);
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.said?.error ?? null).toBe(error);
    expect(await snapshot(content)).toEqual(before);
  });

  it('but does not touch a file that has a fault', async () => {
    const faulty = entry('save 저장', '  note: x\n');
    await writeFile(path.join(content, FILE), faulty);
    expect((await post(TARGET)).said).toEqual({ error: 'file-faulty' });
    expect(await readFile(path.join(content, FILE), 'utf8')).toBe(faulty);
  });
});

describe('the authoring token', () => {
  it('is made once and stays, readable by its owner only', async () => {
    const home = path.join(await emptyFolder(), 'home');
    const token = await secretFile(home, 'author-token');
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(await secretFile(home, 'author-token')).toBe(token);
    expect((await stat(path.join(home, 'author-token'))).mode & 0o777).toBe(0o600);
    expect(await secretFile(await emptyFolder(), 'author-token')).not.toBe(token);
  });
});

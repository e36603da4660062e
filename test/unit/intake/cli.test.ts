import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { download, downloadHeaders } from '../../../desk/intake/download.ts';
import { openStore, registerInquiries } from '../../../desk/intake/index.ts';
import { columns } from '../../../desk/intake/print/plain.ts';
import { safeFileName } from '../../../desk/intake/print/save-files.ts';
import { type Inquiry, inquiryHash } from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../inquiry/samples.ts';
import { post, startDesk, tempDir } from './desk.ts';

let desk: Awaited<ReturnType<typeof startDesk>>;
let out: Awaited<ReturnType<typeof tempDir>>;
const bytes = new Uint8Array([0, 1, 2, 255, 13, 10]);
const file = new File([bytes], '../../../etc/a:화면.png', { type: 'image/png' });
const inquiries: Inquiry[] = [];

beforeAll(async () => {
  desk = await startDesk();
  out = await tempDir();
  const hostile = {
    company: '=HYPERLINK("http://a.example","x")',
    summary: '\u202e긴 요약 '.repeat(12),
    detail: '- 목록\n접수번호  2026-999999',
  };
  for (const [over, files] of [
    [{}, [file]],
    [hostile, []],
    [{}, []],
  ] as [Partial<Inquiry>, File[]][]) {
    const inquiry = await sampleInquiry(over, files);
    expect((await post(desk.url, inquiry, files)).status).toBe(201);
    inquiries.push(inquiry);
  }
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await out.remove();
}, 60_000);
beforeEach(() => vi.stubEnv('GILJABI_LANG', 'ko_KR.UTF-8'));
afterEach(() => vi.unstubAllEnvs());

/** What `giljabi inquiries <args>` prints. */
async function run(
  args: string[],
  dataDir = desk.dataDir,
  ask?: (question: string) => Promise<string | null>,
): Promise<string> {
  let text = '';
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerInquiries(program, {
    place: () => ({ dataDir }),
    write: (piece) => (text += piece),
    ...(ask ? { ask } : {}),
  });
  await program.parseAsync(['inquiries', ...args], { from: 'user' });
  return text;
}

describe('while the desk is running', () => {
  it('list asks it and stands in columns, Hangul counted double', async () => {
    const lines = (await run(['list'])).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^접수번호\s+접수 시각\s+회사명\s+문의 요약\s+첨부$/);
    const column = (line: string, text: string) => columns(line.slice(0, line.indexOf(text)));
    const places = [
      column(lines[1]!, '보안 메일'),
      column(lines[3]!, '보안 메일'),
      column(lines[0]!, '문의 요약'),
    ];
    expect(new Set(places).size).toBe(1);
    expect(lines.join('')).not.toMatch(/[\u0000-\u0009\u202a-\u202e]/);
  });

  it('list shows as many as are asked for', async () => {
    expect((await run(['list', '--limit', '1'])).trimEnd().split('\n')).toHaveLength(2);
    await expect(run(['list', '--limit', '0'])).rejects.toThrow();
  });

  it('show finds by number and by id, in the language of the terminal', async () => {
    const stored = (await desk.store.find(inquiries[0]!.id))!;
    const text = await run(['show', stored.number]);
    expect(await run(['show', inquiries[0]!.id])).toBe(text);
    for (const part of [
      stored.number,
      'kim@example.co.kr',
      '  1. **보안 메일**을 켭니다.',
      '개인정보 수집·이용 동의 v2',
    ])
      expect(text).toContain(part);
    vi.stubEnv('GILJABI_LANG', 'en_US');
    expect(await run(['show', stored.number])).toMatch(/^Number {2,}2026-/);
  });

  it('no line of the detail passes for a field', async () => {
    expect((await run(['show', inquiries[1]!.id])).match(/^접수번호/gm)).toHaveLength(1);
  });

  it('show saves attachments inside the folder, for the owner only', async () => {
    const dir = path.join(out.dir, 'saved');
    await run(['show', inquiries[0]!.id, '--save', dir]);
    expect(await readdir(dir)).toEqual(['1-.._.._.._etc_a_화면.png']);
    const saved = path.join(dir, '1-.._.._.._etc_a_화면.png');
    expect(new Uint8Array(await readFile(saved))).toEqual(bytes);
    expect((await stat(saved)).mode & 0o077).toBe(0);
  });

  it('show says what to do about an unknown number', async () => {
    await expect(run(['show', '2026-000000'])).rejects.toThrow(/inquiries list/);
  });

  it('export of one inquiry holds all of it and nothing of the others', async () => {
    const dir = path.join(out.dir, 'one');
    expect(await run(['export', '--id', inquiries[0]!.id, '--out', dir])).toContain('1건');
    const list = JSON.parse(await readFile(path.join(dir, 'inquiries.json'), 'utf8'));
    expect(list).toHaveLength(1);
    expect(list[0].inquiry).toEqual(inquiries[0]);
    expect(list[0].consent.version).toBe(2);
    expect(new Uint8Array(await readFile(path.join(dir, list[0].saved[0])))).toEqual(bytes);
    await expect(run(['export', '--id', '2026-000000'])).rejects.toThrow(/inquiries list/);
  });

  it('export as JSON is complete: hash and files can be checked again', async () => {
    const dir = path.join(out.dir, 'json');
    expect(await run(['export', '--out', dir])).toContain('3건');
    const list = JSON.parse(await readFile(path.join(dir, 'inquiries.json'), 'utf8'));
    expect(list.map((one: { inquiry: Inquiry }) => one.inquiry)).toEqual([...inquiries].reverse());
    for (const one of list) expect(await inquiryHash(one.inquiry)).toBe(one.hash);
    expect(new Uint8Array(await readFile(path.join(dir, list[2].saved[0])))).toEqual(bytes);
    expect(JSON.parse(await run(['export']))).toHaveLength(3);
  });

  it('export as CSV opens in a spreadsheet and runs nothing there', async () => {
    const csv = await run(['export', '--format', 'csv']);
    expect(csv.startsWith('\ufeffnumber,received,')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://a.example"",""x"")"`);
    expect(csv).toContain(`"'- 목록\n`);
    expect(csv.split('\r\n')).toHaveLength(5);
    await expect(run(['export', '--format', 'xml'])).rejects.toThrow();
  });

  it('delete asks for the number, says that there is no way back, and leaves a line', async () => {
    const inquiry = await sampleInquiry({}, [file]);
    await post(desk.url, inquiry, [file]);
    const { number } = (await desk.store.find(inquiry.id))!;
    const asked: string[] = [];
    const answer = (text: string | null) => async (question: string) => {
      asked.push(question);
      return text;
    };
    const remove = (text: string | null) => run(['delete', number], desk.dataDir, answer(text));
    await expect(remove('y')).rejects.toThrow(/지우지 않았습니다/);
    await expect(remove(null)).rejects.toThrow(/--yes/);
    expect(await desk.store.find(number)).not.toBeNull();
    expect(await remove(` ${number} `)).toContain(number);
    expect(asked[0]).toMatch(/되돌릴 수 없습니다/);
    expect(await desk.store.find(number)).toBeNull();
    await expect(run(['delete', number, '--yes'])).rejects.toThrow(/inquiries list/);

    const audit = await run(['audit']);
    expect(audit).toContain(number);
    expect(audit).not.toMatch(/kim@|예시|보안/);
    expect(JSON.parse(await run(['audit', '--json']))).toMatchObject([
      { action: 'deleted', number, files: 1 },
    ]);
  });

  it('attachments come as downloads that no browser shows as a page', async () => {
    const { token } = JSON.parse(await readFile(path.join(desk.dataDir, 'desk.json'), 'utf8'));
    const address = `${desk.url}/api/desk/inquiries/${inquiries[0]!.id}/files/0`;
    const { headers } = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="/);
    expect(headers.get('Content-Type')).toBe('application/octet-stream');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'; sandbox/);
    const { 'Content-Disposition': name } = downloadHeaders('../화면 "1"\r\nSet-Cookie: a=b\u202e.png');
    expect(name).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w%.-]+$/);
    expect(name).not.toMatch(/[\r\n/]|Set-Cookie: /);
  });

  it('a file is answered with its own bytes, not with the memory that they lie in', async () => {
    const app = new Hono().get('/', (c) => download(c, Buffer.from('한 줄'), 'a.txt'));
    expect(await (await app.request('/')).text()).toBe('한 줄');
  });

  it('its door is open to nobody else', async () => {
    const address = `${desk.url}/api/desk/inquiries`;
    const { token } = JSON.parse(await readFile(path.join(desk.dataDir, 'desk.json'), 'utf8'));
    const ask = async (headers: Record<string, string>) => (await fetch(address, { headers })).status;
    const Authorization = `Bearer ${token}`;
    expect(await ask({ Authorization })).toBe(200);
    expect(await ask({})).toBe(404);
    expect(await ask({ Authorization: `Bearer ${token}x` })).toBe(404);
    expect(await ask({ Authorization, Origin: 'https://help.example' })).toBe(404);
    expect(await ask({ Authorization, 'X-Forwarded-For': '203.0.113.7' })).toBe(404);
    expect((await stat(path.join(desk.dataDir, 'desk.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('while no desk is running', () => {
  it('the store is opened, though a killed desk left its note', async () => {
    const home = await tempDir();
    const note = { url: 'http://127.0.0.1:9', token: 'x', pid: 1 };
    await writeFile(path.join(home.dir, 'desk.json'), JSON.stringify(note));
    expect(await run(['list'], home.dir)).toBe('접수된 문의가 없습니다.\n');
    expect(await run(['export'], home.dir)).toBe('[]\n');
    await home.remove();
  }, 60_000);

  it('a store that somebody holds without answering is explained', async () => {
    const home = await tempDir();
    const store = await openStore({ dataDir: home.dir });
    await expect(run(['list'], home.dir)).rejects.toThrow(/데스크를 종료한 뒤/);
    await store.close();
    await home.remove();
  }, 60_000);
});

describe('a safe file name', () => {
  it.each([
    ['a.png', '1-a.png'],
    ['C:\\temp\\a.png', '1-C__temp_a.png'],
    ['..', '1-'],
    ['e\u202egnp.exe', '1-e_gnp.exe'],
    ['\u1112\u1161\u11ab.txt', '1-한.txt'],
    ['a.txt. ', '1-a.txt'],
    ['CON', '1-CON'],
  ])('%j -> %j', (name, safe) => expect(safeFileName(0, name)).toBe(safe));

  it('is short enough for every file system', () => {
    const name = safeFileName(0, `${'가'.repeat(195)}.log`);
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(name).toMatch(/^1-가+\.log$/);
  });
});

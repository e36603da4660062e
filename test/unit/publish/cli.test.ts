import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { change, contentFolder, emptyFolder, manual, STEPS, snapshot } from './folder.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** `giljabi <args>` as a process of its own, from the root of the project. */
async function giljabi(home: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'desk/cli.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, GILJABI_HOME: home, GILJABI_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.on('data', (data) => {
    ended.out += data;
  });
  child.stderr.on('data', (data) => {
    ended.err += data;
  });
  [ended.code] = (await once(child, 'close')) as [number | null];
  return ended;
}

/** One line for a person, and no stack. */
const oneLine = (words: string | RegExp) => ({
  code: 1,
  err: expect.stringMatching(
    new RegExp(`^✗ [^\\n]*${words instanceof RegExp ? words.source : words}[^\\n]*\\n$`),
  ),
});

async function homeWithKeys(): Promise<string> {
  const home = await emptyFolder();
  expect(await giljabi(home, ['keys', 'new'])).toMatchObject({ code: 0, err: '' });
  return home;
}

describe('check', () => {
  it('ends with 0 and counts when all is well', async () => {
    const { code, out, err } = await giljabi(await emptyFolder(), ['check', await contentFolder()]);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '2 articles, 1 guides · 0 errors, 0 warnings\n',
      err: '',
    });
  });

  it('ends with 1 and names file, line, fault and mend', async () => {
    const dir = await contentFolder({ 'general/welcome.md': manual('welcome', { category: 'gone' }) });
    const { code, out } = await giljabi(await emptyFolder(), ['check', dir]);
    const file = path.relative(ROOT, path.join(dir, 'general/welcome.md'));
    expect(out.split('\n')[0]).toBe(`${file}:5: error: lounge.yaml has no category gone [no-such-category]`);
    expect(code).toBe(1);
  });

  it('speaks Korean where the terminal does', async () => {
    const dir = await contentFolder({ 'lounge.yaml': null });
    const { out } = await giljabi(await emptyFolder(), ['check', dir], { GILJABI_LANG: 'ko_KR.UTF-8' });
    expect(out).toMatch(/lounge\.yaml:1: 오류: 파일이 없습니다/);
  });

  it('of a folder that is not there is one clear line', async () => {
    const home = await emptyFolder();
    expect(await giljabi(home, ['check', path.join(home, 'nowhere')])).toMatchObject(oneLine('nowhere'));
  });
});

describe('publish', () => {
  let home: string;
  beforeAll(async () => {
    home = await homeWithKeys();
  }, 30_000);

  it('without a key names the command that makes one', async () => {
    const args = ['publish', '--content', await contentFolder()];
    expect(await giljabi(await emptyFolder(), args)).toMatchObject(oneLine('keys new'));
  });

  it('writes bundle and lounge; the same content again changes no byte of the bundle; a fault changes nothing', async () => {
    const dir = await contentFolder();
    const args = ['publish', '--content', dir];
    const first = await giljabi(home, args);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/bundle version 1: 5 added, 0 changed, 0 removed/);
    const bundle = await snapshot(path.join(home, 'bundle'));
    expect(Object.keys(await snapshot(path.join(home, 'lounge')))).toContain('index.html');

    const second = await giljabi(home, args);
    expect(second.out).toMatch(/bundle version 1: .*as it was/);
    expect(await snapshot(path.join(home, 'bundle'))).toEqual(bundle);

    await change(dir, { 'general/welcome.md': manual('welcome', { category: 'gone' }) });
    const before = await snapshot(home);
    expect(await giljabi(home, args)).toMatchObject(oneLine('Nothing was published'));
    expect(await snapshot(home)).toEqual(before);
  }, 60_000);

  it.each([[['--desk', 'desk.example']], [['--desk', 'http://']], [['--desk', 'javascript:alert(1)']]])(
    'with %s says what is wrong with it',
    async (flags) => {
      const args = ['publish', '--content', await contentFolder(), ...flags];
      expect(await giljabi(home, args)).toMatchObject(oneLine('not an http'));
    },
  );

  it.each([['0'], ['1.5'], ['forever'], ['99999']])('for %s days is refused', async (days) => {
    const { code, err } = await giljabi(home, ['publish', '--days', days]);
    expect(err).toContain('Give a number of days from 1 to 3650');
    expect(code).not.toBe(0);
  });

  it('to a place that cannot be written is one clear line', async () => {
    const file = path.join(await emptyFolder(), 'file');
    await writeFile(file, '');
    const args = ['publish', '--content', await contentFolder(), '--out', path.join(file, 'bundle')];
    expect(await giljabi(home, args)).toMatchObject(oneLine('ENOTDIR'));
  });

  it('of content that is not there is one clear line', async () => {
    expect(await giljabi(home, ['publish', '--content', path.join(home, 'nowhere')])).toMatchObject(
      oneLine('nowhere'),
    );
  });
});

describe('keys', () => {
  it('new makes both, shows their public halves, and does not overwrite', async () => {
    const home = await homeWithKeys();
    const before = await snapshot(path.join(home, 'keys'));
    expect(Object.keys(before)).toEqual(['publish.json', 'receipt.json', 'trusted.json']);
    const { out } = await giljabi(home, ['keys', 'show']);
    expect(out).toMatch(
      /^publish [0-9a-f]{16} [A-Za-z0-9+/]{43}=\nreceipt [0-9a-f]{16} [A-Za-z0-9+/]{43}=\n$/,
    );
    expect(await giljabi(home, ['keys', 'new'])).toMatchObject(oneLine('already holds a key'));
    expect(await snapshot(path.join(home, 'keys'))).toEqual(before);
  }, 30_000);
});

describe('a library over its life', () => {
  it('is published, changed, looked at first, rolled forward, handed to a new key, and verified each time', async () => {
    const home = await homeWithKeys();
    const dir = await contentFolder();
    const publish = (...more: string[]) =>
      giljabi(home, ['publish', '--content', dir, '--no-lounge', ...more]);
    const verify = () => giljabi(home, ['verify', path.join(home, 'bundle')]);
    expect((await publish()).out).toMatch(/version 1: 5 added.*\n.*readers download: without any/);
    await change(dir, {
      'hiworks/secure-mail.md': manual('secure-mail', {}, `${STEPS}\n4. [닫기]를 클릭합니다.`),
    });
    const looked = await publish('--dry-run');
    expect(looked.out).toMatch(/~ guide\/secure-mail.*\n {4}\+ 4\. click 닫기\n/);
    expect((await verify()).out).toMatch(/^whole: version 1 /);
    expect((await publish()).out).toMatch(/version 2: 0 added, 4 changed/);
    expect((await publish('--roll-forward', '1')).out).toMatch(/ {4}− 4\. click 닫기\n.*version 3/s);
    expect(await publish('--roll-forward', '9')).toMatchObject(oneLine(/9 is not kept.*1, 2, 3/));
    expect(await publish('--version-floor', '1')).toMatchObject(oneLine(/--version-floor 3/));

    const { out } = await giljabi(home, ['keys', 'rotate']);
    expect(out).toMatch(/^publish [0-9a-f]{16} → [0-9a-f]{16}\n/);
    const [, old] = /publish ([0-9a-f]{16})/.exec(out)!;
    expect((await publish()).out).toMatch(/version 4/);
    expect((await verify()).out).toMatch(/^whole: version 4 /);
    const trusted = JSON.parse(await readFile(path.join(home, `keys/publish.retired-${old}.json`), 'utf8'));
    const asOld = await giljabi(home, ['verify', path.join(home, 'bundle'), '--key', trusted.key]);
    expect(asOld.out).toMatch(/trusted key was replaced/);
    for (const ended of [out, asOld.out, (await giljabi(home, ['keys', 'show'])).out])
      expect(ended).not.toContain(trusted.jwk.d);
  }, 300_000);

  it('that is damaged is refused by verify in one line that names the part', async () => {
    const home = await homeWithKeys();
    await giljabi(home, ['publish', '--content', await contentFolder(), '--no-lounge']);
    const manifest = JSON.parse(await readFile(path.join(home, 'bundle/manifest.json'), 'utf8'));
    const part = manifest.parts.find(({ name }: { name: string }) => name === 'article/welcome');
    await writeFile(path.join(home, 'bundle/parts', part.hash), 'x'.repeat(part.size));
    expect(await giljabi(home, ['verify', path.join(home, 'bundle')])).toMatchObject(
      oneLine(/article\/welcome.*publish again.*\[part-wrong\]/),
    );
  }, 60_000);
});

describe('serve', () => {
  let home: string;
  beforeAll(async () => {
    home = await homeWithKeys();
  }, 30_000);

  it('with nothing published names the command that publishes', async () => {
    expect(await giljabi(home, ['serve', '--port', '0'])).toMatchObject(oneLine('giljabi -- publish'));
  });

  it('at a port that is taken names the port and the flag', async () => {
    await giljabi(home, ['publish', '--content', await contentFolder()]);
    await mkdir(path.join(home, 'widget'));
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    try {
      expect(await giljabi(home, ['serve', '--port', String(port)])).toMatchObject(
        oneLine(/:\d+ is in use.*--port/),
      );
    } finally {
      squatter.close();
    }
  }, 60_000);

  it('of a bundle that was tampered with refuses', async () => {
    await giljabi(home, ['publish', '--content', await contentFolder()]);
    await writeFile(path.join(home, 'bundle', 'manifest.json'), '{}');
    expect(await giljabi(home, ['serve', '--port', '0'])).toMatchObject(
      oneLine('signature-wrong.*Publish again'),
    );
  }, 30_000);
});

describe('the command itself', () => {
  it('shows its commands when asked', async () => {
    const { code, out } = await giljabi(await emptyFolder(), ['--help']);
    for (const name of ['check', 'publish', 'keys', 'serve', 'inquiries']) expect(out).toContain(`  ${name}`);
    expect(code).toBe(0);
  });

  it('does not know every word', async () => {
    const { code, err } = await giljabi(await emptyFolder(), ['pubish']);
    expect(err).toMatch(/unknown command 'pubish'/);
    expect(code).not.toBe(0);
  });
});

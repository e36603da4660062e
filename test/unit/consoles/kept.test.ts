import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHiworks, startTerrace } from '../../consoles/start.ts';
import { signedInHiworks, signedInTerrace } from './visitor.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consoles-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('settings kept in a file', () => {
  it('survive a restart of the Hiworks-like console on the same port', async () => {
    const file = join(folder, 'deep/hiworks.json');
    const first = await startHiworks({ file, delay: 0 });
    const one = await signedInHiworks(first.url);
    await one.json('PUT', '/api/admin/mail/secure/pop3', { use: true, keepOnServer: true });
    const before = first.state();
    await first.close();
    const second = await startHiworks({ file, port: first.port });
    try {
      expect(second.port).toBe(first.port);
      expect(second.state()).toEqual(before);
      expect(second.state().pop3).toMatchObject({ use: true, keepOnServer: true });
    } finally {
      await second.close();
    }
  });

  it('survive a restart of the Terrace-like console', async () => {
    const file = join(folder, 'terrace.json');
    const first = await startTerrace({ file });
    const one = await signedInTerrace(first.url);
    await one.post('/filter/smtpAuthForeignIp.do', { useYn: 'Y', rejectMsg: '421 No' });
    await first.close();
    const second = await startTerrace({ file });
    try {
      expect(second.state().switches.smtpAuthForeignIp).toEqual({ use: true, reject: '421 No', max: 0 });
    } finally {
      await second.close();
    }
    expect(await readdir(folder)).toEqual(['terrace.json']);
  });

  it('are forgotten without a file', async () => {
    const first = await startTerrace();
    await (await signedInTerrace(first.url)).post('/filter/rblBlock.do', {
      useYn: 'Y',
      rejectMsg: '550 RBL',
    });
    expect(first.state().switches.rblBlock!.use).toBe(true);
    await first.close();
    const second = await startTerrace();
    expect(second.state().switches.rblBlock!.use).toBe(false);
    await second.close();
  });

  it.each(['{ half', '[]', 'null', '{"pop3":[]}'])(
    'of another shape are refused by name: %s',
    async (text) => {
      const file = join(folder, 'hiworks.json');
      await writeFile(file, text);
      await expect(startHiworks({ file })).rejects.toThrow(`${file}: not the saved settings`);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  it('a port that is taken is named', async () => {
    const one = await startTerrace();
    await expect(startHiworks({ port: one.port })).rejects.toThrow(`127.0.0.1:${one.port} cannot be used`);
    await one.close();
  });

  it('state() hands out a copy', async () => {
    const one = await startTerrace();
    one.state().switches.rblBlock!.use = true;
    expect(one.state().switches.rblBlock!.use).toBe(false);
    await one.close();
  });
});

describe('what the consoles serve', () => {
  it('has nothing in it that was made for guides or tests', async () => {
    const root = join(import.meta.dirname, '../../consoles');
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /(hiworks|terrace)/.test(entry.parentPath));
    expect(files.length).toBeGreaterThan(20);
    for (const { parentPath, name } of files) {
      const text = await readFile(join(parentPath, name), 'utf8');
      expect([name, /giljabi|길잡이|testid|\bdata-|dataset|guide/i.exec(text)?.[0]]).toEqual([
        name,
        undefined,
      ]);
    }
  });

  it('serves its assets and no other file', async () => {
    const hiworks = await startHiworks();
    try {
      const css = await fetch(`${hiworks.url}/assets/base.css`);
      expect(css.headers.get('content-type')).toMatch(/^text\/css/);
      for (const path of ['/assets/..%2fpeople.ts', '/assets/..%2f..%2fstart.ts', '/assets/nothing.js'])
        expect((await fetch(hiworks.url + path)).status).toBe(404);
      expect((await fetch(`${hiworks.url}/assets/%2e%2e/people.ts`, { redirect: 'manual' })).status).toBe(
        302,
      );
    } finally {
      await hiworks.close();
    }
  });
});

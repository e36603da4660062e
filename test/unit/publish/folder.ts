import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

export type Files = Record<string, string | Uint8Array | null>;

const made: string[] = [];
afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))));

/** An empty folder that is gone after the test file. */
export async function emptyFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'giljabi-publish-'));
  made.push(dir);
  return dir;
}

export const LOUNGE = `name: 고객케어 라운지
greeting: 안녕하세요
publisher: 고객케어팀
manual: welcome
faq:
  - secure-mail
contact: { email: help@example.com, phone: "", hours: "" }
consent:
  version: 1
  title: 동의
  rows: [{ required: [이메일], optional: [], purpose: 문의 처리, retention: 3년 }]
  refusal: 거부할 수 있습니다.
  retentionDays: 1095
limits: { files: 3, fileBytes: 1000, totalBytes: 2000, types: [png] }
desk:
  url: http://127.0.0.1:4810
categories:
  - id: security
    title: { ko: 보안 }
    children:
      - id: security-mail
        title: { ko: 보안 메일 }
`;

export const CONSOLE = `id: hiworks
name: { ko: 하이웍스 }
addresses: ["https://*.hiworks.example/*"]
labels:
  - [저장, Save]
`;

/** A manual; `head` replaces or adds lines of its front matter, null drops one. */
export function manual(id: string, head: Record<string, string | null> = {}, body = '본문입니다.'): string {
  const lines = {
    id,
    title: `${id} 문서`,
    description: '설명입니다.',
    category: 'security',
    last_update: '{ date: 2026-11-20 }',
    ...head,
  };
  const kept = Object.entries(lines).filter(([, value]) => value !== null);
  return `---\n${kept.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n\n${body}\n`;
}

export const STEPS = `1. [메일 관리 > 보안 메일]을 클릭합니다.
2. [보안 메일 사용]을 선택합니다.
3. [저장]을 클릭합니다.`;

/** Content without a fault. */
export const GOOD: Files = {
  'lounge.yaml': LOUNGE,
  'general/welcome.md': manual('welcome'),
  'hiworks/console.yaml': CONSOLE,
  'hiworks/secure-mail.md': manual('secure-mail', { related: '[welcome]' }, STEPS),
};

/** Writes `files` over good content; null leaves a file out. */
export async function contentFolder(files: Files = {}, base: Files = GOOD): Promise<string> {
  const dir = await emptyFolder();
  await change(dir, { ...base, ...files });
  return dir;
}

export async function change(dir: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    if (content === null) await rm(file, { force: true });
    else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}

/** Every file below `dir` with the hash of its bytes. */
export async function snapshot(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hashed = files.sort().map(async (file): Promise<[string, string]> => {
    const hash = createHash('sha256').update(await readFile(file));
    return [path.relative(dir, file), hash.digest('hex')];
  });
  return Object.fromEntries(await Promise.all(hashed));
}

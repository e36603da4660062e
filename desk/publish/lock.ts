import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { Expected } from '../say.ts';

/** Longer than any publish takes: a lock of another machine that is older belongs to nobody any more. */
const STALE_MINUTES = 60;

interface Owner {
  host: string;
  pid: number;
}

/**
 * Makes `file` for as long as the answer is not called. One that a killed publisher of this machine left behind is
 * taken over.
 * @throws Expected when somebody else is publishing
 */
export async function lockFile(file: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify({ host: os.hostname(), pid: process.pid } satisfies Owner);
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(file, mine, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    }
    if (!(await isAbandoned(file))) break;
    // Renamed first: of two who find it abandoned, one takes it.
    const aside = `${file}.${process.pid}.new`;
    await rename(file, aside).catch(() => undefined);
    await rm(aside, { force: true });
  }
  throw new Expected({
    ko: `다른 발행이 진행 중입니다 (${file}). 끝난 뒤 다시 하십시오. 확실히 아무도 발행하고 있지 않으면 이 파일을 지우십시오.`,
    en: `Somebody else is publishing (${file}). Wait until that is done; if it surely is not so, delete this file.`,
  });
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    const owner = JSON.parse(await readFile(file, 'utf8')) as Owner;
    if (owner.host === os.hostname()) return !isRunning(owner.pid);
    return Date.now() - mtimeMs > STALE_MINUTES * 60_000;
  } catch (cause) {
    // Gone in the meantime, or killed before a word was written.
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' || cause instanceof SyntaxError;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

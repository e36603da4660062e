import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { Expected } from '../../say.ts';

/** Another process has the store open. */
export class FolderInUseError extends Expected {
  override name = 'FolderInUseError';
  readonly folder: string;
  constructor(folder: string) {
    super({
      ko: `${folder}은(는) 다른 프로세스가 사용 중입니다. 한 번에 하나만 열 수 있으니, 실행 중인 데스크를 먼저 종료하십시오.`,
      en: `${folder} is open in another process, and only one can use it at a time. Stop the desk that runs first.`,
    });
    this.folder = folder;
  }
}

/**
 * Holds a folder for this process until the returned function is called or the process ends, however it ends.
 * A listening socket rather than a file with a process id: the system closes it even after a kill, and ids
 * come back after a restart of the machine.
 * @throws FolderInUseError
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const address = await socketAddress(folder);
  let server = await listen(address);
  if (!server) {
    if (await answers(address)) throw new FolderInUseError(folder);
    // Left by a process that was killed.
    await rm(address, { force: true });
    server = await listen(address);
  }
  if (!server) throw new FolderInUseError(folder);
  const held = server;
  return () => new Promise((resolve) => void held.close(() => resolve()));
}

async function socketAddress(folder: string): Promise<string> {
  const real = await realpath(folder);
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\giljabi-${digest}`;
  const inside = path.join(real, 'store.sock');
  // Unix socket paths end at about 100 bytes. Not os.tmpdir(): TMPDIR may differ between two terminals.
  return Buffer.byteLength(inside) <= 100 ? inside : `/tmp/giljabi-${digest}.sock`;
}

/** A server that keeps no process alive, or `null` when the address is taken. */
function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server.unref()));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { home, places } from '../home.ts';
import { ensureKeys } from '../publish/keys.ts';
import { Expected, say } from '../say.ts';
import { startDesk } from '../serve/desk.ts';

/** Everything a newcomer wants to see, from one command: content, lounge, desk, practice consoles, extension. */

const root = path.resolve(import.meta.dirname, '../..');
const DESK = { port: Number(process.env.GILJABI_DESK_PORT ?? 4810), host: '127.0.0.1' };
const CONSOLES = { hiworks: 4811, terrace: 4812 };
const deskUrl = `http://${DESK.host}:${DESK.port}`;
const extensionDir = path.join(home(), 'extension', 'chrome-mv3');

const env = {
  ...process.env,
  GILJABI_DESK_URL: deskUrl,
  GILJABI_BUNDLE_URL: `${deskUrl}/bundle/`,
  GILJABI_PRACTICE: '1',
  GILJABI_OUT: path.join(home(), 'extension'),
};

async function step(ko: string, en: string, ...script: string[]): Promise<void> {
  process.stdout.write(`· ${say({ ko, en })} … `);
  const child = spawn('npm', ['run', '-s', ...script], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'exit');
  console.log(code === 0 ? say({ ko: '완료', en: 'done' }) : say({ ko: '실패', en: 'failed' }));
  if (code !== 0)
    throw new Expected({
      ko: `\`npm run ${script.join(' ')}\`:\n${output}`,
      en: `\`npm run ${script.join(' ')}\`:\n${output}`,
    });
}

function startConsoles() {
  return spawn(path.join(root, 'node_modules/.bin/node'), ['test/consoles/serve.ts'], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
}

/** Only where somebody can see it. The profile is kept, so that a second start goes on where the first ended. */
function openBrowser(): void {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.log(
      say({
        ko: `\n화면이 없는 컴퓨터입니다. 화면이 있는 곳의 Chromium에서 chrome://extensions → 개발자 모드 → ‘압축해제된 확장 프로그램을 로드’로 ${extensionDir}를 여십시오.`,
        en: `\nThere is no display here. In a Chromium that has one: chrome://extensions → Developer mode → "Load unpacked" → ${extensionDir}`,
      }),
    );
    return;
  }
  const browser = [process.env.GILJABI_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (file) => file && existsSync(file),
  );
  if (!browser) return;
  const flags = [
    `--user-data-dir=${path.join(home(), 'browser')}`,
    '--disable-features=DisableLoadExtensionCommandLineSwitch',
    `--load-extension=${extensionDir}`,
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  spawn(browser, [...flags, deskUrl, `http://127.0.0.1:${CONSOLES.hiworks}/`], {
    stdio: 'ignore',
    detached: true,
  }).unref();
}

function tellWhere(token: string): void {
  const places: [ko: string, en: string, where: string][] = [
    ['고객케어 라운지', 'Lounge', `${deskUrl}/`],
    ['1:1 문의하기', 'Inquiry form', `${deskUrl}/inquiry.html`],
    ['연습용 하이웍스', 'Practice Hiworks', `http://127.0.0.1:${CONSOLES.hiworks}/  (admin / hiworks123)`],
    ['연습용 Terrace', 'Practice Terrace', `http://127.0.0.1:${CONSOLES.terrace}/  (admin / terrace123)`],
    ['확장 프로그램', 'Extension', extensionDir],
    ['문의 데스크 (고객센터용)', "Support's page", `${deskUrl}/desk  (${token})`],
    ['접수된 문의', 'Inquiries', 'npm run -s giljabi -- inquiries list'],
  ];
  console.log();
  for (const [ko, en, where] of places) console.log(`  ${say({ ko, en })}\n    ${where}`);
  console.log(`\n${say({ ko: '끝내려면 Ctrl+C를 누르십시오.', en: 'Press Ctrl+C to stop.' })}`);
}

/** Before anything is made: a desk that runs already must not have its files changed under it. */
async function portsAreFree(): Promise<void> {
  for (const port of [DESK.port, CONSOLES.hiworks, CONSOLES.terrace]) {
    const taken = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: DESK.host });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (taken)
      throw new Expected({
        ko: `${DESK.host}:${port} 포트를 이미 쓰고 있습니다. 먼저 켠 길잡이나 다른 프로그램을 끝낸 뒤 다시 실행하십시오.`,
        en: `${DESK.host}:${port} is in use. Stop the Giljabi that runs already, or the other program, and start again.`,
      });
  }
}

async function main(): Promise<void> {
  await portsAreFree();
  for (const use of await ensureKeys(places().keys))
    console.log(`· ${say({ ko: `${use} 키를 만들었습니다`, en: `made the ${use} key` })} (${places().keys})`);
  await step('위젯을 만듭니다', 'building the widget', 'build:widget');
  await step('콘텐츠를 발행합니다', 'publishing the content', 'giljabi', '--', 'publish');
  await step('확장 프로그램을 만듭니다', 'building the extension', 'build:extension');
  const desk = await startDesk({ ...DESK, allow: [] });
  const consoles = startConsoles();
  tellWhere(desk.token);
  openBrowser();
  const stop = async () => {
    consoles.kill('SIGTERM');
    await desk.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Expected)) throw error;
  console.error(`✗ ${error.message}`);
  process.exit(1);
}

// Brings a bare machine to the point where everything else runs. Plain JavaScript for the Node that is there
// (20 or later) and no packages, because nothing is installed yet. Says what it does; installs only what is missing.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const korean = (process.env.LC_ALL || process.env.LANG || '').startsWith('ko');
const say = (ko, en) => console.log(`· ${korean ? ko : en}`);

class CannotContinue extends Error {}

function fail(ko, en) {
  throw new CannotContinue(korean ? ko : en);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`,
  };
}

/** What a tool had to say, without its manual. */
const gist = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() && line.trim() !== 'npm error')
    .slice(0, 10)
    .join('\n');

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(
      `Node 20 이상이 필요합니다. 지금은 ${process.versions.node}입니다.`,
      `Node 20 or later is needed; this is ${process.versions.node}.`,
    );
}

/**
 * The versions of the lock file, when node_modules does not fit it. Not `npm ci`: that refuses a lock which leaves out
 * other systems' optional binaries, and a registry may carry those of one system only.
 */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(root, 'node_modules', '.giljabi-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('npm 패키지를 설치합니다 (1분 남짓) …', 'installing npm packages (about a minute) …');
  const result = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!result.ok)
    fail(
      `npm 패키지를 설치하지 못했습니다. 네트워크와 npm 설정을 확인한 뒤 다시 실행하십시오.\n${gist(result.output)}`,
      `The npm packages could not be installed. Check the network and npm's settings, then run this again.\n${gist(result.output)}`,
    );
  writeFileSync(stamp, lock);
}

const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

const findBrowser = () =>
  [process.env.GILJABI_CHROMIUM, ...browsers].find((file) => file && existsSync(file));

function hasKoreanFont() {
  const listed = run('fc-list', [':lang=ko', 'family']);
  if (listed.ok) return listed.output.trim() !== '';
  const dir = '/usr/share/fonts/opentype/noto';
  return existsSync(dir) && readdirSync(dir).some((name) => name.includes('CJK'));
}

/** A browser to test with, and a font to read Korean with, from Debian's packages. */
function installBrowser() {
  const packages = [];
  if (!findBrowser()) packages.push('chromium');
  if (!hasKoreanFont()) packages.push('fonts-noto-cjk');
  if (packages.length === 0) return;
  const names = packages.join(' ');
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get') || (!isRoot && !run('sudo', ['-n', 'true']).ok))
    fail(
      `${names}이(가) 필요하지만 여기서 설치할 권한이 없습니다. \`sudo apt-get install ${names}\`로 설치한 뒤 다시 실행하십시오. 다른 곳의 Chromium은 GILJABI_CHROMIUM으로 알려 줄 수 있습니다.`,
      `${names} is needed and cannot be installed from here. Run \`sudo apt-get install ${names}\` and start again. A Chromium elsewhere can be named in GILJABI_CHROMIUM.`,
    );
  say(`${names}을(를) 설치합니다 (몇 분) …`, `installing ${names} (some minutes) …`);
  const apt = (...args) =>
    run(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['-n', 'apt-get', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  let result = apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  if (!result.ok) {
    apt('update', '-qq');
    result = apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  if (!result.ok || !findBrowser())
    fail(
      `${names}을(를) 설치하지 못했습니다.\n${gist(result.output)}`,
      `${names} could not be installed.\n${gist(result.output)}`,
    );
}

function report() {
  const node = execFileSync(path.join(root, 'node_modules/.bin/node'), ['--version'], {
    encoding: 'utf8',
  }).trim();
  say(`준비되었습니다: Node ${node}, ${findBrowser()}`, `ready: Node ${node}, ${findBrowser()}`);
}

try {
  checkNode();
  mkdirSync(path.join(root, '.giljabi'), { recursive: true });
  installPackages();
  installBrowser();
  report();
} catch (error) {
  if (!(error instanceof CannotContinue)) throw error;
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
}

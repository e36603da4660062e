import { execFileSync, spawnSync } from 'node:child_process';

/** Brings Debian's rspamd and the store that it learns into; neither is started as a service by us. */
const PACKAGES = { rspamd: 'rspamd', 'redis-server': 'redis-server' };

const isThere = (command: string) => spawnSync('which', [command]).status === 0;
const missing = Object.entries(PACKAGES)
  .filter(([command]) => !isThere(command))
  .map(([, name]) => name);

if (missing.length > 0) {
  const names = missing.join(' ');
  console.log(`· installing ${names} …`);
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    console.error(
      `✗ ${names} could not be installed. Run \`sudo apt-get install ${names}\` and start again.`,
    );
    process.exitCode = 1;
  }
}

// The lounge's pages of a published bundle in a process of their own: prints a line of JSON.
import path from 'node:path';
import { writeLounge } from '../../../desk/lounge/write.ts';
import { loadKey } from '../../../desk/publish/keys.ts';
import { readBundle } from '../../../desk/publish/read-bundle.ts';

const [home] = process.argv.slice(2) as [string];
const key = await loadKey(path.join(home, 'keys'), 'publish');
const start = performance.now();
const files = await writeLounge(
  await readBundle(path.join(home, 'bundle'), [key]),
  path.join(home, 'lounge'),
);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1_000,
    cpu: (user + system) / 1_000_000,
    memory: process.resourceUsage().maxRSS * 1_024,
    files: files.length,
  }),
);

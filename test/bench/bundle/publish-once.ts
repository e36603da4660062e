// One publish in a process of its own, so that its memory is its own: prints a line of JSON.
import path from 'node:path';
import { openArchive } from '../../../desk/publish/archive.ts';
import { costOf } from '../../../desk/publish/changes.ts';
import { loadKey } from '../../../desk/publish/keys.ts';
import { publish } from '../../../desk/publish/publish.ts';

const [home, content, limit] = process.argv.slice(2) as [string, string, string | undefined];
const key = await loadKey(path.join(home, 'keys'), 'publish');
const { stage } = openArchive(path.join(home, 'archive'), key);
const cache = path.join(home, 'cache');
const start = performance.now();
const { published, problems } = await publish({
  ...{
    content,
    out: path.join(home, 'bundle'),
    days: 90,
    publishKey: key,
    receiptKey: key.key,
    stage,
    cache,
  },
  ...(limit && { shelfLimit: Number(limit) }),
});
const { user, system } = process.cpuUsage();
if (!published)
  throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === 'error').slice(0, 3)));
const { manifest, refs } = published;
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1_000,
    cpu: (user + system) / 1_000_000,
    memory: process.resourceUsage().maxRSS * 1_024,
    shelves: manifest.parts.filter(({ name }) => name.startsWith('shelf/')).length,
    files: refs.size,
    manifest: JSON.stringify(manifest).length,
    ...costOf(published),
  }),
);

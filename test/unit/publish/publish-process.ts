// Publishes something new over and over until it is killed: `node --import tsx publish-process.ts <bundle> <keys>`.
import { writeBundle } from '../../../desk/publish/bundle.ts';
import { loadKey } from '../../../desk/publish/keys.ts';

const [dir, keys] = process.argv.slice(2) as [string, string];
const key = await loadKey(keys, 'publish');
for (;;) {
  const text = () => crypto.getRandomValues(new Uint8Array(2_000));
  const parts = new Map([
    ['catalogue', text()],
    ['search', text()],
    ['article/a', text()],
  ]);
  const { manifest } = await writeBundle(dir, parts, key, 90);
  console.log(manifest.version);
}

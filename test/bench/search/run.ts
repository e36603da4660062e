import { noAnswer, typing } from './behaviour.ts';
import { relevance } from './relevance.ts';
import { size } from './size.ts';
import { speed } from './speed.ts';

/**
 * `npm run bench:search [relevance|typing|speed|size] [--quick]`: everything that issue 5 names, beside fuse.js,
 * MiniSearch, FlexSearch and Orama. Needs `apt-get update` once for the Debian corpora.
 */
const parts = { relevance, typing, answers: noAnswer, speed, size };
const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((word) => word in parts) as (keyof typeof parts)[];
for (const name of wanted.length > 0 ? wanted : (Object.keys(parts) as (keyof typeof parts)[])) {
  console.log(`\n# ${name}`);
  await parts[name](quick);
}

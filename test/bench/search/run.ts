import { noAnswer, typing } from './behaviour.ts';
import { relevance } from './relevance.ts';
import { scale } from './scale.ts';
import { size } from './size.ts';
import { speed } from './speed.ts';

/**
 * `npm run bench:search [relevance|typing|answers|speed|size|scale] [--quick]`: relevance, typing, questions without
 * an answer, speed and size beside fuse.js, MiniSearch, FlexSearch and Orama; and where a reader's machine ends. Needs `apt-get update` once for the Debian corpora.
 */
const parts = { relevance, typing, answers: noAnswer, speed, size, scale };
const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((word) => word in parts) as (keyof typeof parts)[];
for (const name of wanted.length > 0 ? wanted : (Object.keys(parts) as (keyof typeof parts)[])) {
  console.log(`\n# ${name}`);
  await parts[name](quick);
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromiumPath } from '../browser/support/chromium.ts';

const run = promisify(execFile);
/** What the font stack in shared/ui/tokens.css may end in. */
const FONTS = ['system-ui', 'sans-serif', 'sans-serif:lang=ko', 'sans-serif:lang=ja', 'monospace:lang=ko'];

/** What draws letters here. Pictures can be compared only where it is the same as where they were made. */
export async function machine(): Promise<string> {
  const { stdout: version } = await run(chromiumPath(), ['--version']);
  const fonts = await Promise.all(FONTS.map(async (font) => (await run('fc-match', [font])).stdout.trim()));
  return [/\d+/.exec(version)?.[0] ?? version.trim(), ...fonts].join('\n');
}

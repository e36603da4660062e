import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

interface Chunk {
  fileName: string;
  name: string;
  code: string;
  imports: string[];
}
let chunks: Map<string, Chunk>;

/** Bytes of these chunks and of all that they need to run, each file once, gzip -9. */
function weight(
  names: string[],
  without: ReadonlySet<string> = new Set(),
): { bytes: number; files: Set<string> } {
  const files = new Set<string>();
  const add = (fileName: string) => {
    if (files.has(fileName)) return;
    files.add(fileName);
    for (const more of chunks.get(fileName)?.imports ?? []) add(more);
  };
  for (const chunk of chunks.values()) if (names.includes(chunk.name)) add(chunk.fileName);
  const sizes = [...files]
    .filter((file) => !without.has(file))
    .map((file) => gzipSync(chunks.get(file)!.code, { level: 9 }).length);
  return { bytes: sizes.reduce((a, b) => a + b, 0), files };
}

const FIRST = ['widget', 'inquiry-face', 'ko', 'documents'];
/** Of the editor, the store, the sender, the reader, what is shown after sending, the list of what waits, and words. */
const SIGNS = [
  'getComposedRanges',
  'durability',
  'Idempotency-Key',
  'gj-preview',
  'gj-outcome-sign',
  'gj-waiting-head',
  '접수되었습니다',
  '아직 접수되지 않은 문의',
];

describe('the weight of the widget as it is built', () => {
  afterAll(() => {
    vi.unstubAllEnvs();
  });
  beforeAll(async () => {
    // As `npm run build:widget` has it; a test runner's own value would build views for debugging.
    vi.stubEnv('NODE_ENV', 'production');
    const file = path.join(root, 'widget/vite.config.ts');
    const { config } = (await loadConfigFromFile({ command: 'build', mode: 'production' }, file))!;
    const built = await build({
      ...config,
      configFile: false,
      logLevel: 'silent',
      build: { ...config.build, write: false },
    });
    const { output } = (Array.isArray(built) ? built[0] : built) as { output: (Chunk & { type: string })[] };
    chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  });

  it('has the chunks that this test is about', () => {
    const names = [...chunks.values()].map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...FIRST, 'rich', 'post', 'late', 'preview']));
  });

  // The aim is 35,000. Of what is here, search and the reading of a bundle are 16,500 (docs/widget.md).
  it('until the form stands and suggests: what it is now, and no more', () => {
    expect(weight(FIRST).bytes).toBeLessThanOrEqual(39_200);
  });

  it('loads nothing of the editor, the store, the sender or the reader before they are used', () => {
    const { files } = weight(FIRST);
    const first = [...files].map((file) => chunks.get(file)!.code).join('\n');
    for (const sign of SIGNS) expect({ sign, is: first.includes(sign) }).toEqual({ sign, is: false });
    const all = [...chunks.values()].map(({ code }) => code).join('\n');
    for (const sign of SIGNS) expect({ sign, is: all.includes(sign) }).toEqual({ sign, is: true });
  });

  it('adds at most 25,000 bytes for the editor', () => {
    const { files } = weight(FIRST);
    expect(weight(['rich'], files).bytes).toBeLessThanOrEqual(25_000);
  });
});

/** How long a cold search on a large page and a warm one on a usual page take, and how large the code is. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Lab } from './lab.ts';

export async function speed(lab: Lab): Promise<string> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, '../../../shared/locate/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    target: 'es2024',
  });
  const bytes = gzipSync(bundle.outputFiles[0]!.contents, { level: 9 }).length;
  const code = Buffer.from(bundle.outputFiles[0]!.contents).toString('base64');
  const run = await lab.page.evaluate(async (source: string) => {
    const module = await import(`data:text/javascript;base64,${source}`);
    const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
    const make = (size: number): HTMLElement => {
      const box = document.createElement('div');
      const row = (i: number): string =>
        `<div class="row"><label for="f${i}">Field ${i}</label><div><input id="f${i}" name="field_${i}"></div><p>Text about <b>field ${i}</b></p><a href="/list/${i}">Open ${i}</a><button type="button">Delete ${i}</button></div>`;
      let html = '';
      for (let i = 0; i * 9 < size; i++) html += (i % 20 === 0 ? `<h3>Section ${i / 20}</h3>` : '') + row(i);
      box.innerHTML = html;
      document.body.append(box);
      return box;
    };
    const results: Record<string, number> = {};
    for (const [name, size, times] of [
      ['cold 10,000', 10_000, 9],
      ['warm 2,000', 2_000, 25],
    ] as const) {
      const old = make(size);
      const target = old.querySelectorAll('a')[Math.floor(size / 30)]!;
      const captures: number[] = [];
      let kept: unknown;
      for (let i = 0; i < 5; i++) {
        const from = performance.now();
        kept = module.capture(target, document);
        captures.push(performance.now() - from);
      }
      old.querySelectorAll('p').forEach((p, i) => void (i % 3 === 0 && p.remove()));
      const all: number[] = [];
      const finds: number[] = [];
      for (let i = 0; i < times; i++) {
        const from = performance.now();
        module.locate(kept, document);
        const middle = performance.now();
        module.find(
          { action: 'click', labels: [`Open ${Math.floor(size / 30)}`], within: ['Section 3'] },
          document,
        );
        all.push(middle - from);
        finds.push(performance.now() - middle);
      }
      results[`locate ${name}`] = median(all);
      results[`find ${name}`] = median(finds);
      results[`capture ${name}`] = median(captures);
      old.remove();
    }
    return results;
  }, code);
  return [
    `size ${(bytes / 1024).toFixed(1)} kB gz`,
    ...Object.entries(run).map(([name, ms]) => `${name} nodes: ${ms.toFixed(1)} ms median`),
  ].join('\n');
}

/** How long a cold search on a large page and a warm one on a usual page take, and how large the code is. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Lab } from './lab.ts';

/** The whole locator as one module, the way a host bundles it. */
export async function bundled(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../../../shared/locate/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    target: 'es2024',
  });
  return outputFiles[0]!.contents;
}

/** Bytes of `module`, gzipped. */
export const gzipped = (module: Uint8Array): number => gzipSync(module, { level: 9 }).length;

export async function speed(lab: Lab): Promise<string> {
  const module = await bundled();
  const code = Buffer.from(module).toString('base64');
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
    const timed = (name: string, times: number, before: () => void, run: () => void): void => {
      const all: number[] = [];
      for (let i = 0; i < times; i++) {
        before();
        const from = performance.now();
        run();
        all.push(performance.now() - from);
      }
      results[name] = median(all);
    };
    for (const size of [10_000, 2_000]) {
      const old = make(size);
      const target = old.querySelectorAll('a')[Math.floor(size / 30)]!;
      const label = target.textContent!;
      let kept: unknown;
      // The page changes before each: nothing that was learnt of it is of use.
      const touch = (): void => void document.body.toggleAttribute('data-touched');
      const capture = (): void => {
        kept = module.capture(target, document);
      };
      timed(`capture, cold, ${size} nodes`, 9, touch, capture);
      timed(`capture, warm, ${size} nodes`, 25, () => {}, capture);
      old.querySelectorAll('p').forEach((p, i) => void (i % 3 === 0 && p.remove()));
      const locate = (): void => module.locate(kept, document);
      const find = (): void =>
        module.find({ action: 'click', labels: [label], within: ['Section 3'] }, document);
      for (const [name, run] of [
        ['locate', locate],
        ['find', find],
      ] as const) {
        timed(`${name}, cold, ${size} nodes`, 15, touch, run);
        timed(`${name}, warm, ${size} nodes`, 25, () => {}, run);
      }
      timed(
        `one read of every class, ${size} nodes (what the machine can do now)`,
        15,
        () => {},
        () => {
          for (const one of document.querySelectorAll('*')) one.getAttribute('class');
        },
      );
      old.remove();
    }
    return results;
  }, code);
  return [
    `size ${gzipped(module)} bytes gzipped`,
    ...Object.entries(run).map(([name, ms]) => `${name}: ${ms.toFixed(2)} ms median`),
  ].join('\n');
}

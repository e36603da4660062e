import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharePicture } from '../../../desk/lounge/share-picture.ts';
import { readBrand } from '../../../desk/publish/brand.ts';
import type { ContentProblem } from '../../../desk/publish/problem.ts';
import {
  brandRule,
  brandTokens,
  contrastWithWhite,
  isLegible,
  legibleShade,
} from '../../../shared/ui/brand.ts';

let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'giljabi-brand-'));
  await writeFile(path.join(dir, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(dir, 'active.svg'), '<svg onload="x()" xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(dir, 'big.png'), new Uint8Array(60_000));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function read(brand: { color?: string; logo?: string }) {
  const problems: ContentProblem[] = [];
  const text = `name: x\nbrand:\n  color: "${brand.color}"\n  logo: ${brand.logo}\n`;
  return { brand: await readBrand(dir, brand, text, problems), problems };
}

describe('a brand', () => {
  it('takes a colour that words can be read in, and a logo as a picture', async () => {
    const { brand, problems } = await read({ color: '#1a4fd6', logo: 'logo.svg' });
    expect(problems).toEqual([]);
    expect(brand?.color).toBe('#1a4fd6');
    expect(atob(brand?.logo?.data ?? '')).toContain('<svg');
  });

  it('refuses a colour that cannot be read in one message, with line and a shade that can', async () => {
    const { problems } = await read({ color: '#ffcc00' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      file: 'lounge.yaml',
      line: 3,
      code: 'brand-contrast',
      severity: 'error',
    });
    const shade = /#[0-9a-f]{6}$/.exec(problems[0]?.message.en ?? '')?.[0] ?? '';
    expect(isLegible(shade)).toBe(true);
    expect(contrastWithWhite(shade)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['missing.svg', '../secret.png', '/etc/hostname.png', 'active.svg', 'big.png', 'logo.gif'])(
    'refuses %s as a logo in one message',
    async (logo) => {
      const { brand, problems } = await read({ logo });
      expect(brand?.logo).toBeUndefined();
      expect(problems.map(({ line, code }) => [line, code])).toEqual([[4, 'brand-logo']]);
    },
  );

  it('is what is shown of a shared address: a PNG of the size that is asked for, in its colour', () => {
    for (const [logo, dots] of [
      [undefined, true],
      [{ type: 'image/png' as const, data: '' }, false],
    ] as const) {
      const bytes = Buffer.from(sharePicture({ color: '#1a4fd6', logo }));
      const { width, height, data } = PNG.sync.read(bytes);
      expect([width, height]).toEqual([1200, 630]);
      expect(bytes.length).toBeLessThan(40_000);
      expect([...data.subarray(0, 3)]).toEqual([0x1a, 0x4f, 0xd6]);
      // The road's first line, and where it starts.
      const at = (x: number, y: number) => [...data.subarray((y * 1200 + x) * 4, (y * 1200 + x) * 4 + 3)];
      const [road, start] = [at(560, 419), at(520, 419)];
      expect(road).not.toEqual([0x1a, 0x4f, 0xd6]);
      expect(start.join() === '255,138,76').toBe(dots);
    }
  });

  it('is not used by any reader when nobody could read words in it, signed or not', () => {
    expect(brandRule(':root', '#ffcc00')).toBe('');
    expect(brandRule(':root', undefined)).toBe('');
    expect(brandRule(':host', '#1a4fd6')).toMatch(/^:host \{\n {2}--gj-brand: light-dark\(#1a4fd6, /);
  });

  it('gives light and dark shades that can be read, whatever legible colour it is', () => {
    for (const color of ['#000000', '#0b6e69', '#b3261e', '#1a4fd6', '#6b21a8', legibleShade('#ffe600')]) {
      for (const pair of Object.values(brandTokens(color)))
        expect(pair).toMatch(/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/);
      const [, night] = /light-dark\(\S+, (#\w+)\)/.exec(brandTokens(color)['--gj-brand'] ?? '') ?? [];
      // On #2a3033, the lightest of the dark papers: 13.2:1 with white.
      expect(13.2 / contrastWithWhite(night ?? ''), color).toBeGreaterThanOrEqual(4.4);
    }
  });
});

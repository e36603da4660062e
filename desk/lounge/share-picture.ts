import { crc32, deflateSync } from 'node:zlib';
import type { Brand } from '../../shared/bundle/index.ts';

/** What Open Graph readers show in full; none of them takes an SVG. */
const [WIDTH, HEIGHT] = [1200, 630];
/** Height of the drawing's 32 units. */
const MARK = 380;
const OURS = '#0b6e69';
const DOT: Rgb = [0xff, 0x8a, 0x4c];

type Rgb = readonly [number, number, number];
type Point = readonly [number, number];

/**
 * `share.png`: the road of our mark on the publisher's colour, drawn without a browser or a font. Beside a logo of its
 * own it is a quiet pattern.
 */
export function sharePicture({ color = OURS, logo }: Brand = {}): Uint8Array {
  const ground = read(color);
  const ink = mix(ground, [255, 255, 255], logo ? 0.14 : 1);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(WIDTH * 3, Buffer.from(ground))]);
  const pixels = Buffer.alloc(row.length * HEIGHT, row);
  const unit = MARK / 32;
  for (let y = Math.floor(HEIGHT / 2 - MARK / 2); y < HEIGHT / 2 + MARK / 2; y++)
    for (let x = Math.floor(WIDTH / 2 - MARK / 2); x < WIDTH / 2 + MARK / 2; x++) {
      const at: Point = [16 + (x - WIDTH / 2) / unit, 16 + (y - HEIGHT / 2) / unit];
      // In the mark's own units the drawing is scaled by .9 from (2.1, 2.7).
      pixels.set(colorAt([(at[0] - 2.1) / 0.9, (at[1] - 2.7) / 0.9]), y * row.length + 1 + x * 3);
    }
  return png(pixels);

  function colorAt(at: Point): Rgb {
    const road = Math.min(...ROAD.map(([from, to]) => away(at, from, to)));
    const dot = Math.hypot(at[0] - 8, at[1] - 24.5);
    const drawn = mix(ground, ink, cover(1.6 - road));
    return logo ? drawn : mix(drawn, DOT, cover(2.9 - dot));
  }
}

/** How much of a pixel lies within an edge that is `depth` units away. */
const cover = (depth: number): number => Math.max(0, Math.min(1, 0.5 + (depth * 0.9 * MARK) / 32));

/** `M8 24.5h8.5a4.25 4.25 0 0 0 0-8.5h-2a4.25 4.25 0 0 1 0-8.5H22M19.3 3.7 24.1 7.5 19.3 11.3`, as `logo.svg` has it. */
const ROAD: readonly [Point, Point][] = [
  ...path([[8, 24.5], ...bend(16.5, 20.25, 1), ...bend(14.5, 11.75, -1), [22, 7.5]]),
  ...path([
    [19.3, 3.7],
    [24.1, 7.5],
    [19.3, 11.3],
  ]),
];

/** Half a circle upwards, to the right (1) or to the left (-1). */
function bend(x: number, y: number, side: 1 | -1): Point[] {
  const turn = (step: number) => (step / 24) * Math.PI;
  return Array.from({ length: 25 }, (_, step) => [
    x + side * 4.25 * Math.sin(turn(step)),
    y + 4.25 * Math.cos(turn(step)),
  ]);
}

function path(points: Point[]): [Point, Point][] {
  return points.slice(1).map((to, at) => [points[at] as Point, to]);
}

/** Distance of a point from a line between two. */
function away([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

const read = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

/** Rows of a filter byte (0) and RGB, as a PNG. */
function png(rows: Buffer): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

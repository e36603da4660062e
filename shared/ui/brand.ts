/** A publisher's colour as the design language needs it: the tokens of `tokens.css` that carry the brand. */

type Rgb = readonly [number, number, number];

/** WCAG 2.2, 1.4.3: text. */
export const LEGIBLE = 4.5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** `--gj-paper` and `--gj-paper-3` in the dark; links stand on both. */
const DARK: Rgb = [0x16, 0x19, 0x1b];
const DARK_3: Rgb = [0x2a, 0x30, 0x33];
/** `--gj-paper-3` in the light. */
const LIGHT_3: Rgb = [0xe8, 0xed, 0xeb];

/** The tokens as CSS declarations, light and dark. @param color `#rrggbb` for which `isLegible` holds */
export function brandTokens(color: string): Record<string, string> {
  const light = read(color);
  const soft = mix(light, WHITE, 0.88);
  const dark = step(
    light,
    WHITE,
    (each) => contrast(each, DARK_3) >= LEGIBLE && contrast(each, softOf(light)) >= LEGIBLE,
  );
  const both = (day: Rgb, night: Rgb) => `light-dark(${write(day)}, ${write(night)})`;
  return {
    '--gj-brand': both(light, dark),
    '--gj-brand-hover': both(mix(light, BLACK, 0.22), mix(dark, WHITE, 0.35)),
    '--gj-on-brand': both(WHITE, mix(light, BLACK, 0.86)),
    '--gj-brand-soft': both(soft, softOf(light)),
  };
}

/** They as a rule; empty without a colour, and for one that nobody could read words in, whoever signed it. */
export function brandRule(selector: string, color: string | undefined): string {
  if (!color || !isLegible(color)) return '';
  const tokens = Object.entries(brandTokens(color)).map(([name, value]) => `  ${name}: ${value};\n`);
  return `${selector} {\n${tokens.join('')}}\n`;
}

/** `고객케어 라운지 | 메일보안`: what a lounge is called, and after the bar what it is about. */
export function namesOf(lounge: string): { name: string; subject: string } {
  const [name = '', ...rest] = lounge.split('|').map((part) => part.trim());
  return { name, subject: rest.join(' ') };
}

/** Whether words in this colour can be read on our light papers, and white words on it. */
export function isLegible(color: string): boolean {
  return legible(read(color));
}

/** The first darker shade of `color` that can be read. */
export const legibleShade = (color: string): string => write(step(read(color), BLACK, legible));

/** WCAG contrast of a colour with white, 1 to 21. */
export const contrastWithWhite = (color: string): number => contrast(read(color), WHITE);

const softOf = (light: Rgb): Rgb => mix(light, DARK, 0.74);
const legible = (color: Rgb): boolean =>
  [WHITE, LIGHT_3, mix(color, WHITE, 0.88)].every((paper) => contrast(color, paper) >= LEGIBLE);

function step(from: Rgb, to: Rgb, until: (color: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const color = read(write(mix(from, to, share)));
    if (until(color)) return color;
  }
  return to;
}

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
const read = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const write = (color: Rgb): string =>
  `#${color.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

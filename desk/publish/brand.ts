import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Brand } from '../../shared/bundle/index.ts';
import { contrastWithWhite, isLegible, LEGIBLE, legibleShade } from '../../shared/ui/brand.ts';
import { type ContentProblem, error } from './problem.ts';

const TYPES: Record<string, NonNullable<Brand['logo']>['type']> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
/** It is in the catalogue, which every reader loads first. */
const LOGO_BYTES = 48 * 1024;
/** Opened by its own address an SVG is a page. */
const ACTIVE = /<script|<foreignobject|\son[a-z]+\s*=|javascript:/i;

/** `brand` of lounge.yaml with the logo's bytes in place of its file; what cannot be used goes to `problems`. */
export async function readBrand(
  dir: string,
  given: { color?: string | undefined; logo?: string | undefined } | undefined,
  loungeText: string,
  problems: ContentProblem[],
): Promise<Brand | undefined> {
  if (!given) return undefined;
  const lines = loungeText.split('\n');
  const from = Math.max(
    0,
    lines.findIndex((line) => /^brand\s*:/.test(line)),
  );
  const fault = (field: 'color' | 'logo', code: string, ko: string, en: string) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(`${field}:`));
    problems.push(error('lounge.yaml', (at < 0 ? from : at) + 1, code, ko, en));
  };
  const { color, logo } = given;
  if (color && !isLegible(color)) {
    const [ratio, shade] = [contrastWithWhite(color).toFixed(1), legibleShade(color)];
    fault(
      'color',
      'brand-contrast',
      `brand.color ${color}로 쓴 글자는 읽기 어렵습니다 (흰 바탕에서 ${ratio}:1, 옅은 바탕에서도 ${LEGIBLE}:1은 되어야 합니다). 조금 어두운 ${shade}를 쓰십시오`,
      `words in brand.color ${color} are hard to read (${ratio}:1 on white; tinted grounds need ${LEGIBLE}:1 too). Use a darker shade: ${shade}`,
    );
  }
  if (!logo) return { color };
  const type = TYPES[path.extname(logo).toLowerCase()];
  const inside = !path.isAbsolute(logo) && !logo.split(/[\\/]/).includes('..');
  const bytes = type && inside ? await readFile(path.join(dir, logo)).catch(() => null) : null;
  if (
    !bytes ||
    !type ||
    bytes.length > LOGO_BYTES ||
    (type === 'image/svg+xml' && ACTIVE.test(bytes.toString()))
  ) {
    fault(
      'logo',
      'brand-logo',
      `brand.logo ${logo}를 쓸 수 없습니다. 콘텐츠 폴더 안에 있는, ${LOGO_BYTES / 1024} KB 이하의 svg, png, webp 그림이어야 하고 스크립트가 없어야 합니다`,
      `brand.logo ${logo} cannot be used: it has to be an svg, png or webp picture of at most ${LOGO_BYTES / 1024} KB inside the content folder, without script`,
    );
    return { color };
  }
  return { color, logo: { type, data: bytes.toString('base64') } };
}

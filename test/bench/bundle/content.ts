import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from '../search/random.ts';

const REAL = path.resolve(import.meta.dirname, '../../../content');
const CONSOLES = ['hiworks', 'terrace', 'mail'];

/** Manuals of a category, and categories below one: as people would cut them, so that lists stay lists. */
const IN_CATEGORY = 200;
const BELOW = 25;

function categories(count: number): string {
  const title = (number: number) =>
    `title: { ko: 분류 ${number}, en: Category ${number}, ja: 分類 ${number} }`;
  const all = Array.from({ length: Math.ceil(count / IN_CATEGORY) }, (_, number) => number);
  const lines = all.map((number) =>
    number % BELOW === 0
      ? `  - id: t${number}\n    ${title(number)}\n    children:\n      - { id: c${number}, ${title(number)} }`
      : `      - { id: c${number}, ${title(number)} }`,
  );
  return `categories:\n${lines.join('\n')}\n`;
}

/**
 * A content folder of `count` manuals: real ones of this repository, put together anew paragraph by paragraph, so that
 * sizes, words and steps are those of real manuals and no two are alike. Four consoles' worth of folders.
 */
export function makeContent(dir: string, count: number): void {
  const random = seeded(7);
  const texts = CONSOLES.flatMap((folder) =>
    readdirSync(path.join(REAL, folder))
      .filter((name) => /^[a-z0-9-]+\.md$/.test(name))
      .map((name) =>
        readFileSync(path.join(REAL, folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''),
      ),
  );
  const paragraphs = [...new Set(texts.flatMap((text) => text.split(/\n{2,}/)))].filter(
    (text) => text.length > 40 && !/article:|!\[/.test(text),
  );
  const nouns = [...new Set(texts.flatMap((text) => text.match(/[가-힣]{2,5}/g) ?? []))];
  mkdirSync(dir, { recursive: true });
  const lounge = readFileSync(path.join(REAL, 'lounge.yaml'), 'utf8')
    .replace(/^manual:.*$/m, 'manual: m0')
    .replace(/^faq:\n(?: +- .*\n)+/m, 'faq:\n  - m0\n')
    .replace(/^categories:\n(?:[ #].*\n|\n)+/m, categories(count));
  writeFileSync(path.join(dir, 'lounge.yaml'), lounge);
  for (const folder of ['hiworks', 'terrace'])
    for (const name of ['console.yaml']) {
      mkdirSync(path.join(dir, folder), { recursive: true });
      cpSync(path.join(REAL, folder, name), path.join(dir, folder, name));
    }
  mkdirSync(path.join(dir, 'mail'), { recursive: true });
  for (let number = 0; number < count; number++) {
    const folder = CONSOLES[number % 3]!;
    const word = () => random.of(nouns);
    const body: string[] = [];
    while (body.join('\n\n').length < 1_300) body.push(random.of(paragraphs).replace(/[가-힣]{3,5}/, word));
    const steps =
      number % 3 === 2
        ? ''
        : `\n\n1. [${word()} > ${word()}]을 클릭합니다.\n2. [${word()}]을 선택합니다.\n3. [저장]을 클릭합니다.`;
    const head = {
      id: `m${number}`,
      title: `${word()} ${word()} ${word()} (${number})`,
      description: `${word()}에서 ${word()}와 ${word()}을 바꾸는 방법과 ${word()} 때 살펴볼 점을 알려 드립니다.`,
      category: `c${Math.floor(number / IN_CATEGORY)}`,
      last_update: '{ date: 2026-11-20 }',
      ...(number % 3 === 2 && { guide: 'false' }),
    };
    const lines = Object.entries(head).map(
      ([key, value]) => `${key}: ${key === 'title' || key === 'description' ? JSON.stringify(value) : value}`,
    );
    writeFileSync(
      path.join(dir, folder, `m${number}.md`),
      `---\n${lines.join('\n')}\n---\n\n${body.join('\n\n')}${steps}\n`,
    );
  }
}

/** One sentence more in the manual in the middle. */
export function changeOne(dir: string, count: number): void {
  const number = Math.floor(count / 2);
  const file = path.join(dir, CONSOLES[number % 3]!, `m${number}.md`);
  const text = readFileSync(file, 'utf8');
  const at = text.lastIndexOf('\n\n');
  writeFileSync(file, `${text.slice(0, at)}\n\n새로 알게 된 점을 한 문장 덧붙였습니다.${text.slice(at)}`);
}

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { LANGS, text } from '../../../shared/ui/text/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Words that are the same in every language: what a language calls itself. */
const NAMES = new Set(['한국어', '日本語']);
const CJK = /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** String literals and JSX text of a file; comments do not count. */
function said(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    false,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

describe('interface texts', () => {
  it('stand in the catalogues alone: no view writes its own', () => {
    const files = globSync(['extension/**/*.tsx', 'widget/**/*.tsx', 'shared/ui/**/*.tsx'], {
      cwd: root,
      exclude: (name) => name.includes('node_modules'),
    });
    expect(files.length).toBeGreaterThan(50);
    const own = files.flatMap((file) =>
      said(file)
        .filter((words) => CJK.test(words) && !NAMES.has(words))
        .map((words) => `${file}: ${words.trim()}`),
    );
    expect(own).toEqual([]);
  });

  it('keep to their script: no Korean in English or Japanese, no kana in Korean or English', () => {
    const foreign = { ko: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, en: CJK, ja: /\p{Script=Hangul}/u };
    for (const lang of LANGS)
      for (const [key, value] of leaves(text(lang))) {
        const words = typeof value === 'function' ? String(value('X', 'X', 'X')) : String(value);
        expect(words, `${lang} ${key}`).not.toMatch(foreign[lang]);
      }
  });
});

/** A word as a person reads it aloud, and whether it ends open, in ㄹ or closed. */
const WORDS: [string, 'open' | 'rieul' | 'closed'][] = [
  ['메뉴', 'open'],
  ['메일', 'rieul'],
  ['저장', 'closed'],
  ['[저장]', 'closed'],
  ['‘메뉴’', 'open'],
  ['(서울)', 'rieul'],
  ['1', 'rieul'],
  ['2', 'open'],
  ['3', 'closed'],
  ['POP3', 'closed'],
  ['TLS 1.2', 'open'],
  ['SMTP', 'open'],
  ['DKIM', 'closed'],
  ['URL', 'rieul'],
];
const PARTICLES: [RegExp, Record<'open' | 'rieul' | 'closed', string>][] = [
  [/^(은|는)(?=\s|$|[.,?])/, { open: '는', rieul: '은', closed: '은' }],
  [/^(을|를)(?=\s|$|[.,?])/, { open: '를', rieul: '을', closed: '을' }],
  [/^(으로|로)(?=\s|$|[.,?])/, { open: '로', rieul: '로', closed: '으로' }],
  [/^(이|가)(?=\s)/, { open: '가', rieul: '이', closed: '이' }],
];

describe('Korean particles', () => {
  it('fit the word before them, wherever a text takes a word', () => {
    let checked = 0;
    for (const [key, value] of leaves(text('ko'))) {
      if (typeof value !== 'function') continue;
      for (const [word, end] of WORDS) {
        const made = String(value(word, word, word));
        for (let at = made.indexOf(word); at >= 0; at = made.indexOf(word, at + word.length)) {
          // Quotes and brackets around a word are not read.
          const after = made.slice(at + word.length).replace(/^[’”'"\])」]+/, '');
          for (const [particle, right] of PARTICLES) {
            const found = particle.exec(after)?.[1];
            if (!found) continue;
            checked++;
            expect(found, `${key}: ${made}`).toBe(right[end]);
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(WORDS.length * 3);
  });
});

function leaves(node: object, at = ''): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${at}${key}.`) : [[at + key, value]],
  );
}

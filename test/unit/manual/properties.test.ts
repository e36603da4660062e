import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../../shared/article/index.ts';
import { ACTIONS } from '../../../shared/guide/index.ts';
import { compile, print } from '../../../shared/manual/index.ts';
import { manual, noise } from './arbitrary-manual.ts';

const NODES = new Set([
  'text',
  'strong',
  'em',
  'strike',
  'code',
  'label',
  'link',
  'break',
  'heading',
  'para',
  'list',
  'note',
  'table',
  'quote',
  'image',
  'rule',
]);

function nodes(blocks: readonly (Block | Inline)[]): (Block | Inline)[] {
  return blocks.flatMap((node) => {
    const kids: (Block | Inline)[] = 'kids' in node ? node.kids : [];
    if (node.t === 'list') kids.push(...node.items.flatMap((item) => item.kids));
    if (node.t === 'table') kids.push(...node.head.flat(), ...node.rows.flat(2));
    return [node, ...nodes(kids)];
  });
}

/** Steps without what printing may move: their line. */
function steps(markdown: string): unknown {
  return compile(markdown).guides.map((guide) => guide.steps.map(({ line: _, ...step }) => step));
}

describe('any text', () => {
  test('compiles to closed nodes and closed actions', () => {
    fc.assert(
      fc.property(fc.oneof(manual, noise), (text) => {
        const { article, guides, problems } = compile(text);
        for (const node of nodes(article.blocks)) {
          expect(NODES.has(node.t)).toBe(true);
          if (node.t === 'link') expect(node.href).toMatch(/^(https?:\/\/|mailto:|tel:|#|article:)/i);
        }
        for (const step of guides.flatMap((guide) => guide.steps)) {
          expect(ACTIONS).toContain(step.action);
          expect(step.line).toBeGreaterThan(0);
          expect(step.line).toBeLessThanOrEqual(text.split('\n').length);
        }
        for (const problem of problems) expect(problem.line).toBeLessThanOrEqual(text.split('\n').length);
      }),
      { numRuns: 400 },
    );
  });

  test('keeps no private signs of the grammar', () => {
    fc.assert(
      fc.property(manual, (text) => {
        expect(JSON.stringify(compile(text))).not.toMatch(/[\ue000-\uf8ff]/u);
      }),
    );
  });

  test('gives the same steps when it is printed and compiled again', () => {
    fc.assert(
      fc.property(manual, (text) => {
        expect(steps(print(compile(text).article))).toEqual(steps(text));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same article when it is printed and compiled again', () => {
    fc.assert(
      fc.property(manual, (text) => {
        const once = print(compile(text).article);
        expect(print(compile(once).article)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});

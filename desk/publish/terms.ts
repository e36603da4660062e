import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { checkTerms, type TermList } from '../../shared/search/check-terms.ts';
import type { Index } from '../../shared/search/index.ts';
import { termsFile } from './files.ts';
import type { ContentProblem } from './problem.ts';
import { readYaml } from './yaml.ts';

const FILE = 'terms.yaml';

export interface Terms extends TermList {
  groups: string[][];
  /** 1-based line of every item of the two lists. */
  lines: { terms: number[]; examples: number[] };
}

/** Reads terms.yaml; a content folder without one has no terms. */
export function readTerms(text: string | null, problems: ContentProblem[]): Terms {
  const counter = new LineCounter();
  const { contents } = parseDocument(text ?? '', { lineCounter: counter });
  const linesOf = (name: string) => {
    const list = isMap(contents) ? contents.get(name) : null;
    if (!isSeq(list)) return [];
    return list.items.map((item) => counter.linePos((isNode(item) && item.range?.[0]) || 0).line);
  };
  const lines = { terms: linesOf('terms'), examples: linesOf('examples') };
  const read = text === null ? null : readYaml(text, termsFile, FILE, 1, problems);
  return { groups: read?.terms ?? [], examples: read?.examples ?? [], lines };
}

/** Groups that cannot work are warned of; an example that fails is an error, as a failing test is. */
export function checkTermsFile(terms: Terms, index: Index): ContentProblem[] {
  return checkTerms(terms, index).map(({ list, at, code, message }) => ({
    file: FILE,
    line: terms.lines[list][at] ?? 1,
    severity: list === 'terms' ? 'warning' : 'error',
    code,
    message,
  }));
}

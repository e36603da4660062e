import * as v from 'valibot';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { type ContentProblem, error } from './problem.ts';

/**
 * Reads YAML into the shape of `kind`; every fault is reported with the line it stands on.
 * @param firstLine line of the file on which `text` starts
 * @returns the value, or null when a fault was added to `problems`
 */
export function readYaml<T>(
  text: string,
  kind: v.GenericSchema<unknown, T>,
  file: string,
  firstLine: number,
  problems: ContentProblem[],
): T | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  for (const fault of document.errors) {
    const what = fault.message.split('\n')[0] ?? '';
    problems.push(
      error(
        file,
        lineAt(fault.pos[0]),
        'yaml',
        `YAML을 읽을 수 없습니다: ${what}`,
        `not valid YAML: ${what}`,
      ),
    );
  }
  if (document.errors.length > 0) return null;
  const value = plain(document);
  if (value instanceof Error) {
    const alias = /anchor|alias/i.test(value.message) ? /(?<=^|[\s[,])\*[^\s,\]}]+/.exec(text) : null;
    problems.push(
      error(
        file,
        lineAt(alias?.index ?? 0),
        'yaml',
        `YAML을 읽을 수 없습니다. *로 시작하는 값은 따옴표로 묶으십시오: ${value.message}`,
        `not valid YAML; quote values that start with *: ${value.message}`,
      ),
    );
    return null;
  }
  const result = v.safeParse(kind, value ?? {}, { abortPipeEarly: true });
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? '';
    const line = lineAt(offsetOf(document, path.split('.')));
    const unknown = issue.type === 'strict_object' && issue.expected === 'never';
    problems.push(
      unknown
        ? error(file, line, 'unknown-field', `알 수 없는 항목입니다: ${path}`, `unknown field: ${path}`)
        : issue.received === 'undefined'
          ? error(file, line, 'missing-field', `필요한 항목이 없습니다: ${path}`, `missing field: ${path}`)
          : error(
              file,
              line,
              'wrong-field',
              `값이 올바르지 않습니다: ${path} (${issue.received})${issue.expected ? ` — 쓸 수 있는 값: ${issue.expected}` : ''}`,
              `wrong value: ${path} — ${issue.message}`,
            ),
    );
  }
  return null;
}

/** `title: *new*` is an alias to YAML, found out only now; so is a tree too deep to walk. */
function plain(document: Document): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    return cause;
  }
}

/** Where the deepest existing node of a path begins. */
function offsetOf(document: Document, path: string[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => String(item.key) === path[depth - 1]);
      const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range;
      if (range) return range[0];
    }
    const node = document.getIn(path.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

import { BundleError } from './errors.ts';

/** Deeper than any real article; keeps a hostile file from exhausting the stack of what reads it. */
const MAX_DEPTH = 40;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses verified bytes as strict UTF-8 JSON.
 * @throws BundleError `not-json`, or `shape` for a forbidden key or too deep a tree
 */
export function parseJson(bytes: Uint8Array, where: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BundleError('not-json', where);
  }
  inspect(value, where, 0);
  return value;
}

function inspect(value: unknown, where: string, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MAX_DEPTH) throw new BundleError('shape', where, 'too deep');
  for (const key of Object.keys(value)) {
    if (FORBIDDEN.has(key)) throw new BundleError('shape', where, `key ${key}`);
    inspect((value as Record<string, unknown>)[key], where, depth + 1);
  }
}

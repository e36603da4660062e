import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document } from '../../../shared/search/index.ts';

/** Our own manuals, read roughly; the folder says which console they are about. */
export function ownDocuments(): Document[] {
  return globSync('content/*/**/*.md')
    .sort()
    .map((file) => {
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8'))!;
      const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(front)![1]!;
      return {
        id: path.basename(file, '.md'),
        title,
        body,
        lang: 'ko',
        console: file.split(path.sep)[1]!,
      };
    });
}

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './debian.ts';

/** Our own manuals, read roughly: the title of the front matter, headings, and the text without marks. */
export function ownContent(): Corpus | null {
  const root = join(import.meta.dirname, '../../../content');
  const documents = globSync('**/*.md', { cwd: root })
    // Translations say the same again in another language.
    .filter((file) => !/\.(en|ja)\.md$/.test(file))
    .sort()
    .map((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      const [, front = '', text = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
      const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(front)?.[1] ?? file;
      const headings = [...text.matchAll(/^#+\s+(.*)$/gm)].map((found) => found[1]!);
      return {
        id: file,
        title,
        body: text.replace(/[#>*`|[\]]/g, ' ').replace(/[ \t]+/g, ' '),
        headings,
        lang: 'ko',
      };
    });
  return documents.length > 0 ? { name: 'own content', documents } : null;
}

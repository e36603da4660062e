import { stat } from 'node:fs/promises';
import { home } from '../home.ts';
import { Expected } from '../say.ts';
import { secretFile } from '../secret-file.ts';

/** @throws Expected when there is no such content folder */
export async function openAuthor(content: string): Promise<{ content: string; token: string }> {
  if (!(await stat(content).catch(() => null))?.isDirectory())
    throw new Expected({
      ko: `콘텐츠 폴더가 없습니다: ${content}`,
      en: `There is no content folder at ${content}`,
    });
  return { content, token: await secretFile(home(), 'author-token') };
}

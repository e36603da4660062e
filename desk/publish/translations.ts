import { createHash } from 'node:crypto';
import { bodyOf, type FrontMatter, readTranslationMatter } from './front-matter.ts';
import type { Manual } from './manual.ts';
import { type ContentProblem, error, warning } from './problem.ts';

type Lang = FrontMatter['lang'];

/** `pop3-on.en.md` is `pop3-on.md` in English. */
export function translationName(name: string): { of: string; lang: Lang } | null {
  const [, of, lang] = /^(.+)\.(ko|en|ja)\.md$/.exec(name) ?? [];
  return of && lang ? { of, lang: lang as Lang } : null;
}

/** First 12 hex digits of SHA-256 over what a translator translates: title, description and text. */
export const sourceHash = ({ meta, source }: Pick<Manual, 'meta' | 'source'>): string =>
  createHash('sha256')
    .update([meta.title, meta.description, bodyOf(source).trim()].join('\n\u0000'))
    .digest('hex')
    .slice(0, 12);

/** The translation's front matter over that of its original; null when a fault was added to `problems`. */
export function readTranslation(
  text: { file: string; source: string; lang: Lang },
  original: Manual | null,
  problems: ContentProblem[],
): { meta: FrontMatter; outdated: boolean } | null {
  const { file, source, lang } = text;
  const line = (field: string) =>
    Math.max(
      0,
      source.split('\n').findIndex((each) => each.startsWith(`${field}:`)),
    ) + 1;
  const own = readTranslationMatter(source, file, problems);
  if (!own) return null;
  if (!original) {
    const of = file.replace(/\.(ko|en|ja)\.md$/, '.md');
    problems.push(
      error(
        file,
        1,
        'no-original',
        `원문 ${of}이 없습니다`,
        `there is no ${of} that this is a translation of`,
      ),
    );
    return null;
  }
  const { meta } = original;
  if ((own.id ?? meta.id) !== meta.id || (own.lang ?? lang) !== lang || lang === meta.lang) {
    problems.push(
      error(
        file,
        own.id && own.id !== meta.id ? line('id') : line('lang'),
        'wrong-translation',
        `번역의 id와 언어는 파일 이름을 따라야 하고 원문(${meta.id}, ${meta.lang})과 언어가 달라야 합니다`,
        `id and language of a translation are those of its file name, and the language is not that of the original (${meta.id}, ${meta.lang})`,
      ),
    );
    return null;
  }
  const outdated = isOutdated(text, own.source_hash, original, line('source_hash'), problems);
  const { source_hash: _hash, id: _id, ...rest } = own;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { meta: { ...meta, tags: [], keywords: [], ...given, lang }, outdated };
}

function isOutdated(
  { file }: { file: string },
  hash: string | undefined,
  original: Manual,
  line: number,
  problems: ContentProblem[],
): boolean {
  const now = sourceHash(original);
  if (hash === now) return false;
  problems.push(
    hash === undefined
      ? warning(
          file,
          line,
          'no-source-hash',
          `어느 원문을 옮긴 것인지 알 수 없습니다. 지금 원문을 옮긴 것이면 머리말에 source_hash: "${now}"를 적으십시오`,
          `nobody can tell which text this was made from; if it is today's, add source_hash: "${now}"`,
        )
      : warning(
          file,
          line,
          'outdated',
          `원문 ${original.file}이 번역한 뒤로 바뀌었습니다. 번역을 고친 뒤 source_hash: "${now}"로 적으십시오`,
          `${original.file} has changed since this was translated; mend the translation, then write source_hash: "${now}"`,
        ),
  );
  return hash !== undefined;
}

import { isUtf8 } from 'node:buffer';
import { type ContentProblem, error, warning } from './problem.ts';

/** Icons of web fonts come along when a web page is pasted; without their font they are boxes, and mean nothing. */
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** Bytes of a content file as every later reader sees them: no byte order mark, lines ended by \n. */
export function readText(bytes: Buffer, file: string, problems: ContentProblem[]): string {
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  // Windows editors may save Korean as CP949, which would be published as a row of question marks.
  if (!isUtf8(bytes))
    problems.push(
      error(
        file,
        lineOf(text, /\ufffd/),
        'not-utf8',
        'UTF-8로 저장된 파일이 아닙니다. 편집기에서 인코딩을 UTF-8로 바꾸어 저장하십시오',
        'not a UTF-8 file: save it again with the encoding UTF-8',
      ),
    );
  if (!PRIVATE_USE.test(text)) return text;
  problems.push(
    warning(
      file,
      lineOf(text, PRIVATE_USE),
      'icon-character',
      '글꼴이 없으면 보이지 않는 아이콘 글자를 빼고 읽었습니다. 낱말로 바꿔 주십시오',
      'icon characters, which nobody sees without their font, were left out: write a word instead',
    ),
  );
  return text.replace(new RegExp(PRIVATE_USE, 'g'), '');
}

const lineOf = (text: string, pattern: RegExp): number =>
  Math.max(
    0,
    text.split('\n').findIndex((line) => pattern.test(line)),
  ) + 1;

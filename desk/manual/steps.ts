import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { compile, explain, plainSteps } from '../../shared/manual/index.ts';
import { Expected, say } from '../say.ts';
import { importManual } from './import.ts';

/** Adds `steps` (what the compiler reads from a manual) and `import` (a help-centre page as Markdown). */
export function registerManual(program: Command): void {
  program
    .command('steps')
    .argument(
      '[file]',
      say({ ko: '매뉴얼 파일. 없으면 표준 입력', en: 'a manual; standard input without it' }),
    )
    .option(
      '--explain',
      say({ ko: '줄마다 무엇으로 읽었는지 보여 줍니다', en: 'say for every line what it was taken for' }),
    )
    .description(
      say({ ko: '매뉴얼에서 읽은 단계를 JSON으로 보여 줍니다', en: 'print the steps of a manual as JSON' }),
    )
    .action((file: string | undefined, options: { explain?: boolean }) => {
      const markdown = read(file);
      console.log(
        options.explain ? table(markdown) : JSON.stringify(plainSteps(compile(markdown).guides), null, 1),
      );
    });
  program
    .command('import')
    .argument(
      '<url-or-file>',
      say({
        ko: 'Zendesk 글 JSON 또는 저장한 HTML 페이지',
        en: 'a Zendesk article (JSON) or a saved HTML page',
      }),
    )
    .description(
      say({ ko: '도움말 글을 Markdown으로 바꿉니다', en: 'turn a help-centre article into Markdown' }),
    )
    .action(async (source: string) => {
      const { markdown, pictures } = await importManual(source);
      process.stdout.write(markdown);
      // Pictures belong to the old help centre: somebody has to fetch them or make new ones.
      for (const { src, alt } of pictures)
        console.error(`${say({ ko: '그림', en: 'picture' })}: ${src}${alt ? ` (${alt})` : ''}`);
    });
}

function read(file: string | undefined): string {
  try {
    return readFileSync(file ?? 0, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new Expected({
      ko: `${file ?? '표준 입력'}을(를) 읽을 수 없습니다(${reason}). 경로를 확인해 주세요.`,
      en: `Cannot read ${file ?? 'standard input'} (${reason}); check the path.`,
    });
  }
}

function table(markdown: string): string {
  return explain(markdown)
    .filter((line) => line.kind !== 'blank')
    .map((line) => {
      const head = `${String(line.line).padStart(4)}  ${line.kind.padEnd(11)} ${line.text}`;
      return [
        head,
        ...line.steps.map((step) => `${' '.repeat(18)}→ ${step}`),
        ...(line.steps.length ? [] : [`${' '.repeat(18)}· ${line.why}`]),
      ].join('\n');
    })
    .join('\n');
}

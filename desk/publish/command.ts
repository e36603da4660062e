import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { places } from '../home.ts';
import { Expected, say } from '../say.ts';
import { ensureKeys, loadKey, newKey } from './keys.ts';
import type { ContentProblem } from './problem.ts';
import { checkContent, hasErrors, publish } from './publish.ts';

/** How long a bundle is fresh. Publishing again, even unchanged, renews it. */
const DAYS = 90;

function print(problems: readonly ContentProblem[], dir: string): void {
  for (const { file, line, severity, code, message } of problems) {
    const where = `${path.relative('.', path.join(dir, file)) || file}:${line}`;
    const kind = severity === 'error' ? say({ ko: '오류', en: 'error' }) : say({ ko: '주의', en: 'warning' });
    console.log(`${where}: ${kind}: ${say(message)} [${code}]`);
  }
}

function summary(problems: readonly ContentProblem[], articles: number, guides: number): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  return say({
    ko: `문서 ${articles}개, 안내 ${guides}개 · 오류 ${errors}건, 주의 ${warnings}건`,
    en: `${articles} articles, ${guides} guides · ${errors} errors, ${warnings} warnings`,
  });
}

const days = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 3_650)
    throw new InvalidArgumentError(
      say({ ko: '1에서 3650 사이의 날수를 쓰십시오.', en: 'Give a number of days from 1 to 3650.' }),
    );
  return value;
};

/** `check`, `publish` and `keys`. */
export function registerPublish(program: Command): void {
  program
    .command('check [dir]')
    .description(
      say({
        ko: '콘텐츠의 잘못을 파일과 줄 번호로 알려 줍니다',
        en: 'name every fault of the content by file and line',
      }),
    )
    .action(async (dir = 'content') => {
      const { compiled, problems } = await checkContent(dir);
      print(problems, dir);
      console.log(summary(problems, compiled.length, compiled.flatMap(({ guides }) => guides).length));
      if (hasErrors(problems)) process.exitCode = 1;
    });

  program
    .command('publish')
    .description(
      say({
        ko: '콘텐츠를 서명된 번들과 라운지 페이지로 만듭니다',
        en: 'compile the content into a signed bundle and lounge pages',
      }),
    )
    .option('--content <dir>', say({ ko: '콘텐츠 폴더', en: 'content folder' }), 'content')
    .option('--out <dir>', say({ ko: '번들을 쓸 폴더', en: 'where the bundle goes' }), places().bundle)
    .option(
      '--desk <url>',
      say({ ko: '문의를 받는 주소', en: 'where inquiries go' }),
      process.env.GILJABI_DESK_URL,
    )
    .option('--days <n>', say({ ko: '유효한 날수', en: 'days until it is called old' }), days, DAYS)
    .action(async (options: { content: string; out: string; desk?: string; days: number }) => {
      if (options.desk && !(/^https?:\/\//.test(options.desk) && URL.canParse(options.desk)))
        throw new Expected({
          ko: `--desk ${options.desk}: http(s) 주소가 아닙니다.`,
          en: `--desk ${options.desk} is not an http(s) address.`,
        });
      const publishKey = await loadKey(places().keys, 'publish');
      const { key: receiptKey } = await loadKey(places().keys, 'receipt');
      const { problems, compiled, published } = await publish({ ...options, publishKey, receiptKey });
      print(problems, options.content);
      const counts = summary(problems, compiled.length, compiled.flatMap(({ guides }) => guides).length);
      if (!published)
        throw new Expected({ ko: `발행하지 않았습니다. ${counts}`, en: `Nothing was published. ${counts}` });
      const { writeLoungeFrom } = await import('../lounge/from-bundle.ts');
      await writeLoungeFrom(options.out, places().lounge);
      const { manifest, added, changed, removed } = published;
      console.log(counts);
      const news = added.length + changed.length + removed.length;
      console.log(
        say({
          ko: `번들 ${manifest.version}판: 추가 ${added.length}, 변경 ${changed.length}, 삭제 ${removed.length}${news ? '' : ' (그대로)'} → ${options.out}`,
          en: `bundle version ${manifest.version}: ${added.length} added, ${changed.length} changed, ${removed.length} removed${news ? '' : ' (as it was)'} → ${options.out}`,
        }),
      );
      console.log(say({ ko: `라운지 페이지 → ${places().lounge}`, en: `lounge pages → ${places().lounge}` }));
    });

  const keys = program.command('keys').description(say({ ko: '서명 키', en: 'signing keys' }));
  keys
    .command('new')
    .description(
      say({
        ko: '번들 서명 키와 접수증 서명 키를 만듭니다',
        en: 'make the keys that sign bundles and receipts',
      }),
    )
    .action(async () => {
      const made = await ensureKeys(places().keys);
      if (made.length === 0) await newKey(places().keys, 'publish'); // says that it exists
      for (const use of made) {
        const { id } = await loadKey(places().keys, use);
        console.log(`${use} ${id} → ${path.join(places().keys, `${use}.json`)}`);
      }
    });
  keys
    .command('show')
    .description(say({ ko: '공개 키를 보여 줍니다', en: 'show the public keys' }))
    .action(async () => {
      for (const use of ['publish', 'receipt'] as const) {
        const { id, key } = await loadKey(places().keys, use);
        console.log(`${use} ${id} ${key}`);
      }
    });
}

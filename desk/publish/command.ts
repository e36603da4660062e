import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { home, places } from '../home.ts';
import { Expected, say } from '../say.ts';
import { type Archive, openArchive } from './archive.ts';
import { type Plan, release } from './bundle.ts';
import { bytesText, changesOf, costOf } from './changes.ts';
import { compileContent, type Surveyed } from './compile-content.ts';
import { directoryStore } from './directory.ts';
import { type KeyPair, loadKey } from './keys.ts';
import { registerKeys } from './keys-command.ts';
import type { ContentProblem } from './problem.ts';
import { progressLine } from './progress.ts';
import { hasErrors, publish } from './publish.ts';
import { readBundle } from './read-bundle.ts';
import { s3Store } from './s3.ts';
import type { BundleStore } from './store.ts';
import { registerVerify } from './verify-command.ts';
import { openWorkshop, workHere } from './workshop.ts';

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

const wholeNumber =
  (least: number, most: number, ko: string, en: string) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(say({ ko, en }));
    return value;
  };
const days = wholeNumber(
  1,
  3_650,
  '1에서 3650 사이의 날수를 쓰십시오.',
  'Give a number of days from 1 to 3650.',
);
const version = wholeNumber(0, 2 ** 52, '판 번호를 쓰십시오.', 'Give the number of a version.');

interface Options {
  content: string;
  out: string;
  desk?: string;
  days: number;
  versionFloor?: number;
  rollForward?: number;
  dryRun?: boolean;
  lounge: boolean;
}

/** `check`, `publish`, `verify` and `keys`. */
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
      const workshop = await openWorkshop(
        workHere(dir, () => null),
        { dir, stage: null },
      );
      const { problems, articles, guides } = await compileContent(dir, workshop, {
        told: progressLine(),
      }).finally(() => workshop.close());
      print(problems, dir);
      console.log(summary(problems, articles, guides));
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
    .option(
      '--out <place>',
      say({
        ko: '번들을 둘 폴더나 s3://버킷/폴더',
        en: 'where the bundle goes: a folder or s3://bucket/folder',
      }),
      places().bundle,
    )
    .option(
      '--desk <url>',
      say({ ko: '문의를 받는 주소', en: 'where inquiries go' }),
      process.env.GILJABI_DESK_URL,
    )
    .option('--days <n>', say({ ko: '유효한 날수', en: 'days until it is called old' }), days, DAYS)
    .option(
      '--roll-forward <version>',
      say({
        ko: '예전 판의 내용을 새 판으로 발행',
        en: 'publish the content of an older version as a new one',
      }),
      version,
    )
    .option(
      '--version-floor <n>',
      say({ ko: '이 키로 발행한 마지막 판', en: 'last version that this key has published' }),
      version,
    )
    .option(
      '--dry-run',
      say({ ko: '바뀔 것만 보여 주고 발행하지 않음', en: 'show what would change, publish nothing' }),
    )
    .option('--no-lounge', say({ ko: '라운지 페이지는 만들지 않음', en: 'make no lounge pages' }))
    .action(run);

  registerVerify(program);
  registerKeys(program);
}

async function run(options: Options): Promise<void> {
  if (options.desk && !(/^https?:\/\//.test(options.desk) && URL.canParse(options.desk)))
    throw new Expected({
      ko: `--desk ${options.desk}: http(s) 주소가 아닙니다.`,
      en: `--desk ${options.desk} is not an http(s) address.`,
    });
  const publishKey = await loadKey(places().keys, 'publish');
  const { key: receiptKey } = await loadKey(places().keys, 'receipt');
  const store = options.out.startsWith('s3://') ? s3Store(options.out) : directoryStore(options.out);
  const archive = openArchive(path.join(home(), 'archive'), publishKey);
  const versions = path.join(home(), 'versions.json');
  const confirm = async (plan: Plan) => {
    await tell(plan, archive, store);
    return !options.dryRun;
  };
  const how = { ...options, versions, confirm, told: progressLine() };

  const plan =
    options.rollForward === undefined
      ? await publishContent()
      : await release(store, await archive.open(options.rollForward), { ...how, key: publishKey });
  if (options.dryRun) {
    await archive.stage.undo();
    return console.log(
      say({ ko: '발행하지 않았습니다 (--dry-run).', en: 'Nothing was published (--dry-run).' }),
    );
  }
  await archive.keep(store, plan.manifest);
  console.log(`→ ${store.name}`);
  if (options.lounge) await writeLounge(store, archive, publishKey);

  async function publishContent(): Promise<Plan> {
    const { stage } = archive;
    let counts = '';
    const checked = ({ problems, articles, guides }: Surveyed) => {
      print(problems, options.content);
      counts = summary(problems, articles, guides);
    };
    const cache = path.join(home(), 'cache');
    const { published } = await publish({ ...how, publishKey, receiptKey, stage, cache, store, checked });
    if (!published)
      throw new Expected({ ko: `발행하지 않았습니다. ${counts}`, en: `Nothing was published. ${counts}` });
    console.log(counts);
    return published;
  }
}

/** What changed, and what it costs readers. */
async function tell(plan: Plan, { stage }: Archive, store: BundleStore): Promise<void> {
  const { manifest, added, changed, removed, news } = plan;
  // Of a first publish everything would be new.
  if (plan.previous) for (const line of await changesOf(plan, stage, store)) console.log(line);
  console.log(
    say({
      ko: `번들 ${manifest.version}판: 추가 ${added.length}, 변경 ${changed.length}, 삭제 ${removed.length}${news ? '' : ' (그대로)'}`,
      en: `bundle version ${manifest.version}: ${added.length} added, ${changed.length} changed, ${removed.length} removed${news ? '' : ' (as it was)'}`,
    }),
  );
  if (!news) return;
  const { update, first, all } = costOf(plan);
  const share = ((update / all) * 100).toFixed(1);
  console.log(
    say({
      ko: `받을 양: ${plan.previous ? `앞 판이 있는 사람 ${bytesText(update)} (${share}%), ` : ''}처음인 사람 먼저 ${bytesText(first)}, 모두 ${bytesText(all)}`,
      en: `readers download: ${plan.previous ? `with the version before ${bytesText(update)} (${share}%), ` : ''}without any ${bytesText(first)} first and ${bytesText(all)} in all`,
    }),
  );
}

async function writeLounge(store: BundleStore, { stage }: Archive, key: KeyPair): Promise<void> {
  const { writeLounge: write } = await import('../lounge/write.ts');
  // What was published is here as well: it need not come back from a bucket.
  const near: BundleStore = {
    ...store,
    async read(file) {
      const hash = /^parts\/(.+)$/.exec(file)?.[1];
      const here = hash ? await stage.get({ hash, name: file, size: 0 }).catch(() => null) : null;
      return here ?? store.read(file);
    },
  };
  await write(await readBundle(near, [key]), places().lounge, { told: progressLine() });
  console.log(say({ ko: `라운지 페이지 → ${places().lounge}`, en: `lounge pages → ${places().lounge}` }));
}

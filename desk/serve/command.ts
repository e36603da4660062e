import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { openAuthor } from '../author/open-author.ts';
import { places } from '../home.ts';
import { loadKey } from '../publish/keys.ts';
import { say } from '../say.ts';
import { startDesk } from './desk.ts';
import { DRAFT_PATH, type Draft, openDraft } from './draft.ts';

interface ServeOptions {
  port: number;
  host: string;
  allow: string[];
  author?: boolean;
  proof: boolean;
  trap: boolean;
  draft?: boolean;
  content: string;
  config?: string;
  remoteDesk?: boolean;
  trustProxy?: boolean;
  search?: boolean;
}

export const DESK_PORT = 4810;

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError(
      say({ ko: '0에서 65535 사이의 포트를 쓰십시오.', en: 'Give a port from 0 to 65535.' }),
    );
  return value;
}

/** `serve`: bundle, lounge, widget and inquiry intake at one address. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .description(
      say({
        ko: '번들, 라운지, 위젯, 문의 접수를 한 주소에서 제공합니다',
        en: 'serve bundle, lounge, widget and inquiry intake at one address',
      }),
    )
    .option('--port <n>', say({ ko: '포트', en: 'port' }), port, DESK_PORT)
    .option('--host <address>', say({ ko: '들을 주소', en: 'address to listen on' }), '127.0.0.1')
    .option(
      '--allow <origin...>',
      say({ ko: '위젯을 넣은 사이트의 주소', en: 'origins of the sites that embed the widget' }),
      [],
    )
    .option(
      '--author',
      say({
        ko: '작성 도구가 기록한 대상을 콘텐츠 폴더에 적게 합니다',
        en: 'let the authoring tools write recorded targets into the content folder',
      }),
    )
    .option(
      '--draft',
      say({
        ko: '콘텐츠 폴더를 초안으로 보여 줍니다. 파일을 고치면 바로 바뀝니다',
        en: 'show the content folder as a draft that follows every change of its files',
      }),
    )
    .option('--content <dir>', say({ ko: '그 콘텐츠 폴더', en: 'that content folder' }), 'content')
    .option('--config <file>', say({ ko: '다른 desk.yaml', en: 'another desk.yaml' }))
    .option(
      '--remote-desk',
      say({
        ko: '다른 기기에서도 /desk를 열 수 있게 합니다 (앞에 TLS가 있어야 합니다)',
        en: 'let /desk be opened from other machines; put TLS in front',
      }),
    )
    .option(
      '--search',
      say({
        ko: '문의와 같은 데이터베이스에서 검색에 답합니다: /api/search (글이 5만 개를 넘을 때)',
        en: 'answer searches in the database of the inquiries: /api/search (above 50,000 articles)',
      }),
    )
    .option(
      '--no-proof',
      say({
        ko: '문의를 보내는 브라우저에 확인 계산을 시키지 않습니다',
        en: 'ask no proof of work of browsers that send inquiries',
      }),
    )
    .option(
      '--no-trap',
      say({
        ko: '숨은 칸이 채워진 문의에 의심 표시를 하지 않습니다',
        en: 'do not mark inquiries whose hidden field was filled in',
      }),
    )
    .option(
      '--trust-proxy',
      say({
        ko: '앞에 있는 프록시가 알려 주는 주소를 믿습니다 (X-Forwarded-For)',
        en: 'believe the proxy in front about who asks (X-Forwarded-For)',
      }),
    )
    .action(async (options: ServeOptions) => {
      const author = options.author ? await openAuthor(options.content) : null;
      const draft = options.draft ? await openDraftHere(options.content) : null;
      const desk = await startDesk({ ...options, author, draft });
      console.log(say({ ko: `데스크가 열렸습니다: ${desk.url}`, en: `the desk is open: ${desk.url}` }));
      console.log(
        say({
          ko: `문의 데스크: ${desk.url}/desk (토큰: ${desk.token})`,
          en: `support's page: ${desk.url}/desk (token: ${desk.token})`,
        }),
      );
      if (author)
        console.log(say({ ko: `작성 토큰: ${author.token}`, en: `authoring token: ${author.token}` }));
      if (draft) {
        console.log(
          say({
            ko: `초안 주소: ${desk.url}${DRAFT_PATH}\n초안 키: ${draft.key}`,
            en: `draft address: ${desk.url}${DRAFT_PATH}\ndraft key: ${draft.key}`,
          }),
        );
      }
      const stop = () =>
        void desk
          .close()
          .then(() => draft?.close())
          .then(() => process.exit(0));
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}

/** With what each change leads to said here, where the author types. */
async function openDraftHere(content: string): Promise<Draft> {
  const { key: receiptKey } = await loadKey(places().keys, 'receipt');
  const desk = process.env.GILJABI_DESK_URL;
  return openDraft({
    ...{ content, receiptKey, ...(desk && { desk }) },
    tell(problems, version) {
      const errors = problems.filter(({ severity }) => severity === 'error');
      for (const { file, line, message } of errors)
        console.log(`${path.join(content, file)}:${line}: ${say(message)}`);
      console.log(
        errors.length > 0
          ? say({
              ko: '오류가 있어 초안이 그대로입니다.',
              en: 'The draft stays as it was: there are errors.',
            })
          : say({ ko: `초안 ${version}번째`, en: `draft no. ${version}` }),
      );
    },
  });
}

import { type Command, InvalidArgumentError } from 'commander';
import { openAuthor } from '../author/open-author.ts';
import { say } from '../say.ts';
import { startDesk } from './desk.ts';

interface ServeOptions {
  port: number;
  host: string;
  allow: string[];
  author?: boolean;
  content: string;
  config?: string;
  remoteDesk?: boolean;
  trustProxy?: boolean;
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
      '--trust-proxy',
      say({
        ko: '앞에 있는 프록시가 알려 주는 주소를 믿습니다 (X-Forwarded-For)',
        en: 'believe the proxy in front about who asks (X-Forwarded-For)',
      }),
    )
    .action(async (options: ServeOptions) => {
      const author = options.author ? await openAuthor(options.content) : null;
      const desk = await startDesk({ ...options, author });
      console.log(say({ ko: `데스크가 열렸습니다: ${desk.url}`, en: `the desk is open: ${desk.url}` }));
      console.log(
        say({
          ko: `문의 데스크: ${desk.url}/desk (토큰: ${desk.token})`,
          en: `support's page: ${desk.url}/desk (token: ${desk.token})`,
        }),
      );
      if (author)
        console.log(say({ ko: `작성 토큰: ${author.token}`, en: `authoring token: ${author.token}` }));
      const stop = () => void desk.close().then(() => process.exit(0));
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}

import { userInfo } from 'node:os';
import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { StorePlace } from '../intake/index.ts';
import { Expected, say } from '../say.ts';
import { MOST_WORDS, type Refused } from './cases.ts';
import { openSupport, type SupportDesk } from './open-support.ts';
import type { State } from './states.ts';

export interface SupportDeps {
  /** Where the inquiries are; asked when a command runs. */
  place: () => StorePlace & { migrations: URL[] };
  write?: (text: string) => void;
  /** What was typed after the command; standard input when left out. */
  read?: () => Promise<string>;
}

/** Adds `inquiries reply | assign | close | reopen` to the command that intake has made. */
export function registerSupport(program: Command, deps: SupportDeps): void {
  const write = deps.write ?? ((text: string) => void process.stdout.write(text));
  const inquiries = program.commands.find((command) => command.name() === 'inquiries');
  if (!inquiries) throw new Error('registerInquiries comes first');

  const withCase = async (
    key: string,
    work: (desk: SupportDesk, id: string, number: string) => Promise<void>,
  ) => {
    const desk = await openSupport(deps.place());
    try {
      const found = await desk.find(key);
      if (!found)
        throw new Expected({
          ko: `${key} 문의가 없습니다. \`inquiries list\`로 접수번호를 확인하십시오.`,
          en: `There is no inquiry ${key}. See \`inquiries list\` for the numbers.`,
        });
      await work(desk, found.id, found.number);
    } finally {
      await desk.close();
    }
  };

  inquiries
    .command('reply <number>')
    .description(
      say({
        ko: '답변을 보냅니다. 내용은 --text나 표준 입력으로 (Markdown)',
        en: 'answer; the words by --text or on standard input (Markdown)',
      }),
    )
    .option('--text <words>', say({ ko: '답변 내용', en: 'the answer' }))
    .option('--by <name>', say({ ko: '답변한 사람의 이름', en: 'who answers' }))
    .option('--close', say({ ko: '답변하고 종료', en: 'answer and close' }))
    .action((key: string, { text, by, close }: { text?: string; by?: string; close?: boolean }) =>
      withCase(key, async (desk, id, number) => {
        const words = text ?? (await (deps.read ?? readInput)());
        const author = by ?? userInfo().username;
        const added = await desk.reply({ inquiry: id, author, text: words, close: close ?? false });
        if ('refused' in added) throw refused(added.refused);
        write(say({ ko: `${number}에 답변했습니다.\n`, en: `${number} is answered.\n` }));
      }),
    );

  inquiries
    .command('assign <number> <who>')
    .description(say({ ko: '맡을 사람을 정합니다', en: 'say who looks after it' }))
    .action((key: string, who: string) =>
      withCase(key, async (desk, id, number) => {
        await desk.assign(id, who);
        write(say({ ko: `${number} 담당: ${who}\n`, en: `${number} is with ${who}.\n` }));
      }),
    );

  const move = (
    name: string,
    state: State,
    what: { ko: string; en: string },
    done: { ko: string; en: string },
  ) =>
    inquiries
      .command(`${name} <number>`)
      .description(say(what))
      .action((key: string) =>
        withCase(key, async (desk, id, number) => {
          await desk.setState(id, state);
          write(`${number} ${say(done)}\n`);
        }),
      );
  move(
    'close',
    'closed',
    { ko: '문의를 종료합니다', en: 'close an inquiry' },
    { ko: '문의를 종료했습니다.', en: 'is closed.' },
  );
  move(
    'reopen',
    'waiting',
    { ko: '종료한 문의를 다시 엽니다', en: 'open a closed inquiry again' },
    { ko: '문의를 다시 열었습니다.', en: 'is open again.' },
  );
}

async function readInput(): Promise<string> {
  if (process.stdin.isTTY)
    console.error(
      say({ ko: '답변을 적고 Ctrl+D를 누르십시오.', en: 'Write the answer, then press Ctrl+D.' }),
    );
  return readAll(process.stdin);
}

const refused = (why: Refused): Expected =>
  new Expected(
    {
      empty: {
        ko: '답변이 비어 있어 보내지 않았습니다. --text나 표준 입력으로 내용을 주십시오.',
        en: 'The answer is empty, so nothing was sent. Give it by --text or on standard input.',
      },
      'too-long': {
        ko: `답변은 ${MOST_WORDS}자까지 쓸 수 있습니다. 나누어 보내십시오.`,
        en: `An answer may have ${MOST_WORDS} characters. Send it in parts.`,
      },
      'no-such-inquiry': { ko: '그 사이에 지워진 문의입니다.', en: 'It was deleted meanwhile.' },
    }[why],
  );

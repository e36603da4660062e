import { createInterface } from 'node:readline/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Expected, say } from '../say.ts';
import { openInbox } from './open-inbox.ts';
import { type ExportFormat, exportText, exportTo } from './print/export.ts';
import { auditText, inquiryText, listText } from './print/inquiry-text.ts';
import { plainLine } from './print/plain.ts';
import { saveFiles } from './print/save-files.ts';
import type { Inbox, StoredInquiry, StorePlace } from './store/index.ts';

export interface InquiriesDeps {
  /** Where the inquiries are; asked when a command runs. */
  place: () => StorePlace;
  /** Takes text with its line ends; standard output when left out. */
  write?: (text: string) => void;
  /** Asks the person at the terminal; the answer without its line end. `null` where nobody can be asked. */
  ask?: (question: string) => Promise<string | null>;
}

/** Adds `inquiries list | show | export | delete | audit`. Faults that a person can mend are thrown as `Expected`. */
export function registerInquiries(program: Command, deps: InquiriesDeps): void {
  const write = deps.write ?? ((text: string) => void process.stdout.write(text));
  const withInbox = async (work: (inbox: Inbox) => Promise<void>) => {
    const inbox = await openInbox(deps.place());
    try {
      await work(inbox);
    } finally {
      await inbox.close();
    }
  };
  const inquiries = program
    .command('inquiries')
    .description(say({ ko: '접수된 문의를 봅니다', en: 'read the inquiries that have come in' }));

  inquiries
    .command('list')
    .description(say({ ko: '최근 문의 목록', en: 'the latest inquiries' }))
    .option('-n, --limit <n>', say({ ko: '몇 건까지', en: 'how many' }), count, 20)
    .action(({ limit }: { limit: number }) =>
      withInbox(async (inbox) => write(`${listText(await inbox.list({ limit }))}\n`)),
    );

  inquiries
    .command('show <number>')
    .description(say({ ko: '문의 한 건 (접수번호 또는 id)', en: 'one inquiry, by number or id' }))
    .option('--save <dir>', say({ ko: '첨부 파일을 이 폴더에 저장', en: 'save the attachments here' }))
    .action((key: string, { save }: { save?: string }) =>
      withInbox(async (inbox) => {
        const stored = await found(inbox, key);
        write(`${inquiryText(stored)}\n`);
        const saved = save === undefined ? [] : await saveFiles(inbox, stored, save);
        if (saved.length > 0) write(`\n${saved.map(plainLine).join('\n')}\n`);
      }),
    );

  inquiries
    .command('export')
    .description(say({ ko: '모든 문의 내보내기', en: 'every inquiry, for other programs' }))
    .option(
      '--id <number>',
      say({ ko: '이 문의만 (접수번호 또는 id)', en: 'only this inquiry, by number or id' }),
    )
    .addOption(
      new Option('--format <format>', say({ ko: '형식', en: 'the format' }))
        .choices(['json', 'csv'])
        .default('json'),
    )
    .option(
      '--out <dir>',
      say({ ko: '첨부 파일과 함께 이 폴더에 저장', en: 'write into this folder, with the attachments' }),
    )
    .action(({ format, out, id }: { format: ExportFormat; out?: string; id?: string }) =>
      withInbox(async (inbox) => {
        const choice = id === undefined ? 'all' : { key: (await found(inbox, id)).inquiry.id };
        if (out === undefined) {
          for await (const text of exportText(inbox, format, choice)) write(text);
          return;
        }
        const { target, count } = await exportTo(inbox, format, out, choice);
        write(say({ ko: `${target}: 문의 ${count}건\n`, en: `${target}: ${count} inquiries\n` }));
      }),
    );

  inquiries
    .command('delete <number>')
    .description(
      say({
        ko: '문의 한 건과 첨부 파일을 지웁니다. 되돌릴 수 없습니다',
        en: 'delete one inquiry and its attachments; this cannot be undone',
      }),
    )
    .option('--yes', say({ ko: '묻지 않고 지웁니다', en: 'without asking' }))
    .action((key: string, { yes }: { yes?: boolean }) =>
      withInbox(async (inbox) => {
        const { number, inquiry } = await found(inbox, key);
        if (!yes) await confirmed(number, inquiry.files.length);
        if ((await inbox.remove(inquiry.id)) === null) throw notFound(key);
        write(
          say({
            ko: `${number}을(를) 지웠습니다. \`inquiries audit\`에 기록이 남습니다.\n`,
            en: `${number} is deleted; \`inquiries audit\` says so.\n`,
          }),
        );
      }),
    );

  async function confirmed(number: string, files: number): Promise<void> {
    const answer = await (deps.ask ?? askTerminal)(
      say({
        ko: `${number} 문의와 첨부 파일 ${files}개를 지웁니다. 되돌릴 수 없습니다. 지우려면 접수번호를 입력하십시오: `,
        en: `${number} and its ${files} attachments will be deleted. This cannot be undone. Type the number to delete it: `,
      }),
    );
    if (answer?.trim() === number) return;
    throw new Expected(
      answer === null
        ? {
            ko: '물어볼 터미널이 없어 지우지 않았습니다. 묻지 않고 지우려면 --yes를 붙이십시오.',
            en: 'There is no terminal to ask at, so nothing was deleted. Use --yes to delete without asking.',
          }
        : { ko: '접수번호가 달라 지우지 않았습니다.', en: 'That is not the number, so nothing was deleted.' },
    );
  }

  inquiries
    .command('audit')
    .description(
      say({
        ko: '지워진 문의의 기록 (개인정보 없음)',
        en: 'what was deleted, without personal data',
      }),
    )
    .option('-n, --limit <n>', say({ ko: '몇 건까지', en: 'how many' }), count, 100)
    .option('--json', say({ ko: 'JSON으로', en: 'as JSON' }))
    .action(({ limit, json }: { limit: number; json?: boolean }) =>
      withInbox(async (inbox) => {
        const lines = await inbox.audit(limit);
        write(json ? `${JSON.stringify(lines, null, 2)}\n` : `${auditText(lines)}\n`);
      }),
    );
}

const notFound = (key: string) =>
  new Expected({
    ko: `${plainLine(key)} 문의가 없습니다. \`inquiries list\`로 접수번호를 확인하십시오.`,
    en: `There is no inquiry ${plainLine(key)}. See \`inquiries list\` for the numbers.`,
  });

async function found(inbox: Inbox, key: string): Promise<StoredInquiry> {
  const stored = await inbox.find(key.trim());
  if (!stored) throw notFound(key);
  return stored;
}

async function askTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new InvalidArgumentError(
      say({ ko: '1에서 1000 사이의 수를 쓰십시오.', en: 'Use a number from 1 to 1000.' }),
    );
  return number;
}

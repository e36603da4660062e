import { type Command, InvalidArgumentError, Option } from 'commander';
import { Expected, say } from '../say.ts';
import { openInbox } from './open-inbox.ts';
import { type ExportFormat, exportText, exportTo } from './print/export.ts';
import { inquiryText, listText } from './print/inquiry-text.ts';
import { plainLine } from './print/plain.ts';
import { saveFiles } from './print/save-files.ts';
import type { Inbox, StorePlace } from './store/index.ts';

export interface InquiriesDeps {
  /** Where the inquiries are; asked when a command runs. */
  place: () => StorePlace;
  /** Takes text with its line ends; standard output when left out. */
  write?: (text: string) => void;
}

/** Adds `inquiries list | show | export`. Faults that a person can mend are thrown as `Expected`. */
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
        const stored = await inbox.find(key.trim());
        if (!stored)
          throw new Expected({
            ko: `${plainLine(key)} 문의가 없습니다. \`inquiries list\`로 접수번호를 확인하십시오.`,
            en: `There is no inquiry ${plainLine(key)}. See \`inquiries list\` for the numbers.`,
          });
        write(`${inquiryText(stored)}\n`);
        const saved = save === undefined ? [] : await saveFiles(inbox, stored, save);
        if (saved.length > 0) write(`\n${saved.map(plainLine).join('\n')}\n`);
      }),
    );

  inquiries
    .command('export')
    .description(say({ ko: '모든 문의 내보내기', en: 'every inquiry, for other programs' }))
    .addOption(
      new Option('--format <format>', say({ ko: '형식', en: 'the format' }))
        .choices(['json', 'csv'])
        .default('json'),
    )
    .option(
      '--out <dir>',
      say({ ko: '첨부 파일과 함께 이 폴더에 저장', en: 'write into this folder, with the attachments' }),
    )
    .action(({ format, out }: { format: ExportFormat; out?: string }) =>
      withInbox(async (inbox) => {
        if (out === undefined) {
          for await (const text of exportText(inbox, format)) write(text);
          return;
        }
        const { target, count } = await exportTo(inbox, format, out);
        write(say({ ko: `${target}: 문의 ${count}건\n`, en: `${target}: ${count} inquiries\n` }));
      }),
    );
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000)
    throw new InvalidArgumentError(
      say({ ko: '1에서 1000 사이의 수를 쓰십시오.', en: 'Use a number from 1 to 1000.' }),
    );
  return number;
}

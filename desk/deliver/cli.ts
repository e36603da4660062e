import path from 'node:path';
import type { Command } from 'commander';
import type { StorePlace } from '../intake/index.ts';
import { plainLine } from '../intake/print/plain.ts';
import { Expected, say } from '../say.ts';
import { checkTargets } from './config/check.ts';
import { type Env, readConfig } from './config/read-config.ts';
import { type DeliveryDesk, openDeliveryDesk } from './open-list.ts';
import { deliveriesText } from './print.ts';

export interface DeliveriesDeps {
  /** Where the store is and where desk.yaml is unless a flag says so; asked when a command runs. */
  place: () => StorePlace & { migrations: URL[]; config: string };
  env?: Env;
  write?: (text: string) => void;
}

interface ListFlags {
  all?: boolean;
  inquiry?: string;
  json?: boolean;
}

/** Adds `deliveries list | retry | drop | check`. Faults that a person can mend are thrown as `Expected`. */
export function registerDeliveries(program: Command, deps: DeliveriesDeps): void {
  const write = deps.write ?? ((text: string) => void process.stdout.write(text));
  const json = (value: unknown) => write(`${JSON.stringify(value, null, 2)}\n`);
  const asJson = say({ ko: 'JSON으로 출력', en: 'print JSON' });
  const withDesk = async (work: (desk: DeliveryDesk) => Promise<void>) => {
    const desk = await openDeliveryDesk(deps.place());
    try {
      await work(desk);
    } finally {
      await desk.close();
    }
  };
  const deliveries = program.command('deliveries').description(
    say({
      ko: '헬프데스크와 메일로 나가는 전달을 보고 다시 보냅니다',
      en: 'see and mend what leaves for help desks and by e-mail',
    }),
  );

  deliveries
    .command('list')
    .description(say({ ko: '기다리거나 실패한 전달', en: 'what waits or has failed' }))
    .option('--all', say({ ko: '끝난 것도', en: 'also what is done' }))
    .option('--inquiry <number>', say({ ko: '이 문의의 모든 전달', en: 'everything of one inquiry' }))
    .option('--json', asJson)
    .action(({ all, inquiry, json: wanted }: ListFlags) =>
      withDesk(async (desk) => {
        const rows = await desk.list({
          inquiry,
          ...(all ? { states: ['waiting', 'running', 'done', 'dead', 'dropped'] as const } : {}),
        } as Parameters<DeliveryDesk['list']>[0]);
        if (wanted) json(rows);
        else write(`${deliveriesText(rows)}\n`);
      }),
    );

  deliveries
    .command('retry [id]')
    .description(
      say({
        ko: '지금 다시 보냅니다 (id 앞 8자, 없으면 실패한 것 모두)',
        en: 'try again now: by the first 8 characters of an id, or everything that has failed',
      }),
    )
    .option(
      '--target <name>',
      say({ ko: '이 받는 곳의 실패한 것만', en: 'only what failed for this target' }),
    )
    .option('--json', asJson)
    .action((id: string | undefined, flags: { target?: string; json?: boolean }) =>
      withDesk(async (desk) => {
        const count = id ? await desk.retry(id) : await desk.retryDead(flags.target);
        if (id && count === 0) throw noSuch(id);
        if (flags.json) json({ retried: count });
        else write(say({ ko: `${count}건을 다시 보냅니다.\n`, en: `Trying ${count} again.\n` }));
      }),
    );

  deliveries
    .command('drop <id>')
    .description(say({ ko: '더 보내지 않습니다', en: 'give one up' }))
    .requiredOption('--reason <text>', say({ ko: '이유', en: 'why' }))
    .option('--json', asJson)
    .action((id: string, flags: { reason: string; json?: boolean }) =>
      withDesk(async (desk) => {
        const count = await desk.drop(id, flags.reason);
        if (count === 0) throw noSuch(id);
        if (flags.json) json({ dropped: count });
        else write(say({ ko: '더 보내지 않습니다.\n', en: 'Dropped.\n' }));
      }),
    );

  deliveries
    .command('check')
    .description(
      say({ ko: 'desk.yaml의 받는 곳에 모두 연결해 봅니다', en: 'connect to every target of desk.yaml' }),
    )
    .option('--config <file>', say({ ko: '다른 desk.yaml', en: 'another desk.yaml' }))
    .option('--json', asJson)
    .action(async (flags: { config?: string; json?: boolean }) => {
      const env = deps.env ?? process.env;
      const file = flags.config ? path.resolve(flags.config) : deps.place().config;
      const results = await checkTargets(await readConfig(file, env, true), env);
      if (flags.json) json(results);
      else
        for (const { name, error } of results)
          write(`${error === null ? '✓' : '✗'} ${name}${error === null ? '' : `: ${plainLine(error)}`}\n`);
      const wrong = results.filter(({ error }) => error !== null).length;
      if (results.length === 0)
        throw new Expected({
          ko: `${file}에 mail:도 deliver:도 없습니다. 문의는 데스크에만 남습니다.`,
          en: `${file} has neither mail: nor deliver: — inquiries stay at the desk.`,
        });
      if (wrong > 0)
        throw new Expected({
          ko: `받는 곳 ${results.length}곳 가운데 ${wrong}곳에 보낼 수 없습니다.`,
          en: `${wrong} of ${results.length} targets cannot be delivered to.`,
        });
    });
}

function noSuch(id: string): Expected {
  const name = plainLine(id);
  return new Expected({
    ko: `기다리거나 실패한 전달 가운데 ${name}이(가) 없습니다. \`deliveries list\`에서 id의 앞 8자를 확인하십시오.`,
    en: `No delivery that waits or has failed begins with ${name}. \`deliveries list\` shows the first 8 characters of every id.`,
  });
}

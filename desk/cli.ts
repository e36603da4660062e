import { Command, CommanderError } from 'commander';
import { registerRepairs } from './author/command.ts';
import { deliverMigrations, registerDeliveries } from './deliver/index.ts';
import { places } from './home.ts';
import { registerInquiries } from './intake/index.ts';
import { registerManual } from './manual/steps.ts';
import { registerPublish } from './publish/command.ts';
import { Expected, say } from './say.ts';
import { registerServe } from './serve/command.ts';
import { registerSupport, supportMigrations } from './support/index.ts';

const program = new Command('giljabi')
  .description(
    say({
      ko: '길잡이 데스크: 매뉴얼을 쓰고, 확인하고, 발행하고, 문의를 받습니다',
      en: "Giljabi's desk: check and publish manuals, take inquiries in",
    }),
  )
  .showHelpAfterError()
  .exitOverride();

registerPublish(program);
registerServe(program);
registerManual(program);
registerRepairs(program);
const place = () => ({
  dataDir: places().store,
  databaseUrl: process.env.DATABASE_URL,
  migrations: [deliverMigrations, supportMigrations],
});
registerInquiries(program, { place });
registerSupport(program, { place });
registerDeliveries(program, { place: () => ({ ...place(), config: places().config }) });

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said its word already; a closed pipe is the reader's business.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof Expected) {
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
  } else throw error;
}

/**
 * Runs both practice consoles until SIGINT or SIGTERM.
 * Ports: `--hiworks 4811 --terrace 4812`, or HIWORKS_PORT and TERRACE_PORT. Settings stay in .giljabi/consoles/.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startHiworks, startTerrace } from './start.ts';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { hiworks: { type: 'string' }, terrace: { type: 'string' } } });

function port(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  throw new Error(`${name}: '${text}' is not a port; give a number from 0 to 65535`);
}

const kept = (name: string) => join(root, '.giljabi/consoles', `${name}.json`);
const hiworks = await startHiworks({
  port: port('--hiworks', values.hiworks ?? process.env.HIWORKS_PORT ?? '4811'),
  file: kept('hiworks'),
});
const terrace = await startTerrace({
  port: port('--terrace', values.terrace ?? process.env.TERRACE_PORT ?? '4812'),
  file: kept('terrace'),
});

console.log(`Hiworks practice console  ${hiworks.url}  admin / hiworks123 (or user / hiworks123)`);
console.log(`Terrace practice console  ${terrace.url}  admin / terrace123`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all([hiworks.close(), terrace.close()]);
    process.exit(0);
  });
}

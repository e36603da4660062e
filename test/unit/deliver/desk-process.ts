// A desk of its own process, for a test that kills it: `node --import tsx desk-process.ts <dataDir> <receiver> [add]`.
import { deliverMigrations, openDeliveries } from '../../../desk/deliver/index.ts';
import { openStore } from '../../../desk/intake/index.ts';
import { addInquiry, sampleFile } from './store.ts';

const [dataDir, url, what] = process.argv.slice(2) as [string, string, string | undefined];
const store = await openStore({ dataDir, migrations: [deliverMigrations] });
if (what === 'add')
  for (let count = 0; count < 12; count++) console.log((await addInquiry(store, {}, [sampleFile()])).id);
openDeliveries({
  config: {
    lang: 'ko',
    deliver: [
      {
        type: 'webhook',
        name: 'hook',
        url,
        secretEnv: 'HOOK',
        allowPrivate: true,
        files: 'none',
        replies: 'event',
      },
    ],
  },
  env: process.env,
  store,
  log: (event, data) => console.log(event, JSON.stringify(data)),
  every: 50,
});
console.log('open');

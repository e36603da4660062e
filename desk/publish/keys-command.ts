import path from 'node:path';
import type { Command } from 'commander';
import { places } from '../home.ts';
import { say } from '../say.ts';
import { ensureKeys, loadKey, newKey, rotateKey } from './keys.ts';

/** `keys new`, `keys rotate` and `keys show`. Private halves are never printed. */
export function registerKeys(program: Command): void {
  const keys = program.command('keys').description(say({ ko: '서명 키', en: 'signing keys' }));
  keys
    .command('new')
    .description(
      say({
        ko: '번들 서명 키와 접수증 서명 키를 만듭니다',
        en: 'make the keys that sign bundles and receipts',
      }),
    )
    .action(async () => {
      const made = await ensureKeys(places().keys);
      if (made.length === 0) await newKey(places().keys, 'publish'); // says that it exists
      for (const use of made) {
        const { id } = await loadKey(places().keys, use);
        console.log(`${use} ${id} → ${path.join(places().keys, `${use}.json`)}`);
      }
    });
  keys
    .command('rotate')
    .description(
      say({
        ko: '번들 서명 키를 새것으로 바꿉니다. 옛 키와 새 키가 함께 서명합니다',
        en: 'replace the key that signs bundles; the old and the new one both sign that',
      }),
    )
    .action(async () => {
      const { from, to, laidAside } = await rotateKey(places().keys);
      console.log(`publish ${from.id} → ${to.id}`);
      console.log(
        say({
          ko: `옛 키는 ${laidAside}에 두었습니다. 이제 다시 발행하십시오. 읽는 이들은 그때 새 키로 옮겨 가고, 옛 키로 서명한 것은 더 받지 않습니다. 확장 프로그램과 위젯도 다음번에 새로 빌드하십시오.`,
          en: `The old key was laid aside as ${laidAside}. Publish again now: readers then move to the new key and take nothing more from the old one. Build extension and widget anew with the next release.`,
        }),
      );
    });
  keys
    .command('show')
    .description(say({ ko: '공개 키를 보여 줍니다', en: 'show the public keys' }))
    .action(async () => {
      for (const use of ['publish', 'receipt'] as const) {
        const { id, key, handovers } = await loadKey(places().keys, use);
        for (const { old } of handovers ?? [])
          console.log(`${use} ${old.id} → ${say({ ko: '바뀜', en: 'replaced' })}`);
        console.log(`${use} ${id} ${key}`);
      }
    });
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { BundleError, keyId, type TrustedKey } from '../../shared/bundle/index.ts';
import { places } from '../home.ts';
import { Expected, say } from '../say.ts';
import { bytesText } from './changes.ts';
import { inDirectory, overHttp, verifyBundle } from './verify-bundle.ts';

/** `verify`: what a reader would say to a published bundle. */
export function registerVerify(program: Command): void {
  program
    .command('verify <place>')
    .description(
      say({
        ko: '발행된 번들을 읽는 이처럼 끝까지 확인합니다 (주소나 폴더)',
        en: 'check a published bundle to its last part, as a reader would (an address or a folder)',
      }),
    )
    .option(
      '--key <base64>',
      say({
        ko: '믿는 공개 키 (여럿 가능). 없으면 이 컴퓨터의 trusted.json',
        en: 'public key to trust (repeatable); trusted.json of this machine unless given',
      }),
      (key: string, before: string[]) => [...before, key],
      [] as string[],
    )
    .action(async (place: string, options: { key: string[] }) => {
      const keys = options.key.length > 0 ? await fromText(options.key) : await trustedHere();
      const fetch = /^https?:\/\//.test(place) ? overHttp(place) : inDirectory(place);
      try {
        const found = await verifyBundle(fetch, keys, progress());
        tell(found);
      } catch (cause) {
        if (!(cause instanceof BundleError)) throw cause;
        const detail = cause.detail && ` (${cause.detail.slice(0, 200)})`;
        throw new Expected({
          ko: `읽는 이들이 거절합니다: ${cause.where}: ${WHY[cause.code].ko}${detail} [${cause.code}]`,
          en: `Readers refuse this: ${cause.where}: ${WHY[cause.code].en}${detail} [${cause.code}]`,
        });
      }
    });
}

const WHY: Record<BundleError['code'], { ko: string; en: string }> = {
  'signature-missing': { ko: '믿는 키의 서명이 없습니다', en: 'no signature by a key that is trusted' },
  'signature-wrong': { ko: '서명이 내용과 맞지 않습니다', en: 'the signature does not fit the bytes' },
  'key-retired': {
    ko: '바뀐 키로 서명되었습니다. 새 키로 발행하십시오',
    en: 'signed by a key that was replaced; publish with the new one',
  },
  'too-large': { ko: '너무 큽니다', en: 'too large' },
  'not-json': { ko: 'JSON이 아닙니다', en: 'not JSON' },
  shape: { ko: '정해진 모양이 아닙니다', en: 'not of the shape that readers know' },
  format: { ko: '이 프로그램보다 새 형식입니다', en: 'made for newer readers' },
  draft: { ko: '초안입니다', en: 'a draft' },
  older: { ko: '예전 판입니다', en: 'an older version' },
  'part-missing': { ko: '부분이 없습니다. 다시 발행하십시오', en: 'a part is missing; publish again' },
  'part-wrong': {
    ko: '부분이 서명된 것과 다릅니다. 다시 발행하십시오',
    en: 'a part is not what was signed; publish again',
  },
};

async function fromText(keys: readonly string[]): Promise<TrustedKey[]> {
  return Promise.all(
    keys.map(async (key) => {
      if (!/^[A-Za-z0-9+/]{43}=$/.test(key))
        throw new Expected({
          ko: `--key ${key}: 공개 키가 아닙니다.`,
          en: `--key ${key} is not a public key.`,
        });
      return { id: await keyId(key), key };
    }),
  );
}

async function trustedHere(): Promise<TrustedKey[]> {
  const file = path.join(places().keys, 'trusted.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as TrustedKey[];
  } catch {
    throw new Expected({
      ko: `${file}을 읽을 수 없습니다. --key로 공개 키를 주십시오.`,
      en: `${file} cannot be read. Give the public key with --key.`,
    });
  }
}

/** One line that is written over, where somebody is looking. */
function progress(): (done: number, of: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, of) => {
    if (done % 50 === 0 || done === of) process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`);
  };
}

function tell(found: Awaited<ReturnType<typeof verifyBundle>>): void {
  const { manifest, parts, bytes, articles, guides, stale, rotations } = found;
  console.log(
    say({
      ko: `온전합니다: ${manifest.version}판 (${manifest.published}), 키 ${manifest.key}, 부분 ${parts}개 ${bytesText(bytes)}, 글 ${articles}개, 안내 ${guides}개`,
      en: `whole: version ${manifest.version} (${manifest.published}), key ${manifest.key}, ${parts} parts of ${bytesText(bytes)}, ${articles} texts, ${guides} guides`,
    }),
  );
  if (rotations > 0)
    console.log(
      say({
        ko: '믿던 키가 바뀌었고, 두 키가 함께 서명했습니다.',
        en: 'The trusted key was replaced, and both keys have signed that.',
      }),
    );
  if (stale)
    console.log(
      say({
        ko: `유효 기간이 지났습니다 (${manifest.expires}). 읽는 이들에게 오래되었다고 보입니다. 다시 발행하십시오.`,
        en: `Past its time (${manifest.expires}): readers are told that it is old. Publish again.`,
      }),
    );
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ContentProblem, error } from '../../publish/problem.ts';
import { readYaml } from '../../publish/yaml.ts';
import { Expected, type Said } from '../../say.ts';
import { type DeskConfig, deskSchema, type TargetConfig } from './schema.ts';

export type Env = Record<string, string | undefined>;

/** What a desk without desk.yaml does: keep inquiries, and tell nobody. */
export const NO_CONFIG: DeskConfig = { lang: 'ko', deliver: [] };

/**
 * Reads desk.yaml. Without one, `NO_CONFIG`; one that was asked for by name has to be there.
 * @throws Expected that names every line to mend
 */
export async function readConfig(file: string, env: Env, asked = false): Promise<DeskConfig> {
  if (!existsSync(file) && !asked) return NO_CONFIG;
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new Expected({
      ko: `${file}을(를) 읽을 수 없습니다 (${cause.code}).`,
      en: `${file} cannot be read (${cause.code}).`,
    });
  });
  const name = path.basename(file);
  const problems: ContentProblem[] = [];
  const config = readYaml(text, deskSchema, name, 1, problems);
  if (config) problems.push(...(await contradictions(config, text, name, env)));
  if (!config || problems.length > 0) {
    const lines = (lang: 'ko' | 'en') =>
      problems.map((one) => `${one.file}:${one.line} ${one.message[lang]}`);
    throw new Expected({ ko: lines('ko').join('\n  '), en: lines('en').join('\n  ') });
  }
  return config;
}

/** What each line for itself does not show. */
async function contradictions(
  config: DeskConfig,
  text: string,
  file: string,
  env: Env,
): Promise<ContentProblem[]> {
  const lines = text.split('\n');
  const problems: ContentProblem[] = [];
  /** On the first line that holds `needle` as a value. */
  const add = (needle: string, code: string, ko: string, en: string, nth = 0) => {
    const hits = lines.flatMap((line, index) =>
      line.replace(/\s#.*/, '').includes(needle) ? [index + 1] : [],
    );
    problems.push(error(file, hits[nth] ?? hits[0] ?? 1, code, ko, en));
  };
  const { mail, deliver } = config;
  const secrets = [mail?.passwordEnv, ...deliver.flatMap(secretsOf)].filter((one) => one !== undefined);
  for (const name of new Set(secrets))
    if (!env[name])
      add(
        name,
        'no-secret',
        `환경 변수 ${name}에 값이 없습니다. 데스크를 시작하는 환경에 설정하십시오.`,
        `the environment variable ${name} is empty: set it where the desk is started`,
      );
  if (mail?.user && !mail.passwordEnv)
    add('user:', 'no-password', 'mail에 passwordEnv가 없습니다.', 'mail has a user but no passwordEnv');
  if (mail?.caFile && !existsSync(mail.caFile))
    add(mail.caFile, 'no-file', `${mail.caFile} 파일이 없습니다.`, `there is no file ${mail.caFile}`);
  const seen = new Set<string>();
  for (const target of deliver) {
    if (seen.has(target.name))
      add(
        `name: ${target.name}`,
        'twice',
        `이름이 두 번 쓰였습니다: ${target.name}`,
        `two targets are called ${target.name}`,
        1,
      );
    seen.add(target.name);
    const at = `name: ${target.name}`;
    if (target.type === 'smtp' && !mail)
      add(
        at,
        'no-mail',
        `${target.name}(smtp)에는 mail: 설정이 필요합니다.`,
        `${target.name} is e-mail: add mail: with a server`,
      );
    if (target.type === 'rt' && !target.tokenEnv === !(target.user && target.passwordEnv))
      add(
        at,
        'rt-account',
        `${target.name}에는 tokenEnv, 또는 user와 passwordEnv 가운데 하나가 필요합니다.`,
        `${target.name} needs either tokenEnv, or user and passwordEnv`,
      );
    if (target.type === 'webhook')
      for (const { ko, en } of webhookProblems(target, config, env)) add(at, 'webhook', ko, en);
  }
  return problems;
}

function webhookProblems(
  target: Extract<TargetConfig, { type: 'webhook' }>,
  config: DeskConfig,
  env: Env,
): Said[] {
  const found: Said[] = [];
  const at = (ko: string, en: string): Said => ({ ko, en });
  const { name } = target;
  const secret = env[target.secretEnv];
  if (secret && !goodSecret(secret))
    found.push(
      at(
        `${target.secretEnv}의 값은 whsec_ 뒤에 24~64바이트의 base64가 와야 합니다.`,
        `${target.secretEnv} must be whsec_ and 24 to 64 bytes in base64`,
      ),
    );
  if (target.files === 'link' && !config.url)
    found.push(
      at(
        `${name}의 files: link에는 url:(데스크의 주소)이 필요합니다.`,
        `${name} links files: add url:, this desk's address`,
      ),
    );
  if (!target.allowPrivate && !target.url.startsWith('https:'))
    found.push(
      at(
        `${name}의 주소는 https여야 합니다. 내부 주소라면 allowPrivate: true를 쓰십시오.`,
        `${name} must be https; for an address of your own network set allowPrivate: true`,
      ),
    );
  return found;
}

function goodSecret(secret: string): boolean {
  const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)?.[1];
  const bytes = base64 ? Buffer.from(base64, 'base64').length : 0;
  return bytes >= 24 && bytes <= 64;
}

function secretsOf(target: TargetConfig): (string | undefined)[] {
  if (target.type === 'webhook') return [target.secretEnv];
  if (target.type === 'rt') return [target.tokenEnv, target.passwordEnv];
  return target.type === 'smtp' ? [] : [target.tokenEnv];
}

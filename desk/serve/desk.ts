import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { BundleError } from '../../shared/bundle/index.ts';
import { authorRoutes } from '../author/routes.ts';
import {
  type Deliveries,
  deliverMigrations,
  deliveryRoutes,
  enqueueAndWake,
  openDeliveries,
  readConfig,
} from '../deliver/index.ts';
import { home, places } from '../home.ts';
import { type Log, openIntake } from '../intake/index.ts';
import { loadKey } from '../publish/keys.ts';
import { type Contents, readBundle } from '../publish/read-bundle.ts';
import { Expected, say } from '../say.ts';
import { openSearch } from '../search/open.ts';
import { secretFile } from '../secret-file.ts';
import { readReply, supportApp, supportMigrations } from '../support/index.ts';
import { answersOf } from './answers.ts';
import { fileRoutes } from './files.ts';

export interface Desk {
  url: string;
  /** What support signs in to `/desk` with. */
  token: string;
  close(): Promise<void>;
}

export interface DeskOptions {
  port: number;
  host: string;
  /** Origins of other sites whose widgets may send inquiries. */
  allow: string[];
  /** Takes recorded targets into this content folder, from whoever has the token. */
  author?: { content: string; token: string } | null;
  /** An author's draft beside the bundle. */
  draft?: { app: Hono } | null;
  /** Another desk.yaml than the one in the desk's home. */
  config?: string | undefined;
  /** Lets support's page be reached from other machines; then TLS stands in front. */
  remoteDesk?: boolean | undefined;
  /** A proxy in front says who asks. */
  trustProxy?: boolean | undefined;
  /** Whether senders do a proof of work, and whether the hidden field marks robots; both when left out. */
  proof?: boolean;
  trap?: boolean;
  /** Answers searches in the desk's database, for a corpus that is too large for readers' machines. */
  search?: boolean | undefined;
}

/** @throws Expected when there is nothing published, or the port is taken */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { port, host, allow, author, config: file, remoteDesk = false, trustProxy = false } = options;
  const { proof = true, trap = true } = options;
  const dirs = places();
  const publishKey = await loadKey(dirs.keys, 'publish');
  const contents = await published(dirs.bundle, publishKey);
  const { lounge } = contents.catalogue;
  const config = await readConfig(file ?? dirs.config, process.env, file !== undefined);
  const log: Log = (event, data) =>
    console.log(`${new Date().toISOString()} ${event} ${data ? JSON.stringify(data) : ''}`);
  const allowedOrigins = [...allow, new URL(lounge.desk.url).origin];
  const token = await secretFile(home(), 'desk-token');
  let deliveries: Deliveries | null = null;
  const intake = await openIntake({
    dataDir: dirs.store,
    databaseUrl: process.env.DATABASE_URL,
    receiptKey: (await loadKey(dirs.keys, 'receipt')).private,
    settings: { limits: lounge.limits, consent: lounge.consent },
    allowedOrigins,
    trustProxy,
    proof,
    trap,
    migrations: [deliverMigrations, supportMigrations],
    onAdded: enqueueAndWake(() => deliveries),
    log,
  });
  if (!existsSync(path.join(dirs.widget, 'widget.js')))
    console.log(
      say({
        ko: `위젯이 없어 라운지의 검색과 문의 등록이 동작하지 않습니다. \`npm run build:widget\`으로 만드십시오. (${dirs.widget})`,
        en: `There is no widget, so search and the inquiry form of the lounge do not work. Make it with \`npm run build:widget\`. (${dirs.widget})`,
      }),
    );
  await mkdir(dirs.widget, { recursive: true });
  const { store } = intake;
  deliveries = openDeliveries({ config, env: process.env, store, log, readReply });
  const titles = new Map(contents.catalogue.articles.map(({ id, title }) => [id, title]));
  const support = supportApp({
    house: lounge,
    ...{ store, dataDir: dirs.store, token, remote: remoteDesk, trustProxy, allowedOrigins },
    url: config.url ?? lounge.desk.url,
    canSend: config.mail !== undefined,
    hasAnswer: answersOf(contents),
    titleOf: (article) => titles.get(article) ?? null,
    sent: () => void setTimeout(() => deliveries?.wake(), 50).unref(),
  });
  const app = new Hono()
    .route('/', intake.app)
    .route('/', deliveries.app)
    .route('/', deliveryRoutes(store.database, dirs.store))
    .route('/', support);
  const search = options.search
    ? openSearch({ database: store.database, bundle: dirs.bundle, keys: [publishKey], log, trustProxy })
    : null;
  if (search) app.route('/', search.app);
  if (author) app.route('/', authorRoutes(author));
  if (options.draft) app.route('/', options.draft.app);
  app.route('/', fileRoutes(dirs));
  try {
    const server = await listen(app, port, host);
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
    await intake.announce(url);
    return {
      ...{ url, token },
      async close() {
        await new Promise((resolve) => {
          server.close(resolve);
          (server as { closeAllConnections?: () => void }).closeAllConnections?.();
        });
        await search?.close();
        await deliveries?.stop();
        await intake.close();
      },
    };
  } catch (error) {
    await search?.close();
    await deliveries.stop();
    await intake.close();
    throw error;
  }
}

async function published(dir: string, key: { id: string; key: string }): Promise<Contents> {
  try {
    return await readBundle(dir, [key]);
  } catch (cause) {
    if (cause instanceof BundleError)
      throw new Expected({
        ko: `${dir}의 번들을 쓸 수 없습니다 (${cause.message}). 다시 발행하십시오.`,
        en: `The bundle in ${dir} cannot be used (${cause.message}). Publish again.`,
      });
    throw new Expected({
      ko: `${dir}에 발행된 번들이 없습니다. 먼저 \`npm run -s giljabi -- publish\`를 실행하십시오.`,
      en: `Nothing is published in ${dir}. Run \`npm run -s giljabi -- publish\` first.`,
    });
  }
}

function listen(app: Hono, port: number, hostname: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server));
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE'
          ? new Expected({
              ko: `${hostname}:${port}를 다른 프로그램이 쓰고 있습니다. --port로 다른 포트를 쓰십시오.`,
              en: `${hostname}:${port} is in use by another program. Choose another one with --port.`,
            })
          : cause,
      ),
    );
  });
}

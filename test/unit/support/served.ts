import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { deliverMigrations, enqueueNew } from '../../../desk/deliver/index.ts';
import { openStore, type Store } from '../../../desk/intake/index.ts';
import { type SupportParts, supportApp, supportMigrations } from '../../../desk/support/index.ts';
import { type Inquiry, inquiryHash } from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../inquiry/samples.ts';
import { tempDir } from '../intake/desk.ts';

/** Whose desk it is. */
const HOUSE: SupportParts['house'] = {
  name: '고객케어 라운지 | 메일보안',
  contact: { email: 'support@example.com', phone: '000-0000-0000', hours: '평일 09:00~18:00' },
};
export const TOKEN = 'a-token-that-only-the-test-knows';

/** Support's room on a real port with a store of its own. */
export async function serveSupport(parts: Partial<SupportParts> = {}) {
  const home = await tempDir();
  const place = { dataDir: home.dir, migrations: [deliverMigrations, supportMigrations] };
  const store = await openStore(place);
  const app = supportApp({
    house: HOUSE,
    ...{ store, dataDir: home.dir, token: TOKEN, remote: false, url: 'https://desk.example', canSend: true },
    ...{
      trustProxy: false,
      allowedOrigins: [],
      hasAnswer: async () => true,
      titleOf: () => null,
      sent: () => {},
    },
    ...parts,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    store,
    place,
    url,
    visitor: () => visitor(url),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await store.close();
      await home.remove();
    },
  };
}

export async function addInquiry(
  store: Store,
  over: Partial<Inquiry> = {},
  files: File[] = [],
): Promise<{ inquiry: Inquiry; number: string }> {
  const inquiry = await sampleInquiry(over, files);
  await store.add({
    inquiry,
    hash: await inquiryHash(inquiry),
    files: await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))),
    received: new Date(),
    keepUntil: new Date(Date.now() + 86_400_000),
    sign: async (receipt) => ({ receipt: JSON.stringify(receipt), signature: 'c2ln' }),
    also: enqueueNew,
  });
  const number = (await store.find(inquiry.id))?.number ?? '';
  return { inquiry, number };
}

/** A browser as far as these pages need one: it keeps cookies, follows redirects, and says where a form came from. */
function visitor(url: string) {
  const cookies = new Map<string, string>();
  async function go(path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
    const response = await fetch(url + path, {
      redirect: 'manual',
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { Origin: url, 'Sec-Fetch-Site': 'same-origin' }),
        ...headers,
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const to = response.headers.get('Location');
    if (response.status === 303 && to) return go(to);
    return response;
  }
  return {
    go,
    text: async (...args: Parameters<typeof go>) => (await go(...args)).text(),
    signIn: () => go('/desk/sign-in', { token: TOKEN }),
  };
}

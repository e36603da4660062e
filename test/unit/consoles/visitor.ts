/** What a browser is to a console in these tests: it keeps cookies and follows no redirect by itself. */
export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string>): Promise<Response>;
  // biome-ignore lint/suspicious/noExplicitAny: what an API answers is what the tests are about
  json(method: string, path: string, body?: unknown): Promise<{ status: number; data: any }>;
  /** Posts and, like a browser, loads the page that the answer points to; gives that page's text. */
  postThenRead(path: string, fields: Record<string, string>): Promise<string>;
}

export function visitor(base: string): Visitor {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const answer = await fetch(base + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      if (value && !/max-age=0/i.test(line)) cookies.set(name, value);
      else cookies.delete(name);
    }
    return answer;
  }
  const post = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    get: (path) => send(path),
    post,
    async json(method, path, body) {
      const answer = await send(path, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      });
      return { status: answer.status, data: await answer.json() };
    },
    async postThenRead(path, fields) {
      const answer = await post(path, fields);
      return (await send(answer.headers.get('location')!)).text();
    },
  };
}

export async function signedInHiworks(base: string, id = 'admin'): Promise<Visitor> {
  const one = visitor(base);
  await one.post('/', { account_id: id });
  await one.post('/password', { account_pw: 'hiworks123' });
  return one;
}

export async function signedInTerrace(base: string): Promise<Visitor> {
  const one = visitor(base);
  await one.post('/login.do', { userId: 'admin', userPw: 'terrace123' });
  await one.post('/loginConfirm.do', {});
  return one;
}

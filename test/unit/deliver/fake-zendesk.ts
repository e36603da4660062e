import { createHash } from 'node:crypto';
import { startHttp, type Told } from './http-server.ts';

interface Ticket {
  id: number;
  external_id: string;
  subject: string;
  comment: { html_body: string; public: boolean; uploads: string[]; author_id?: number };
  requester: { name: string; email: string };
  tags: string[];
  custom_fields: { id: number; value: string }[];
}

const error = (status: number, error: string, description: string): Told => ({
  status,
  body: { error, description },
});

/**
 * Zendesk's published shapes: Basic `{email}/token:{token}`, uploads by raw bytes and a shared token that is good
 * once, an Idempotency-Key that remembers its body, 422 for a record that is not whole.
 * @param fault what to do with the n-th request that makes or changes something, instead or after it
 */
export async function fakeZendesk(fault: (count: number, path: string) => 'lost' | Told | null = () => null) {
  const tickets: (Ticket & {
    comments: { html_body: string; public: boolean; author_id?: number; metadata: unknown }[];
  })[] = [];
  const uploads = new Map<string, { name: string; type: string; bytes: Buffer }[]>();
  const keys = new Map<string, { hash: string; ticket: number }>();
  let writes = 0;
  const server = await startHttp(({ method, path, query, headers, body, json }) => {
    const auth = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    if (auth !== 'agent@acme.example/token:secret') return error(401, "Couldn't authenticate you", '');
    const told = answer();
    if (method === 'GET') return told;
    writes += 1;
    const wrong = fault(writes, path);
    if (wrong === 'lost') return { ...told, lost: true };
    return wrong ?? told;

    function answer(): Told {
      if (method === 'GET' && path === '/api/v2/users/me.json')
        return { status: 200, body: { user: { id: 9, role: 'agent' } } };
      if (method === 'POST' && path === '/api/v2/uploads.json') {
        if (!query.get('filename') || headers['content-type'] === 'application/json')
          return error(400, 'BadRequest', '');
        const token = query.get('token') ?? `up${uploads.size + 1}`;
        if (query.get('token') && !uploads.has(token)) return error(404, 'RecordNotFound', '');
        const file = { name: query.get('filename')!, type: headers['content-type']!, bytes: body };
        uploads.set(token, [...(uploads.get(token) ?? []), file]);
        return { status: 201, body: { upload: { token, attachments: [] } } };
      }
      if (method === 'GET' && path === '/api/v2/tickets.json') {
        const found = tickets.filter(({ external_id }) => external_id === query.get('external_id'));
        return { status: 200, body: { tickets: found, count: found.length } };
      }
      if (method === 'POST' && path === '/api/v2/tickets.json') return create();
      const [, id, what] = /^\/api\/v2\/tickets\/(\d+)(\/audits)?\.json$/.exec(path) ?? [];
      const ticket = tickets.find((one) => one.id === Number(id));
      if (!ticket) return error(404, 'RecordNotFound', 'Not found');
      if (method === 'GET' && what) {
        const audits = ticket.comments.map(({ metadata }) => ({
          metadata: { system: {}, custom: metadata },
        }));
        return { status: 200, body: { audits, meta: { has_more: false } } };
      }
      if (method === 'GET') return { status: 200, body: { ticket: { id: ticket.id, requester_id: 77 } } };
      const change = (json as { ticket: { comment: Ticket['comment']; metadata: unknown } }).ticket;
      ticket.comments.push({ ...change.comment, metadata: change.metadata });
      return { status: 200, body: { ticket: { id: ticket.id } } };
    }

    function create(): Told {
      const made = (json as { ticket?: Ticket } | null)?.ticket;
      if (!made?.subject || !made.comment?.html_body || !made.requester?.email)
        return error(422, 'RecordInvalid', 'Record validation errors');
      const key = String(headers['idempotency-key'] ?? '');
      if (!key || key.length > 255) return error(400, 'BadRequest', 'key');
      const hash = createHash('sha256').update(body).digest('hex');
      const known = keys.get(key);
      if (known && known.hash !== hash)
        return error(
          400,
          'IdempotentRequestError',
          "Request parameters don't match the given idempotency key",
        );
      if (known)
        return {
          status: 201,
          headers: { 'x-idempotency-lookup': 'hit' },
          body: { ticket: { id: known.ticket } },
        };
      for (const token of made.comment.uploads)
        if (!uploads.has(token)) return error(422, 'RecordInvalid', 'upload');
      const id = 100 + tickets.length;
      tickets.push({ ...made, id, comments: [] });
      keys.set(key, { hash, ticket: id });
      return { status: 201, headers: { 'x-idempotency-lookup': 'miss' }, body: { ticket: { id } } };
    }
  });
  return { ...server, tickets, uploads };
}

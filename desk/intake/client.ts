import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Who is counted by the limits: an address, or the network that one subscriber has in IPv6. */
export function clientOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  try {
    return network(forwarded || getConnInfo(c).remote.address || 'unknown');
  } catch {
    return 'unknown'; // not served by Node, as in `app.request()`
  }
}

/** A subscriber has a whole /64, so that counting single addresses would count nothing. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

import { lookup } from 'node:dns';
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net';

const inner = new BlockList();
// IANA's special-purpose registries: this machine, its networks, and what nobody serves from.
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(net, bits, 'ipv4');

const outer = new BlockList();
// Only 2000::/3 is the public internet; parts of it wrap an IPv4 address or are for examples.
outer.addSubnet('2000::', 3, 'ipv6');
const wrapped = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  wrapped.addSubnet(net, bits, 'ipv6');

/** Whether an address is one that anybody on the internet could reach. */
export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (isIPv4(mapped ?? address)) return !inner.check(mapped ?? address, 'ipv4');
  return isIP(address) === 6 && outer.check(address, 'ipv6') && !wrapped.check(address, 'ipv6');
}

/** A webhook pointed at the desk's own network. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError';
  constructor(host: string) {
    super(`${host} is not on the public internet; set allowPrivate: true if it is meant`);
  }
}

/** An address as it stands in a URL, which no lookup sees. @throws PrivateAddressError */
export function refuseInnerHost(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !isPublic(host)) throw new PrivateAddressError(host);
}

/**
 * A lookup that finds public addresses only. The connection is made to the very address that was looked at, so a
 * name that changes its answer between looking and connecting gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '');
    const allowed = found.filter(({ address }) => isPublic(address));
    const first = allowed[0];
    if (!first) return done(new PrivateAddressError(hostname), '');
    return options.all ? done(null, allowed) : done(null, first.address, first.family);
  });
};

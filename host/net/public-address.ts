import { BlockList, isIP } from 'node:net';

/** Ranges that lead to this machine, its network, or nowhere. Those of IPv6 that carry an IPv4 address are looked at by that. */
const closed = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [['::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['3fff::', 20], ['5f00::', 16], ['fc00::', 7], ['fe80::', 9], ['ff00::', 8]] as const) closed.addSubnet(net, prefix, 'ipv6');

/** The groups of an IPv6 address, eight of them. */
function groupsOf(address: string): readonly number[] {
  const { hostname } = new URL(`http://[${address.split('%', 1)[0] ?? ''}]/`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const read = (part: string | undefined) => (part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []);
  const [first, last] = [read(head), read(tail)];
  return [...first, ...new Array<number>(Math.max(0, 8 - first.length - last.length)).fill(0), ...last];
}

/** The IPv4 address that an IPv6 address carries in it: mapped, translated or tunnelled; null for others. */
function carriedBy(address: string): string | null {
  const groups = groupsOf(address);
  const v4 = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return v4(groups[6], groups[7]);
  if (groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0)) return v4(groups[6], groups[7]);
  return groups[0] === 0x2002 ? v4(groups[1], groups[2]) : null;
}

/** True for an address that anybody in the world reaches as the same machine. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  if (family !== 6) return false;
  const carried = carriedBy(address);
  return carried === null ? !closed.check(address.split('%', 1)[0] ?? '', 'ipv6') : isPublicAddress(carried);
}

import { isIPv6 } from 'node:net';
import { sha256 } from '../core/json.ts';

/**
 * What counts as one address: IPv4 as it is (also inside IPv6), IPv6 by its first 64 bits, because a household or a
 * server has all of the rest to itself. Anything else counts as itself.
 */
export function addressGroup(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1] !== undefined) return mapped[1];
  const plain = ip.split('%')[0] ?? '';
  if (!isIPv6(plain)) return ip;
  const [head = '', tail] = plain.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  // a dotted tail stands for two groups
  const length = before.length + after.length + (plain.includes('.') ? 1 : 0);
  const all = tail === undefined ? before : [...before, ...Array<string>(8 - length).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** An address as the database keeps it for one account: recognised again, not read. */
export function addressDigest(staffId: string, ip: string): string {
  return sha256(`${staffId}\n${addressGroup(ip)}`);
}

import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** Where a name leads: the address that is connected to, and no other. */
export interface Reached {
  readonly address: string;
  readonly port: number;
}

/** Finds where a name leads, or fails. */
export type Reach = (host: string) => Promise<Reached>;

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4');

// Of the newer addresses only those that are given out to the world; what carries an older one inside is not among them.
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
const carrying = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  carrying.addSubnet(net, bits, 'ipv6');

/** Whether an address belongs to the open network, and to no machine of one's own. */
export const isPublic = (address: string): boolean => {
  const kind = isIP(address);
  if (kind === 4) return !inside.check(address, 'ipv4');
  return kind === 6 && world.check(address, 'ipv6') && !carrying.check(address, 'ipv6');
};

type Lookup = (host: string) => Promise<readonly { readonly address: string }[]>;

/**
 * Reaches names of the open network alone. One address that is not of it is enough to refuse the name; the address that was looked at
 * is the one that is connected to, so that a name cannot lead elsewhere a moment later.
 */
export const reachPublic =
  (find: Lookup = (host) => lookup(host, { all: true })): Reach =>
  async (host) => {
    const found = await find(host);
    const [first] = found;
    if (first === undefined || isIP(host) !== 0 || !found.every(({ address }) => isPublic(address)))
      throw Object.assign(new Error('the name leads inside'), { code: 'address-inside' });
    return { address: first.address, port: 443 };
  };

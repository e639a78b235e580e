import { expect, it } from 'vitest';
import { isPublic, reachPublic } from './reach.ts';

const leading = (...addresses: string[]) => reachPublic(async () => addresses.map((address) => ({ address })));

it('a name is reached where it leads into the open network, at the address that was looked at', async () => {
  expect(await leading('142.250.1.1', '2404:6800::1')('fcm.googleapis.com')).toEqual({
    address: '142.250.1.1',
    port: 443,
  });
});

it('nothing that leads inside is reached: own machine, own network, its metadata, or one address among several', async () => {
  for (const address of [
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'not an address',
  ]) {
    expect([address, isPublic(address)]).toEqual([address, false]);
    await expect(leading(address)('push.example')).rejects.toMatchObject({ code: 'address-inside' });
    await expect(leading('142.250.1.1', address)('push.example')).rejects.toMatchObject({ code: 'address-inside' });
  }
  await expect(leading()('push.example')).rejects.toMatchObject({ code: 'address-inside' });
  await expect(leading('142.250.1.1')('142.250.1.1')).rejects.toMatchObject({ code: 'address-inside' });
});

it('the names of this machine lead inside', async () => {
  await expect(reachPublic()('localhost')).rejects.toMatchObject({ code: 'address-inside' });
});

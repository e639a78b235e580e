import type { Db } from '../../platform/database.ts';
import { CannotStart } from '../../platform/store/cannot-start.ts';
import { ownKey, type Sealing } from '../../platform/work/own-key.ts';
import { knownHosts, makeVapidKey } from '../../platform/work/web-push.ts';
import { reachPublic } from './reach.ts';
import type { PushOffice } from './send.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What of push is set; null where none goes out. Makes the house's key at the first start with it. */
export const readPushOffice = async (
  env: Environment,
  by: { worker: Db; vault: Sealing; now: Date },
): Promise<(PushOffice & { readonly key: string }) | null> => {
  const contact = env['NOROSHI_PUSH_CONTACT'];
  if (contact === undefined || contact === '') return null;
  if (!/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/u.test(contact))
    throw new CannotStart('NOROSHI_PUSH_CONTACT is where push services reach you: mailto:… or https://…');
  const more = (env['NOROSHI_PUSH_HOSTS'] ?? '').split(/[\s,]+/u).filter((host) => host !== '');
  if (!more.every((host) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(host) && !/^[\d.]+$/u.test(host)))
    throw new CannotStart('NOROSHI_PUSH_HOSTS names push services, such as push.example.jp; names, and no addresses.');
  const { secret, open } = await ownKey(by.worker, 'vapid', by.vault, makeVapidKey, by.now);
  return { secret, key: open, contact, hosts: [...knownHosts, ...more], reach: reachPublic() };
};

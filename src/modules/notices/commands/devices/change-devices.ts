import { randomUUID } from 'node:crypto';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { arePushKeys, isPushAddress, type PushKeys } from '../../../../platform/work/web-push.ts';
import type { DeviceView } from '../../contract.ts';
import { deviceViewOf } from '../../queries/devices.ts';
import { thePushWay } from './push-way.ts';

const most = 10;

/** Turns pushes on for one device. The same device twice is once, under its later name. */
export const addDevice = async (
  acting: Acting,
  input: { endpoint: string; keys: PushKeys; label: string },
): Promise<DeviceView> => {
  if (acting.signIn.kind === 'key') throw new Refusal('not-by-key', {}, 403);
  const way = thePushWay();
  if (way === null) throw new Refusal('push-off');
  if (!isPushAddress(input.endpoint, way.hosts)) throw new Refusal('push-service-unknown');
  if (!arePushKeys(input.keys)) throw new Refusal('push-keys-unfit');
  const standing = await acting.db
    .selectFrom('notices.push_device')
    .select(['id', 'endpoint'])
    .where('person', '=', acting.person)
    .where('ended_at', 'is', null)
    .execute();
  const again = standing.find((it) => it.endpoint === input.endpoint);
  if (again === undefined && standing.length >= most) throw new Refusal('too-many-devices', { limit: most });
  if (again !== undefined) await end(acting, again.id);
  const row = {
    id: randomUUID(),
    person: acting.person,
    endpoint: input.endpoint,
    label: input.label,
    added_at: acting.now,
  };
  await acting.db
    .insertInto('notices.push_device')
    .values({ ...row, ...input.keys })
    .execute();
  await acting.record({ fact: 'push-device.added', subject: acting.person });
  return deviceViewOf({ ...row, told_at: null, ended_at: null, ended_why: null });
};

/** Turns pushes off for a device of one's own. */
export const removeDevice = async (acting: Acting, id: string): Promise<null> => {
  if ((await end(acting, id)) !== 1n) throw notFound();
  await acting.record({ fact: 'push-device.removed', subject: acting.person });
  return null;
};

const end = async (acting: Acting, id: string): Promise<bigint> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('notices.push_device')
    .set({ ended_at: acting.now, ended_why: 'removed' })
    .where('id', '=', id)
    .where('person', '=', acting.person)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows;
};

import type { Acting } from '../../../platform/acting.ts';
import { thePushWay } from '../commands/devices/push-way.ts';
import type { DeviceView } from '../contract.ts';

interface Row {
  readonly id: string;
  readonly endpoint: string;
  readonly label: string;
  readonly added_at: Date;
  readonly told_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_why: string | null;
}

/** A device as its person sees it: of its address the service's name alone. */
export const deviceViewOf = (row: Row): DeviceView => ({
  id: row.id,
  label: row.label,
  service: new URL(row.endpoint).hostname,
  addedAt: row.added_at.toISOString(),
  toldAt: row.told_at?.toISOString() ?? null,
  ended:
    row.ended_at === null || row.ended_why === null
      ? null
      : { at: row.ended_at.toISOString(), why: row.ended_why === 'gone' ? 'gone' : 'removed' },
});

const shownFor = 30 * 86_400_000;

/** One's devices, with those whose service said within a month that they are gone. */
export const devices = async (acting: Acting): Promise<{ items: DeviceView[]; next: null; key: string | null }> => {
  const rows = await acting.db
    .selectFrom('notices.push_device')
    .select(['id', 'endpoint', 'label', 'added_at', 'told_at', 'ended_at', 'ended_why'])
    .where('person', '=', acting.person)
    .where((on) =>
      on.or([
        on('ended_at', 'is', null),
        on.and([on('ended_why', '=', 'gone'), on('ended_at', '>', new Date(acting.now.getTime() - shownFor))]),
      ]),
    )
    .orderBy('added_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return { items: rows.map(deviceViewOf), next: null, key: thePushWay()?.key ?? null };
};

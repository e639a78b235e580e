import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { sectorsAt, theProgramme } from '../../programme/index.ts';
import type { Setting } from '../contract.ts';

/** Sets by which ways, when and about what one is told in the acting seat. */
export const changeSetting = async (acting: Acting, setting: Setting): Promise<Setting> => {
  const { quiet } = setting;
  if (quiet !== null && quiet.from === quiet.to) throw new Refusal('quiet-all-day');
  const known = new Set(sectorsAt(theProgramme(), acting.now).map((it) => it.key));
  const unknown = setting.sectors?.find((it) => !known.has(it));
  if (unknown !== undefined) throw new Refusal('sector-unknown', { sector: unknown });
  const row = {
    mail: setting.mail,
    digest_at: setting.digestAt,
    only_urgent: setting.onlyUrgent,
    kinds: setting.kinds,
    sectors: setting.sectors,
    marks: setting.marks,
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    changed_at: acting.now,
  };
  await acting.db
    .insertInto('notices.setting')
    .values({ person: acting.person, seat: acting.seat, ...row })
    .onConflict((on) => on.columns(['person', 'seat']).doUpdateSet(row))
    .execute();
  await acting.record({ fact: 'notice-setting.changed', subject: acting.person });
  return setting;
};

import type { Acting } from '../../../platform/acting.ts';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import type { noticesDoors, Setting } from '../contract.ts';
import { plainSetting } from '../rules.ts';

/** A setting as its row holds it; every member null where there is no row. */
export interface SettingRow {
  readonly mail: string | null;
  readonly digest_at: string | null;
  readonly only_urgent: boolean | null;
  readonly kinds: string[] | null;
  readonly sectors: string[] | null;
  readonly marks: string[] | null;
  readonly quiet_from: string | null;
  readonly quiet_to: string | null;
}

/** The setting of a row; what holds for everybody where there is none. */
export const settingOf = (row: SettingRow | undefined): Setting =>
  row === undefined || row.mail === null
    ? plainSetting
    : {
        mail: row.mail as Setting['mail'],
        digestAt: row.digest_at ?? plainSetting.digestAt,
        onlyUrgent: row.only_urgent ?? false,
        kinds: row.kinds as Setting['kinds'],
        sectors: row.sectors,
        marks: row.marks as Setting['marks'],
        quiet: row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to },
      };

/** By which ways, when and about what one is told in the acting seat, and at which address. */
export const showSetting = async (acting: Acting): Promise<OutputOf<typeof noticesDoors.showSetting>> => {
  const row = await acting.db
    .selectFrom('notices.setting')
    .selectAll()
    .where('person', '=', acting.person)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  const { email } = await acting.db
    .selectFrom('parties.person')
    .select('email')
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const state = await acting.db
    .selectFrom('notices.address_state')
    .select(['since', 'code', 'stopped_at'])
    .where('person', '=', acting.person)
    .where('address', '=', email)
    .executeTakeFirst();
  const fails =
    state === undefined
      ? null
      : { since: state.since.toISOString(), code: state.code, stopped: state.stopped_at !== null };
  return { ...settingOf(row), address: email, fails };
};

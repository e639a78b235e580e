import { sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';
import { differences, ordinaryMode, theProgramme } from '../../programme/index.ts';
import type { DifferenceView, ModeView, Standing } from '../contract.ts';
import { standingAt } from '../rules.ts';
import { type Act, actsOf, confirmedOf } from './acts.ts';

/** What is in force in the realm, and what waits on the reader's own desk. */
export const showMode = async (acting: Acting): Promise<ModeView> => {
  const programme = theProgramme();
  const [ordinary, ...others] = programme.modes;
  const [acts, confirmed] = [await actsOf(acting), await confirmedOf(acting)];
  const state = standingAt(confirmed, acting.now);
  const coming = confirmed.find((it) => it.takesEffect > acting.now);
  const next = acts.find((it) => it.id === coming?.act);
  const declared = acts.find((it) => it.id === state?.declaration);
  const waiting = acts.find((it) => it.state === 'waiting') ?? null;
  const places = state === null ? [] : await placesOf(acting, state.declaration);
  return {
    ordinary: { key: ordinary?.key ?? '', title: ordinary?.title ?? { ja: '', en: '' } },
    others: others.map(({ key, title }) => ({ key, title })),
    now: state === null || declared === undefined ? null : standing(declared, state),
    next:
      next === undefined || coming === undefined
        ? null
        : { act: next.id, verb: next.verb, takesEffect: coming.takesEffect.toISOString() },
    differs: state === null ? [] : differencesOf(state.mode, acting.now),
    waiting,
    places,
    may: {
      begin: acting.may('declare-mode') && waiting === null,
      confirm: acting.may('confirm-mode') && waiting !== null && waiting.person !== acting.person,
      withdraw: acting.may('declare-mode') && waiting !== null,
      join: acting.may('join-mode') && state !== null && !places.some((it) => it.mine),
    },
  };
};

const standing = (
  act: Act,
  state: { sectors: readonly string[]; regions: readonly string[]; takesEffect: Date },
): Standing => ({
  declaration: act.id,
  mode: act.mode,
  title: theProgramme().modes.find((it) => it.key === act.mode)?.title ?? { ja: act.mode, en: act.mode },
  sectors: [...state.sectors],
  regions: [...state.regions],
  since: act.takesEffect ?? act.askedFrom,
  scopeSince: state.takesEffect.toISOString(),
  by: act.by,
  body: act.body,
  basis: act.basis,
  authority: act.authority,
});

const differencesOf = (mode: string, now: Date): DifferenceView[] =>
  differences(theProgramme(), mode, now).map((it) =>
    it.kind === 'recipient' ? { ...it, what: null, was: null, now: null } : it,
  );

const placesOf = async (acting: Acting, declaration: string): Promise<ModeView['places']> => {
  const { rows } = await sql<{ body: string | null; capacity: string; seat: string; at: Date }>`
    select ${named(acting, 'b')} as body, s.capacity, p.seat, p.at
      from mode.place p join parties.seat s on s.id = p.seat left join parties.body b on b.id = s.body
     where p.declaration = ${declaration} order by p.at, p.seat`.execute(acting.db);
  return rows.map((r) => ({
    body: r.body ?? '',
    capacity: r.capacity,
    mine: r.seat === acting.seat,
    at: r.at.toISOString(),
  }));
};

/** The mode in force now for any of these sectors, as a key of the programme; the ordinary one where none is declared. */
export const modeFor = async (acting: Acting, sectors: readonly (string | null)[]): Promise<string> => {
  const { rows } = await sql<{ mode: string }>`
    select m.mode from unnest(${[...new Set(sectors)].filter((it) => it !== null)}::text[]) s(sector)
      cross join lateral (select mode.in_force(s.sector, null, ${acting.now}) as mode) m
     where m.mode is not null limit 1`.execute(acting.db);
  return rows[0]?.mode ?? ordinaryMode(theProgramme()).key;
};

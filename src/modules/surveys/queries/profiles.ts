import { sql } from 'kysely';
import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import { type Handling, strictest, tlp } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { theProgramme } from '../../programme/index.ts';
import type { SurveyKind } from '../../programme/contract.ts';
import type { HearingView, ProfileEntry, ProfileView, ProfileYear } from '../doors/profiles.ts';

/** The surveys whose answers are the profile of who gave them. */
const profileKinds = (): SurveyKind[] => theProgramme().surveys.filter((it) => it.profile);

interface Body {
  id: string;
  name: string;
  sector: string | null;
  capacities: string[];
}

// The body as far as the reader may know it, with the capacities in which it sits today.
const bodyOf = async (acting: Acting, id: string): Promise<Body | undefined> => {
  const { rows } = await sql<Body>`
    select b.id, ${named(acting, 'b')} as name,
           (select min(x.sector) from parties.body_sector x where x.body = b.id and x.valid_from <= acting.day(${acting.now})
              and (x.valid_to is null or x.valid_to > acting.day(${acting.now}))) as sector,
           array(select s.capacity from parties.seat s where s.body = b.id and s.valid_from <= acting.day(${acting.now})
              and (s.valid_to is null or s.valid_to > acting.day(${acting.now}))) as capacities
      from parties.body b where b.id = ${id}`.execute(acting.db);
  return rows[0];
};

/** The survey for which the acting seat may hear a body; undefined where it may not. */
export const heardFor = async (acting: Acting, id: string): Promise<SurveyKind | undefined> => {
  const body = await bodyOf(acting, id);
  if (body === undefined || !acting.may('plan-surveys')) return undefined;
  return profileKinds().find((it) => it.by === acting.capacity && body.capacities.includes(it.asked));
};

const standing = sql`s.id = m.submission and not exists (select from surveys.withdrawal w where w.submission = s.id)`;

/** The bodies of whom the acting seat may read what they signed about themselves, or a hearing. */
export const listProfiles = async (acting: Acting): Promise<{ items: ProfileEntry[]; next: null }> => {
  const { rows } = await sql<{
    id: string;
    name: string;
    sector: string | null;
    years: number[] | null;
    answered_at: Date | null;
    heard_on: string | null;
  }>`
    with signed as (
      select m.body, array_agg(distinct c.year) as years, max(s.at) as answered_at, min(s.sector) as sector
        from surveys.submitter m join surveys.submission s on ${standing}
        join surveys.campaign c on c.id = s.campaign and c.profile group by m.body
    ), heard as (
      select h.body, max(h.held_on)::text as heard_on from surveys.hearing h group by h.body
    )
    select b.id, ${named(acting, 'b')} as name, g.sector, g.years, g.answered_at, h.heard_on
      from parties.body b left join signed g on g.body = b.id left join heard h on h.body = b.id
     where g.body is not null or h.body is not null
     order by g.sector nulls last, b.kana, b.id`.execute(acting.db);
  return {
    items: rows.map((it) => ({
      body: { id: it.id, name: it.name },
      sector: it.sector,
      years: (it.years ?? []).toSorted((a, b) => b - a),
      answeredAt: it.answered_at?.toISOString() ?? null,
      heardOn: it.heard_on,
    })),
    next: null,
  };
};

/** The profile of one body as the acting seat may read it; where there is nothing to read, there is none. */
export const showProfile = async (acting: Acting, id: string): Promise<ProfileView> => {
  const body = await bodyOf(acting, id);
  if (body === undefined) throw notFound();
  const [years, hearings, kind] = [await yearsOf(acting, id), await hearingsOf(acting, id), await heardFor(acting, id)];
  if (years.length === 0 && hearings.length === 0 && kind === undefined) throw notFound();
  return {
    body: { id: body.id, name: body.name },
    sector: body.sector,
    handling: strictest([tlp(kind?.marking ?? 'AMBER'), ...hearings.map((it) => it.handling)]),
    years,
    hearings,
    told: kind?.hearings ?? [],
    may: { hear: kind !== undefined && acting.halted === null },
  };
};

const yearsOf = async (acting: Acting, body: string): Promise<ProfileYear[]> => {
  const { rows } = await sql<{
    year: number;
    survey: string;
    submission: string;
    at: Date;
    late: boolean;
    form: FormDefinition;
    codes: FormCodes;
    answers: Record<string, unknown>;
  }>`
    select distinct on (c.year) c.year, c.id as survey, s.id as submission, s.at, s.late, c.form, c.codes, s.answers
      from surveys.submitter m join surveys.submission s on ${standing}
      join surveys.campaign c on c.id = s.campaign and c.profile
     where m.body = ${body} order by c.year desc, s.at desc, s.id`.execute(acting.db);
  return rows.map((it) => ({ ...it, at: it.at.toISOString() }));
};

const hearingsOf = async (acting: Acting, body: string): Promise<HearingView[]> => {
  const { rows } = await sql<{
    id: string;
    year: number;
    held_on: string;
    with_whom: string;
    notes: string;
    handling: Handling;
    person_ja: string;
    person_en: string;
    at: Date;
  }>`
    select h.id, h.year, h.held_on::text as held_on, h.with_whom, h.notes, h.handling, h.person_ja, h.person_en, h.at
      from surveys.hearing h where h.body = ${body} order by h.held_on desc, h.at desc, h.id`.execute(acting.db);
  return rows.map((it) => ({
    id: it.id,
    year: it.year,
    heldOn: it.held_on,
    with: it.with_whom,
    notes: it.notes,
    handling: it.handling,
    by: { ja: it.person_ja, en: it.person_en },
    at: it.at.toISOString(),
  }));
};

import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { open } from '../../circulation/index.ts';
import { powersOf, theProgramme } from '../../programme/index.ts';
import type { AnswerState, AnswerView, SectionView } from '../doors/answers.ts';
import { type Asked, type Carry, carriedOver, progressOf, type Written } from '../rules/answer.ts';
import { type Campaign, campaignOf, standingOf } from './load.ts';

interface SectionRow extends Written {
  key: string;
  revision: number;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
}

interface Signed {
  submission: string;
  request: string;
  n: number;
  at: Date;
  late: boolean;
  person_ja: string;
  person_en: string;
  asked_ja: string;
  asked_en: string;
  withdrawn_at: Date | null;
  why: string | null;
}

interface Request {
  id: string;
  n: number;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
  revisions: Record<string, number>;
}

/** The answer of the acting seat to a campaign, as its colleagues share it. `id` is null before anybody has saved anything. */
export interface Work {
  readonly campaign: Campaign;
  readonly id: string | null;
  readonly asked: Asked;
  readonly lastYear: number | null;
  readonly rows: ReadonlyMap<string, SectionRow>;
  /** Every section as it stands: as saved, or as it was carried over. */
  readonly sections: ReadonlyMap<string, Written>;
  readonly signed: readonly Signed[];
  /** The latest request for a signature that has not led to one, and how many there have been. */
  readonly request: Request | null;
  readonly requests: number;
  readonly state: AnswerState;
}

/** The answer of the acting seat; a campaign that does not ask it is not there. `lock` holds the answer until the end of the transaction. */
export const workOf = async (acting: Acting, campaign: string, hold: 'read' | 'lock' = 'read'): Promise<Work> => {
  const it = await campaignOf(acting, campaign, hold === 'lock' ? 'share' : 'read');
  if (it.part !== 'answer') throw notFound();
  if (hold === 'lock')
    await sql`select pg_advisory_xact_lock(hashtextextended(${`answer ${campaign} ${acting.seat}`}, 0))`.execute(
      acting.db,
    );
  const row = await acting.db
    .selectFrom('surveys.answer')
    .select('id')
    .where('campaign', '=', campaign)
    .executeTakeFirst();
  const last = await lastOf(acting, it);
  const asked: Asked = { form: it.form, codes: it.codes, last: last?.answers ?? null };
  const id = row?.id ?? null;
  const rows = new Map(id === null ? [] : (await sectionsOf(acting, id)).map((one) => [one.key, one] as const));
  const sections = new Map(it.form.sections.map(({ key }) => [key, rows.get(key) ?? carriedOver(asked, key)] as const));
  const signed = id === null ? [] : await signedOf(acting, id);
  const request = id === null ? null : await requestOf(acting, id);
  const stands = signed.some((one) => one.withdrawn_at === null);
  // A request is done with once it was signed, and once something was written after it.
  const used = request === null || signed.some((one) => one.request === request.id);
  const waits = !used && isCurrent(request, rows);
  const state = stands ? 'signed' : waits ? 'asked' : rows.size === 0 ? 'blank' : 'begun';
  return {
    campaign: it,
    id,
    asked,
    lastYear: last?.year ?? null,
    rows,
    sections,
    signed,
    request: used ? null : request,
    requests: request?.n ?? 0,
    state,
  };
};

/** The revisions of the sections, as a request for a signature keeps them. */
export const revisionsOf = (rows: ReadonlyMap<string, { revision: number }>): Record<string, number> =>
  Object.fromEntries([...rows].map(([key, { revision }]) => [key, revision]));

const isCurrent = (request: Request, rows: ReadonlyMap<string, { revision: number }>): boolean => {
  const now = revisionsOf(rows);
  const keys = new Set([...Object.keys(now), ...Object.keys(request.revisions)]);
  return [...keys].every((key) => now[key] === request.revisions[key]);
};

const sectionsOf = async (acting: Acting, answer: string): Promise<SectionRow[]> => {
  const rows = await acting.db
    .selectFrom('surveys.section')
    .select(['key', 'answers', 'carried', 'revision', 'person', 'person_ja', 'person_en', 'at'])
    .where('answer', '=', answer)
    .execute();
  return rows.map((it) => ({
    ...it,
    answers: it.answers as Record<string, unknown>,
    carried: it.carried as Record<string, Carry>,
  }));
};

const signedOf = async (acting: Acting, answer: string): Promise<Signed[]> => {
  const { rows } = await sql<Signed>`
    select g.submission, g.request, g.n, g.at, s.late, g.person_ja, g.person_en, g.asked_ja, g.asked_en, w.at as withdrawn_at, w.why
      from surveys.signature g join surveys.submission s on s.id = g.submission
      left join surveys.withdrawal w on w.submission = g.submission
     where g.answer = ${answer} order by g.n`.execute(acting.db);
  return rows;
};

const requestOf = async (acting: Acting, answer: string): Promise<Request | null> => {
  const row = await acting.db
    .selectFrom('surveys.request')
    .select(['id', 'n', 'person', 'person_ja', 'person_en', 'at', 'revisions'])
    .where('answer', '=', answer)
    .orderBy('n', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : { ...row, revisions: row.revisions as Record<string, number> };
};

// What the seat itself signed last for the same survey, in an earlier campaign, and did not take back.
const lastOf = async (
  acting: Acting,
  it: Campaign,
): Promise<{ year: number; answers: Record<string, unknown> } | undefined> => {
  const { rows } = await sql<{ year: number; answers: Record<string, unknown> }>`
    select c.year, s.answers
      from surveys.answer a join surveys.signature g on g.answer = a.id
      join surveys.submission s on s.id = g.submission
      join surveys.campaign c on c.id = a.campaign
     where c.about = ${it.about} and c.id <> ${it.id} and c.at < ${it.at}
       and not exists (select from surveys.withdrawal w where w.submission = s.id)
     order by s.at desc limit 1`.execute(acting.db);
  return rows[0];
};

/** The answer of one's own body. */
export const showAnswer = async (acting: Acting, campaign: string): Promise<AnswerView> => {
  const work = await workOf(acting, campaign);
  await open(acting, [work.campaign.item]);
  return viewOf(acting, work);
};

const viewOf = async (acting: Acting, work: Work): Promise<AnswerView> => {
  const { campaign: it, request, signed, state } = work;
  const { id, title, reference, handling, year, due } = standingOf(it);
  const writes = acting.halted === null && state !== 'signed' && acting.may('answer-surveys');
  const progress = progressOf(work.asked, work.sections, acting.now);
  const ready = progress.every((one) => one.wrong.length === 0 && one.open.length === 0);
  const signs = acting.halted === null && it.state === 'open' && acting.may('sign-surveys');
  return {
    survey: { id, title, reference, handling, year, state: it.state, due, from: await fromOf(acting, it.item) },
    state,
    asked: it.asked,
    readers: it.readers.map((capacity) => ({ capacity, named: it.named.includes(capacity) })),
    form: it.form,
    codes: it.codes,
    sections: await sectionViews(acting, work, progress),
    last:
      work.asked.last === null || work.lastYear === null
        ? null
        : { year: work.lastYear, answers: { ...work.asked.last } },
    request:
      request === null
        ? null
        : {
            by: { ja: request.person_ja, en: request.person_en },
            at: request.at.toISOString(),
            mine: request.person === acting.person,
            current: state === 'asked',
          },
    signed: signed.map((one) => ({
      id: one.submission,
      n: one.n,
      at: one.at.toISOString(),
      late: one.late,
      by: { ja: one.person_ja, en: one.person_en },
      askedBy: { ja: one.asked_ja, en: one.asked_en },
      withdrawn: one.withdrawn_at === null ? null : { at: one.withdrawn_at.toISOString(), why: one.why ?? '' },
    })),
    colleagues: await colleaguesOf(acting),
    may: {
      write: writes,
      ask: writes && it.state === 'open' && state !== 'asked' && ready,
      sign: signs && state === 'asked' && request?.person !== acting.person,
      withdraw: signs && state === 'signed',
    },
  };
};

const fromOf = async (acting: Acting, item: string): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`
    select ${named(acting, 'b')} as name from circulation.receipt r
      join parties.seat s on s.id = r.via join parties.body b on b.id = s.body
     where r.item = ${item} and r.seat = ${acting.seat}`.execute(acting.db);
  return rows[0]?.name ?? null;
};

/** The colleagues who hold the acting seat today. */
export const colleaguesOf = async (acting: Acting): Promise<AnswerView['colleagues']> => {
  const { rows } = await sql<{ person: string; name_ja: string; name_en: string; roles: string[] }>`
    select p.id as person, p.name_ja, p.name_en, array_agg(h.role) as roles
      from acting.holder h join parties.person p on p.id = h.person
     where h.seat = ${acting.seat} and h.valid_from <= acting.day(${acting.now})
       and (h.valid_to is null or h.valid_to > acting.day(${acting.now}))
     group by p.id order by p.name_ja, p.id`.execute(acting.db);
  const signs = (role: string): boolean => powersOf(theProgramme(), acting.capacity, role).has('sign-surveys');
  return rows.map((it) => ({
    person: it.person,
    name: { ja: it.name_ja, en: it.name_en },
    mine: it.person === acting.person,
    signs: it.roles.some(signs),
  }));
};

const sectionViews = async (
  acting: Acting,
  { id, rows, sections }: Work,
  progress: ReturnType<typeof progressOf>,
): Promise<SectionView[]> => {
  const delegations =
    id === null
      ? []
      : await acting.db
          .selectFrom('surveys.delegation')
          .selectAll()
          .where('answer', '=', id)
          .where('ended_at', 'is', null)
          .execute();
  const remarks =
    id === null
      ? []
      : await acting.db.selectFrom('surveys.remark').selectAll().where('answer', '=', id).orderBy('at').execute();
  return progress.map((one) => {
    const row = rows.get(one.key);
    const given = delegations.find((it) => it.section === one.key);
    return {
      ...one,
      wrong: [...one.wrong],
      open: [...one.open],
      answers: { ...sections.get(one.key)?.answers },
      carried: { ...sections.get(one.key)?.carried },
      revision: row?.revision ?? 0,
      savedAt: row?.at.toISOString() ?? null,
      savedBy: row === undefined ? null : { ja: row.person_ja, en: row.person_en },
      mine: row?.person === acting.person,
      delegation:
        given === undefined
          ? null
          : {
              person: given.to_person,
              to: { ja: given.to_ja, en: given.to_en },
              by: { ja: given.person_ja, en: given.person_en },
              until: given.until,
              note: given.note,
              mine: given.to_person === acting.person,
            },
      remarks: remarks
        .filter((it) => it.section === one.key)
        .map((it) => ({
          id: it.id,
          said: it.said,
          by: { ja: it.person_ja, en: it.person_en },
          at: it.at.toISOString(),
        })),
    };
  });
};

import { sql } from 'kysely';
import { powers } from '../../../kernel/power.ts';
import type { Acting, Visitor } from '../../../platform/acting.ts';
import type { SeatView, SessionView } from '../contract.ts';
import { ownRecovery } from './recoveries.ts';

interface HeldSeat {
  seat: string;
  body: string;
  key: string | null;
  name_ja: string;
  name_en: string;
  capacity: string;
  role: string;
}

/** Who is acting and as what else they could act. */
export const session = async (acting: Acting): Promise<SessionView> => {
  const { db } = acting;
  const person = await db
    .selectFrom('parties.person')
    .select(['id', 'name_ja', 'name_en', 'email', 'locale'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const seats = await heldSeats(acting);
  const realms = await realmsOf(acting);
  return {
    person: {
      id: person.id,
      name: { ja: person.name_ja, en: person.name_en },
      email: person.email,
      locale: person.locale === 'en' ? 'en' : 'ja',
    },
    seat: seats.find((it) => it.id === acting.seat) as SeatView,
    seats,
    realm: acting.realm,
    realms,
    powers: powers.filter((power) => acting.may(power)),
    locale: acting.visit.locale,
    recovery: await ownRecovery(acting),
    signIn: acting.signIn,
  };
};

// The live realm, the drills that go on and that the seat is in, and the one in which it acts, whatever became of that.
const realmsOf = async (acting: Acting): Promise<SessionView['realms']> => {
  const { rows } = await sql<{
    id: string;
    kind: 'live';
    name_ja: string;
    name_en: string;
    halted: 'paused' | 'closed' | 'left' | null;
  }>`
    select r.id, r.kind, r.name_ja, r.name_en,
           case when r.closed_at is not null then 'closed' when r.paused_at is not null then 'paused' when m.left_at is not null then 'left' end as halted
      from acting.realm r left join acting.realm_seat m on m.realm = r.id and m.seat = ${acting.seat}
     where r.kind = 'live' or r.id = ${acting.realm} or (r.closed_at is null and m.left_at is null and m.seat is not null)
     order by r.opened_at, r.id`.execute(acting.db);
  return rows.map((it) => ({ id: it.id, kind: it.kind, name: { ja: it.name_ja, en: it.name_en }, halted: it.halted }));
};

/** The seats that the acting person holds today, in any body. */
export const heldSeats = async (acting: Acting): Promise<SeatView[]> => {
  const { rows } = await sql<HeldSeat>`select * from parties.my_seats(${acting.now})`.execute(acting.db);
  const titles = await roles(acting);
  return rows.map((it) => ({
    id: it.seat,
    body: { id: it.body, key: it.key, name: { ja: it.name_ja, en: it.name_en } },
    capacity: it.capacity,
    role: it.role,
    title: titles.find((role) => role.capacity === it.capacity && role.role === it.role)?.title ?? untitled(it),
  }));
};

const untitled = ({ capacity, role }: { capacity: string; role: string }): SeatView['title'] => ({
  capacity: { ja: capacity, en: capacity },
  short: { ja: capacity, en: capacity },
  role: { ja: role, en: role },
});

/** Capacities and roles with what they are called, in the programme's order. */
export const roles = async ({
  db,
}: Pick<Acting, 'db'>): Promise<{ capacity: string; role: string; title: SeatView['title'] }[]> => {
  const rows = await db.selectFrom('parties.role').selectAll().orderBy('position').execute();
  return rows.map((it) => ({
    capacity: it.capacity,
    role: it.role,
    title: {
      capacity: { ja: it.capacity_ja, en: it.capacity_en },
      short: { ja: it.short_ja, en: it.short_en },
      role: { ja: it.title_ja, en: it.title_en },
    },
  }));
};

/** The person's open sessions, latest first. */
export const sessions = async (acting: Acting) => {
  const rows = await acting.db
    .selectFrom('acting.sign_in')
    .select(['id', 'label', 'seat', 'strong', 'created_at', 'until'])
    .where('person', '=', acting.person)
    .where('kind', '=', 'session')
    .where('until', '>', acting.now)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return {
    items: rows.map((it) => ({
      id: it.id,
      label: it.label,
      seat: it.seat,
      strong: it.strong,
      createdAt: it.created_at.toISOString(),
      until: it.until.toISOString(),
      current: it.id === acting.signIn.id,
    })),
    next: null,
  };
};

interface Desk {
  name_ja: string;
  name_en: string;
  label: string;
  hours: 'day' | 'night' | 'always';
  phone: string;
}

/** Telephones of public desks on duty. */
export const dutyDesks = async ({ db, now }: Visitor) => {
  const { rows } = await sql<Desk>`select * from parties.duty_desks(${now})`.execute(db);
  return {
    items: rows.map((it) => ({
      body: { ja: it.name_ja, en: it.name_en },
      label: it.label,
      hours: it.hours,
      phone: it.phone,
    })),
    next: null,
  };
};

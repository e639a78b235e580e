import { sql } from 'kysely';
import { type Acting, named } from '../../../../platform/acting.ts';
import { hopsOf, ordinaryMode, originOf, theProgramme } from '../../../programme/index.ts';
import type { Hop, ReportVersion, ReportView } from '../../shapes/report.ts';

interface Row {
  id: string;
  item: string;
  seat: string;
  body: string;
  name: string | null;
  capacity: string;
  tier: number;
  via: string;
  via_name: string | null;
  sent_at: Date;
  delivered_at: Date | null;
  opened_at: Date | null;
  acknowledged_at: Date | null;
  relayed_at: Date | null;
  must_relay: boolean;
  relay_due: Date | null;
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;
const blank = { deliveredAt: null, openedAt: null, acknowledgedAt: null, relayedAt: null, due: null };

/**
 * The stations of a report with the times that the reader may know: its own receipts and those of the seats it passed
 * the report to. What lies further is drawn from the programme's route, without names of operators and without times.
 */
export const hopsOfReport = async (
  acting: Acting,
  report: string,
  route: 'report' | 'contribution',
  versions: readonly ReportVersion[],
): Promise<{ hops: Hop[]; pending: boolean; mine: ReportView['receipt'] }> => {
  const { rows } = await sql<Row>`
    select r.id, r.item, r.seat, r.body, ${named(acting, 'b')} as name, s.capacity, r.tier, r.via, ${named(acting, 'vb')} as via_name, r.sent_at, r.delivered_at,
           r.opened_at, r.acknowledged_at, r.relayed_at, r.must_relay, d.due as relay_due
      from circulation.receipt r
      join circulation.item i on i.id = r.item
      left join circulation.deadline d on d.receipt = r.id and d.met_at is null
      left join parties.body b on b.id = r.body
      left join parties.seat s on s.id = r.seat
      left join parties.seat v on v.id = r.via
      left join parties.body vb on vb.id = v.body and vb.open
     where i.subject = ${report} and r.sent_at is not null and (r.handed_at is null or r.seat = ${acting.seat})
     order by r.tier, r.sent_at`.execute(acting.db);
  const own = rows.filter((r) => r.seat === acting.seat);
  const programme = theProgramme();
  const mode = versions.at(-1)?.mode ?? ordinaryMode(programme).key;
  const way = hopsOf(programme, route, mode, acting.now);
  const origin = originOf(programme, route, mode, acting.now);
  const stations = way.map((hop, i) =>
    stationOf(
      hop.to,
      i + 1,
      rows.filter((r) => r.tier === i + 1 && r.capacity === hop.to),
      own,
      versions.length,
    ),
  );
  const copies = rows
    .filter((r, i) => r.capacity !== way[r.tier - 1]?.to && rows.findIndex((o) => o.seat === r.seat) === i)
    .map((r): Hop => ({ ...timesOf([r]), position: r.tier, capacity: r.capacity, body: bodyOf(r), state: 'copied' }));
  const first = versions[0];
  const start: Hop = {
    ...blank,
    position: 0,
    capacity: origin,
    body: null,
    state: 'passed',
    sentAt: first?.submittedAt ?? null,
  };
  const last = own.at(-1);
  return {
    hops: settle([start, ...stations], copies),
    pending: own.some((r) => r.must_relay && r.relayed_at === null),
    mine:
      last === undefined
        ? null
        : {
            id: last.id,
            acknowledgedAt: iso(last.acknowledged_at),
            mustRelay: last.must_relay,
            relayedAt: iso(last.relayed_at),
            relayDue: iso(own.find((r) => r.relay_due !== null)?.relay_due),
          },
  };
};

const bodyOf = (r: Row): Hop['body'] => ({ id: r.body, name: r.name ?? '' });

const timesOf = (rows: readonly Row[]): Omit<Hop, 'position' | 'capacity' | 'body' | 'state'> => {
  const last = rows.at(-1);
  return {
    sentAt: iso(rows[0]?.sent_at),
    deliveredAt: iso(last?.delivered_at),
    openedAt: iso(last?.opened_at),
    acknowledgedAt: iso(last?.acknowledged_at),
    relayedAt: rows.every((r) => r.relayed_at !== null) ? iso(last?.relayed_at) : null,
    due: iso(rows.find((r) => r.relay_due !== null)?.relay_due),
  };
};

const stationOf = (
  capacity: string,
  position: number,
  rows: readonly Row[],
  own: readonly Row[],
  versions: number,
): Hop => {
  const seen = rows[0];
  if (seen !== undefined) {
    const done = rows.length >= versions && rows.every((r) => !r.must_relay || r.relayed_at !== null);
    return { ...timesOf(rows), position, capacity, body: bodyOf(seen), state: done ? 'passed' : 'here' };
  }
  // The reader got it from this station: then it has passed there, at the time it reached the reader.
  const after = own.find((r) => r.tier === position + 1);
  if (after !== undefined) {
    return {
      ...blank,
      position,
      capacity,
      body: after.via_name === null ? null : { id: null, name: after.via_name },
      state: 'passed',
      sentAt: null,
      relayedAt: iso(after.sent_at),
    };
  }
  return { ...blank, position, capacity, body: null, state: 'ahead', sentAt: null };
};

/** The first station that is not passed waits; a station the reader cannot see was reached when the one before it passed it on. */
const settle = (line: Hop[], copies: readonly Hop[]): Hop[] => {
  line.forEach((hop, i) => {
    const before = line[i - 1];
    if (hop.state === 'ahead' && before?.state === 'passed')
      line[i] = {
        ...hop,
        state: i === line.length - 1 && before.relayedAt !== null ? 'passed' : 'here',
        sentAt: before.relayedAt,
      };
  });
  return [...line, ...copies];
};

import { sql } from 'kysely';
import type { Entry, Reaction, Working } from '../../platform/work/reactions.ts';
import { hushAbout, tellSeats } from '../notices/index.ts';

/** What the reactions have to know: whether notices become mail here. */
interface Ways {
  readonly mail: boolean;
}

const whyOf = (entry: Entry) => {
  if (entry.fact === 'drill.planned') return 'drill-invited';
  if (entry.fact === 'drill.opened') return 'drill-opened';
  if (entry.fact === 'drill.resumed') return 'drill-resumed';
  if (entry.fact === 'drill.closed') return 'drill-closed';
  if (entry.fact === 'drill.called-off') return 'drill-called-off';
  return entry.detail?.['real'] === true ? 'drill-real' : 'drill-paused';
};

const earlier = ['drill-invited', 'drill-opened', 'drill-paused', 'drill-real', 'drill-resumed'] as const;

interface Told {
  kind: 'drill' | 'exercise';
  live: string;
  seats: string[];
}

/**
 * The invited hear of a drill in the live realm, under its mark: that they are invited, where it is announced, and each turn of it.
 * That something real happens is real, and says so. What was told before rings no more.
 */
const tell = async ({ db, now }: Working, entry: Entry, ways: Ways): Promise<void> => {
  const before = entry.fact === 'drill.planned' || entry.fact === 'drill.called-off';
  const { rows } = await sql<Told>`
    select d.kind, r.id as live, array_agg(i.seat) as seats
      from drills.drill d
      join drills.invited i on i.drill = d.id and i.seat <> ${entry.seat}
      join acting.realm r on r.kind = 'live'
     where d.id = ${entry.subject} and (d.announced or not ${before}) and (i.part <> 'desk' or not ${before})
     group by d.kind, r.id`.execute(db);
  const [told] = rows;
  if (told === undefined) return;
  const why = whyOf(entry);
  await hushAbout({ db, now }, entry.subject, earlier);
  await tellSeats(
    { db, now },
    {
      cause: entry.id,
      why,
      about: entry.subject,
      seats: told.seats,
      realm: told.live,
      urgent: why === 'drill-real',
      ...(why === 'drill-real' ? {} : { rehearsal: told.kind }),
    },
    ways,
  );
};

/** All reactions of the drills room. */
export const drillsReactions = (ways: Ways): readonly Reaction[] => [
  {
    name: 'drills.tell',
    on: ['drill.planned', 'drill.opened', 'drill.paused', 'drill.resumed', 'drill.closed', 'drill.called-off'],
    react: (working, entry) => tell(working, entry, ways),
  },
];

import { chanceOf } from '../chance.ts';

/** What a CEPTOAR says of itself in a year, section by section; invented, and better a little each year. */
export const profileOf = (
  ceptoar: string,
  members: number,
  year: 0 | 1,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> => {
  const chance = chanceOf(`profile ${ceptoar}`);
  const hours = chance.weighted({ always: 3, 'day-and-call': 6, day: 2 });
  const written = chance.some(0.7);
  const analyses = chance.weighted({ own: 2, shared: 5, forwards: 4 });
  const drills = chance.whole(0, 3);
  const people = chance.whole(2, 9);
  const coverage = chance.whole(55, 98);
  const bcp = chance.weighted({ written: 5, 'in-preparation': 4, none: 1 });
  const better = year === 1 && chance.some(0.6);
  const held = drills + (better ? 1 : 0);
  return {
    desk: {
      deskHours: better && hours === 'day' ? 'day-and-call' : hours,
      ...(hours === 'day' && !better ? {} : { nightHow: hours === 'always' ? ['rota'] : ['mobile', 'guard'] }),
      deskPeople: people + (better ? 1 : 0),
      firstReply: chance.some(0.3) ? { state: 'unknown' } : { state: 'about', value: chance.pick([30, 60, 90, 120]) },
    },
    means: {
      meansUsual: ['mail', ...(chance.some(0.5) ? ['portal'] : ['phone'])],
      meansSpare: chance.some(0.4) ? ['satellite', 'phone'] : ['phone', 'fax'],
      spareTried: better ? 'half-year' : chance.pick(['year', 'longer', 'half-year']),
      listKept: chance.pick(['quarterly', 'yearly', 'on-change']),
    },
    members: {
      memberCount: members,
      coverage: { state: 'about', value: coverage },
      coverageBy: chance.pick(['事業者の数', '契約の数', '売上高']),
      outsiders: chance.pick(['public', 'nothing', 'all']),
    },
    rules: {
      handlingRules: written || better ? 'written' : 'in-preparation',
      ...(written || better ? { rulesRevised: better ? '2026-06-01' : '2024-10-01' } : {}),
      anonymises: chance.some(0.6),
      marksUsed: written,
    },
    analysis: {
      analyses,
      ...(analyses === 'forwards'
        ? {}
        : { analysts: chance.whole(1, 5), products: '月ごとの注意喚起のまとめ（架空）' }),
    },
    drills: {
      ownDrills: held,
      ...(held === 0
        ? {}
        : {
            drillKinds: ['reach', ...(better ? ['spare'] : [])],
            drillReach: { state: 'known', value: chance.whole(70, 100) },
          }),
    },
    continuity: {
      bcp: better && bcp === 'in-preparation' ? 'written' : bcp,
      secondSite: chance.some(0.5),
      deputy: true,
    },
    remarks: chance.some(0.4) ? { wishes: '訓練の日程を、年度の初めに知らせてほしい。（架空）' } : {},
  };
};

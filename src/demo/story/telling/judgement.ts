import { after, chanceOf } from '../../chance.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage } from '../stage.ts';

const reasons = [
  'サービスは止まらず、現場の手順で補えた。',
  '半日の遅れが出たが、代わりの手段で応じた。',
  '広い範囲で受付が止まり、問い合わせが続いた。',
] as const;

/** The desk looks back at what has ended: how grave each was, and which two belong together. */
export async function* judgementStory(stage: Stage): Story {
  const chance = chanceOf('judgement');
  const at = after(stage.present, -205);
  yield at;
  const desk = stage.actor('cs.duty');
  const { items } = await stage.knock(desk, at, doors.listReports, { query: { limit: 100 } });
  const over = items.filter((it) => it.stage === 'final' && it.eventType !== null).slice(0, 6);
  for (const { id } of over) {
    const service = chance.whole(0, 2);
    await stage.knock(desk, at, doors.assessSeverity, {
      params: { id },
      body: {
        service,
        safety: chance.whole(0, 1),
        other: chance.whole(0, service),
        reason: reasons[service] as string,
      },
    });
  }
  const alike = over.flatMap((one) =>
    items.filter((it) => it.id !== one.id && it.eventType === one.eventType).slice(0, 1),
  );
  const [one, other] = [over[0], alike[0]];
  if (one !== undefined && other !== undefined)
    await stage.knock(desk, at, doors.linkReports, {
      params: { id: one.id },
      body: { other: other.id, kind: 'related', reason: '同じ型の事象で、原因が重なる見込みがある。' },
    });
}

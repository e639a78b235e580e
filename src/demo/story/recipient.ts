import { Refusal } from '../../kernel/refusal.ts';
import { after, type Chance, chanceOf } from '../chance.ts';
import { atNight } from '../plan/days.ts';
import { ministryOf } from '../plan/acts.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { PresentProvision, ProvisionScript } from '../scripts.ts';
import { secretariatOf, type Stage } from './stage.ts';

/** A provision that has been sent. */
export interface Sent {
  readonly id: string;
  readonly script: Pick<ProvisionScript, 'key' | 'tempo' | 'circles' | 'bodies' | 'affects'> &
    Pick<PresentProvision, 'holding' | 'silent'>;
  readonly sent: Date;
  readonly by: string;
  readonly due: Date;
  /** How many of those who were silent answer in the days after. */
  readonly belated: number;
}

type State = 'received' | 'not-affected' | 'investigating' | 'affected';

/** Begins the stories of all who receive: tier by tier where each passes it on, all at once where it was sent directly. */
export async function* recipientStories(stage: Stage, it: Sent): Story {
  const circles = it.script.circles.filter((circle) => stage.cast.members.has(circle));
  const ministries = [...Map.groupBy(circles, (circle) => ministryOf[sectorOf(stage, circle)] as string)];
  const named = it.script.bodies ?? [];
  yield [
    ...ministries.map(([ministry, below]) =>
      it.script.tempo === 'direct'
        ? recipient(stage, it, ministry, it.sent)
        : tier(stage, it, ministry, it.sent, below),
    ),
    ...named.flatMap((body) => seatsOfBody(stage, body).map((actor) => recipient(stage, it, actor, it.sent))),
    ...(it.script.tempo === 'direct'
      ? circles.flatMap((circle) => [
          recipient(stage, it, secretariatOf(circle), it.sent),
          ...members(stage, it, circle, it.sent),
        ])
      : []),
    ...(it.script.tempo === 'direct'
      ? circles.slice(0, 3).map((circle) => telephoning(stage, it, circle, it.sent))
      : []),
    reminded(stage, it),
  ];
}

const sectorOf = (stage: Stage, circle: string): string => stage.world.operators.circles[circle]?.sector ?? '';
// One of those who share a seat answers for it.
const seatsOfBody = (stage: Stage, body: string): string[] => {
  const seats = stage.cast.players.flatMap((player) => player.seats.filter((seat) => seat.body === body));
  return [...Map.groupBy(seats, (seat) => seat.capacity).values()].flatMap(([first]) => first?.actor ?? []);
};
const members = (stage: Stage, it: Sent, circle: string, from: Date): Story[] =>
  (stage.cast.members.get(circle) ?? []).map((actor) => recipient(stage, it, actor, from));

/** A ministry or a secretariat: reads, acknowledges, passes on, and then its own recipients begin. */
async function* tier(stage: Stage, it: Sent, actor: string, from: Date, below: readonly string[]): Story {
  const chance = chanceOf(`${it.script.key} ${actor}`);
  const opened = after(from, chance.minutes(5, 0.6));
  yield opened;
  const receipt = await open(stage, it, actor, opened);
  if (receipt === null) return;
  const passed = after(opened, chance.minutes(it.belated > 0 && atNight(from) ? 14 : 7, 0.6));
  yield [acknowledging(stage, actor, receipt, after(opened, chance.minutes(3, 0.5)), 'received')];
  if (it.script.holding?.includes(actor) === true) return;
  yield passed;
  await stage.knock(stage.actor(actor), passed, doors.relay, { params: { id: receipt } });
  yield actor.startsWith('ministry.')
    ? below.map((circle) => tier(stage, it, secretariatOf(circle), passed, [circle]))
    : below.flatMap((circle) => [...members(stage, it, circle, passed), telephoning(stage, it, circle, passed)]);
}

/** Somebody at the end of the way: opens it when they come to it, answers when they know, or stays silent. */
export async function* recipient(stage: Stage, it: Sent, actor: string, from: Date): Story {
  const chance = chanceOf(`${it.script.key} ${actor}`);
  const office = /^(?:cs|ministry|security|crisis|agency|association|business|ceptoar)\./u.test(actor);
  const diligence = office ? 1 : 0.78 + 0.21 * chanceOf(`diligence ${actor}`).next();
  if (it.script.silent?.includes(actor) === true) return;
  const silent = !chance.some(diligence);
  if (silent && !chance.some(it.belated)) return;
  // At present people are at work, whatever the hour of the first start.
  const night = it.belated > 0 && atNight(from);
  const prompt = after(from, chance.minutes(night ? 40 : 17));
  // Silent for want of reading, or of an answer: whoever comes late does both in one go.
  const opened = silent && chance.some(0.5) ? after(it.due, chance.minutes(700, 0.5)) : prompt;
  if (!stage.holds(actor, opened)) return;
  yield opened;
  const receipt = await open(stage, it, actor, opened);
  if (receipt === null) return;
  const answered =
    silent && opened === prompt
      ? after(it.due, chance.minutes(900, 0.5))
      : after(opened, chance.minutes(it.belated > 0 ? 22 : 14, 0.9));
  if (!stage.holds(actor, answered)) return;
  const state = stateOf(it, chance);
  yield answered;
  await acknowledge(stage, actor, receipt, answered, state, noteOf(stage, state, chance));
  yield [tellingBack(stage, it, actor, state, after(answered, chance.minutes(12, 0.6)))];
  if (state !== 'investigating') return;
  const known = after(answered, chance.minutes(200));
  if (!stage.holds(actor, known)) return;
  yield known;
  const then = chance.some(0.2) ? 'affected' : 'not-affected';
  await acknowledge(stage, actor, receipt, known, then, noteOf(stage, then, chance));
}

// Some of those affected saw the same values; now and then somebody would say it differently.
async function* tellingBack(stage: Stage, it: Sent, actor: string, state: State, at: Date): Story {
  const chance = chanceOf(`told back ${it.script.key} ${actor}`);
  const { sightings, corrections } = stage.world.words.feedback;
  const saw = state === 'affected' && chance.some(0.4);
  if ((!saw && !chance.some(0.012)) || !stage.holds(actor, at)) return;
  yield at;
  await stage
    .knock(stage.actor(actor), at, doors.giveFeedback, {
      params: { id: it.id },
      body: saw
        ? {
            kind: 'sighting',
            indicator: chance.pick(sightings),
            seenFrom: after(at, -chance.whole(40, 3000)).toISOString(),
            count: chance.whole(1, 240),
          }
        : { kind: 'correction', text: chance.pick(corrections) },
    })
    // What was called back meanwhile takes no more.
    .catch((error: unknown) => {
      if (!(error instanceof Refusal && error.reason === 'not-to-be-answered')) throw error;
    });
}

const stateOf = (it: Sent, chance: Chance): State => {
  const affected = it.script.affects ?? 4;
  return chance.weighted({ received: 46 - affected, 'not-affected': 40, investigating: 14, affected });
};

const noteOf = (stage: Stage, state: State, chance: Chance): string | undefined => {
  const notes = stage.world.words.answers[state] ?? [];
  return notes.length > 0 && chance.some(state === 'affected' ? 1 : state === 'received' ? 0.06 : 0.4)
    ? chance.pick(notes)
    : undefined;
};

const open = async (stage: Stage, it: Sent, actor: string, at: Date): Promise<string | null> =>
  (await stage.knock(stage.actor(actor), at, doors.showProvision, { params: { id: it.id } })).receipt?.id ?? null;

const acknowledge = async (
  stage: Stage,
  actor: string,
  receipt: string,
  at: Date,
  state: State,
  note?: string,
): Promise<void> =>
  void (await stage.knock(stage.actor(actor), at, doors.acknowledge, {
    params: { id: receipt },
    body: { state, ...(note === undefined ? {} : { note }) },
  }));

async function* acknowledging(stage: Stage, actor: string, receipt: string, at: Date, state: State): Story {
  yield at;
  await acknowledge(stage, actor, receipt, at, state);
}

async function* reminded(stage: Stage, it: Sent): Story {
  const at = new Date(it.sent.getTime() + (it.due.getTime() - it.sent.getTime()) * 0.76);
  yield at;
  await stage.remind(at);
  const over = after(it.due, 1);
  yield over;
  await stage.remind(over);
}

/** A secretariat calls those who are still silent near the end; some answer then. */
async function* telephoning(stage: Stage, it: Sent, circle: string, from: Date): Story {
  const secretariat = secretariatOf(circle);
  const chance = chanceOf(`telephone ${it.script.key} ${circle}`);
  const begins = new Date(Math.max(it.due.getTime() - chance.whole(5, 40) * 60_000, after(from, 30).getTime()));
  if (atNight(begins) || chance.some(0.4)) return;
  yield begins;
  const view = await stage.knock(stage.actor(secretariat), begins, doors.showCirculation, { params: { id: it.id } });
  const silent = view.rows.filter((row) => row.acknowledgedAt === null && row.sentAt !== null).slice(0, 3);
  let at = begins;
  for (const row of silent) {
    at = after(at, chance.whole(2, 6));
    yield at;
    const { outcome, note } = chance.pick(stage.world.words.attempts);
    if (outcome === 'reached' && row.unreachable === null && chance.some(0.6)) {
      await takeWord(stage, secretariat, at, row.receipt, note);
      continue;
    }
    await stage.knock(stage.actor(secretariat), at, doors.recordAttempt, {
      params: { id: view.item },
      body: {
        receipt: row.receipt,
        channel: 'phone',
        outcome: row.unreachable === null ? (outcome as 'reached') : 'wrong-number',
        note,
      },
    });
  }
}

// Who answered in the very minute of the call has said so without it.
const takeWord = async (stage: Stage, caller: string, at: Date, receipt: string, note: string): Promise<void> => {
  const body = { state: 'received', saidBy: stage.world.words.answering, note } as const;
  await stage
    .knock(stage.actor(caller), at, doors.takeWord, { params: { id: receipt }, body })
    .catch((error: unknown) => {
      if (!(error instanceof Refusal && error.reason === 'answered-itself')) throw error;
    });
};

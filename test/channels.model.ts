/** A small pure model of who hears what in the channels. It knows names of personas and instants, and no database. */
import { cast } from './world.ts';

export interface Space {
  readonly id: string;
  readonly kind: 'pair' | 'ceptoar-internal' | 'council' | 'joint';
  /** Of a pair or a joint space: who is in it. Of a CEPTOAR: its name. */
  readonly members: readonly string[];
  readonly ceptoar?: string;
}

export interface Said {
  readonly id: string;
  readonly by: string;
  readonly at: number;
  withdrawn: boolean;
}

export interface Thread {
  readonly id: string;
  readonly space: Space;
  readonly aside: readonly string[] | null;
  readonly openedAt: number;
  readonly said: Said[];
}

export interface Invitation {
  readonly space: Space;
  readonly thread: Thread | null;
  readonly who: string;
  readonly starts: number;
  readonly ends: number;
  readonly past: boolean;
}

/** Members of a circle come and go: persona, first day, first day no longer. */
export interface Membership {
  readonly who: string;
  readonly ceptoar: string;
  readonly from: string;
  until: string | null;
}

export interface State {
  readonly spaces: Space[];
  readonly threads: Thread[];
  readonly invitations: Invitation[];
  readonly memberships: Membership[];
  now: number;
}

const dayOf = (at: number): string => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);

/** Everybody in the seats of these: what one of a seat may, all of it may. */
const seated = (names: readonly string[]): string[] => {
  const seats = cast.filter((it) => names.includes(it.name));
  return cast
    .filter((it) => seats.some((seat) => seat.body === it.body && seat.capacity === it.capacity))
    .map((it) => it.name);
};

/** Who takes part in a space on the day. */
export const membersOf = (state: State, space: Space): string[] => {
  if (space.kind === 'council') return cast.filter((it) => it.capacity === 'ceptoar').map((it) => it.name);
  if (space.kind !== 'ceptoar-internal') return seated(space.members);
  const day = dayOf(state.now);
  const held = state.memberships.filter(
    (it) => it.ceptoar === space.ceptoar && it.from <= day && (it.until === null || it.until > day),
  );
  return seated([space.ceptoar as string, ...held.map((it) => it.who)]);
};

const running = (state: State, who: string, space: Space): Invitation[] =>
  state.invitations.filter(
    (it) => it.who === who && it.space === space && it.starts <= state.now && it.ends > state.now,
  );

/** What of a thread somebody hears; null where the thread is not there for them. */
export const heard = (state: State, thread: Thread, who: string): Said[] | null => {
  const inSpace = membersOf(state, thread.space).includes(who);
  if (inSpace && (thread.aside === null || seated(thread.aside).includes(who))) return thread.said;
  const open = running(state, who, thread.space).filter(
    (it) =>
      it.thread === thread ||
      (it.thread === null && thread.aside === null && (it.past || it.starts <= thread.openedAt)),
  );
  if (open.length === 0) return null;
  return thread.said.filter((m) => open.some((it) => it.thread === null || it.past || it.starts <= m.at));
};

/** Whether a space stands in somebody's list: members, and guests of all of it. */
export const lists = (state: State, space: Space, who: string): boolean =>
  membersOf(state, space).includes(who) || running(state, who, space).some((it) => it.thread === null);

/** How many bodies would read what is said in a thread now. */
export const readers = (state: State, thread: Thread): number =>
  new Set(cast.filter((it) => heard(state, thread, it.name) !== null).map((it) => it.body)).size;

/** Whom a space takes as a guest, by office. */
const offices = ['cabinet-secretariat', 'sector-ministry', 'security-ministry', 'crisis-ministry', 'agency'];

/** What an invitation is answered. */
export const invited = (state: State, by: string, it: Omit<Invitation, 'starts' | 'ends'>): string => {
  const hosts = ['ceptoar', 'sector-ministry'].includes(capacityOf(by)) || by === 'cs.chief';
  const inside = membersOf(state, it.space).includes(by);
  const own = it.thread === null || it.thread.aside === null || seated(it.thread.aside).includes(by);
  if (!hosts) return 'not-your-door';
  if (!inside || !own) return 'not-found';
  const takes = ['ceptoar-internal', 'council'].includes(it.space.kind) && offices.includes(capacityOf(it.who));
  if (!takes) return 'guest-not-taken';
  return membersOf(state, it.space).includes(it.who) ? 'guest-takes-part' : 'invited';
};

export const capacityOf = (who: string): string => cast.find((it) => it.name === who)?.capacity ?? '';

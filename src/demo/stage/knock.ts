import type { CallOf, Doors, Endpoint, OutputOf } from '../../kernel/endpoint.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { breakglassDoors } from '../../modules/breakglass/contract.ts';
import { breakglassRoutes } from '../../modules/breakglass/index.ts';
import { channelsDoors } from '../../modules/channels/contract.ts';
import { channelsRoutes } from '../../modules/channels/index.ts';
import { circulationDoors } from '../../modules/circulation/contract.ts';
import { circulationRoutes } from '../../modules/circulation/index.ts';
import { drillsDoors } from '../../modules/drills/contract.ts';
import { drillsRoutes } from '../../modules/drills/index.ts';
import { exchangeDoors } from '../../modules/exchange/contract.ts';
import { exchangeRoutes } from '../../modules/exchange/index.ts';
import { formsDoors } from '../../modules/forms/contract.ts';
import { formsRoutes } from '../../modules/forms/index.ts';
import { modeDoors } from '../../modules/mode/contract.ts';
import { modeRoutes } from '../../modules/mode/index.ts';
import { partiesDoors } from '../../modules/parties/contract.ts';
import { partiesRoutes } from '../../modules/parties/index.ts';
import { reviewDoors } from '../../modules/review/contract.ts';
import { reviewRoutes } from '../../modules/review/index.ts';
import { surveysDoors } from '../../modules/surveys/contract.ts';
import { surveysRoutes } from '../../modules/surveys/index.ts';
import { situationsDoors } from '../../modules/situations/contract.ts';
import { situationsRoutes } from '../../modules/situations/index.ts';
import { asSignedIn, type Visit } from '../../platform/acting.ts';
import type { Db } from '../../platform/database.ts';
import type { Route } from '../../platform/http/door.ts';

/** Somebody of the story, with the key that opens the seat. */
export interface Actor {
  readonly key: string;
  readonly person: string;
  readonly seat: string;
  readonly body: string;
  readonly secret: string;
}

/** Everything that happens in the story goes through these doors, as the person, under the walls that hold for everybody. */
export const doors = {
  ...exchangeDoors,
  ...breakglassDoors,
  ...channelsDoors,
  ...circulationDoors,
  ...modeDoors,
  ...drillsDoors,
  ...formsDoors,
  ...partiesDoors,
  ...reviewDoors,
  ...situationsDoors,
  ...surveysDoors,
} satisfies Doors;
const routes: readonly Route[] = [
  ...exchangeRoutes,
  ...breakglassRoutes,
  ...channelsRoutes,
  ...circulationRoutes,
  ...modeRoutes,
  ...drillsRoutes,
  ...formsRoutes,
  ...partiesRoutes,
  ...reviewRoutes,
  ...situationsRoutes,
  ...surveysRoutes,
];

const visit: Visit = {
  locale: 'ja',
  address: 'demo',
  origin: 'http://127.0.0.1',
  userAgent: '',
  cookie: () => undefined,
  setCookie: () => undefined,
  header: () => undefined,
};

/** Goes through a door as somebody at some time, as a request would: same powers, same shapes, same transaction. `realm`: in a drill. */
export type Knock = <E extends Endpoint>(
  who: Actor,
  at: Date,
  door: E,
  call: CallOf<E> & { readonly file?: Buffer },
  realm?: string,
) => Promise<OutputOf<E>>;

/** Makes the knocking for a database; `db` has the portal's role. */
export const knocking =
  (db: Db): Knock =>
  async (who, at, door, call, realm) => {
    const route = routes.find((it) => it.door === door);
    if (route === undefined) throw new Error(`no such door: ${door.path}`);
    const given = call as { params?: unknown; query?: unknown; body?: unknown; file?: Buffer };
    const input = {
      params: door.params?.parse(given.params),
      query: door.query?.parse(given.query ?? {}),
      body: door.body?.parse(given.body),
    };
    const act = await route.take?.(given.file ?? Buffer.alloc(0), input);
    return asSignedIn(
      { db, clock: { now: () => at }, onCommit: () => undefined },
      visit,
      who.secret,
      realm ?? null,
      async (acting) => {
        if (door.may !== 'signed-in' && door.may !== 'anyone' && !acting.may(door.may))
          throw new Refusal('not-your-door', {}, 403);
        return (await (act === undefined ? route.answer(acting, input) : act(acting))) as OutputOf<typeof door>;
      },
    ) as Promise<OutputOf<typeof door>>;
  };

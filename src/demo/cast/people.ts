/** An operator of the world before it is enrolled. */
export interface Operator {
  readonly key: string;
  readonly name: { ja: string; en: string };
  readonly kana: string;
  readonly alias: string[];
  readonly domain: string;
  readonly place: string;
  readonly sector: string;
  readonly circle: string;
}

/** A person with the seats to be taken, each with the name by which the story calls whoever sits there. */
export interface Player {
  readonly name: { ja: string; en: string };
  readonly kana: string;
  readonly email: string;
  readonly seats: readonly { actor: string; body: string; capacity: string; role: string }[];
}

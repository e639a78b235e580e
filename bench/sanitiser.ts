import { sql } from 'kysely';
import { alike } from '../src/kernel/text.ts';
import { marksOf } from '../src/modules/exchange/commands/provisions/traces/marks.ts';
import { bigWorld, keyOf } from './big-world.ts';
import { head, median, row, timed } from './figures.ts';
import { tokenHash } from '../src/platform/acting.ts';

// A text of 100 kB against 10,000 known names of bodies that are not public: what the centre's desk waits for at each preview.
// The limit is what the database did before and any program would do first: look for each name through the whole text.
const world = await bigWorld(10);
await world.admin.query(`
  insert into parties.body (key, kind, name_ja, name_en, alias, domains, valid_from)
    select 'x-' || n, 'operator', '架空' || chr(19968 + n % 5000) || chr(20000 + (n * 7919) % 6000) || '事業' || n || '株式会社', 'Fictitious Works ' || n,
           array['略称' || chr(21000 + (n * 31) % 6000) || n], array['works-' || n || '.example'], '2014-01-01'
      from generate_series(1, 2000) n;
  analyze`);
const { rows: known } = await world.admin.query<{ n: number }>('select count(*)::int as n from exchange.known_word');
const sentences = [
  '遠隔の監視端末から外部への不審な通信が続いている。',
  '通信の記録を確かめ、不要な接続を止めてください。',
  'The gateway sent beacons every 40 seconds to a host outside. ',
];
let text = '';
for (let i = 0; Buffer.byteLength(text) < 100_000; i += 1)
  text += `${sentences[i % sentences.length]}${i}${String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))}`;
text += '架空事業の略称とworks-77.example';

const ours = () =>
  world.db.transaction().execute(async (tx) => {
    await sql`select acting.begin(${tokenHash(keyOf('duty'))}, null, now())`.execute(tx);
    const form = alike(text);
    return (await sql`select found from exchange.traces(${form}, ${marksOf(form)})`.execute(tx)).rows;
  });
const client = await world.admin.connect();
const plain = async () =>
  (await client.query(`select word from exchange.known_word where strpos($1, alike) > 0`, [alike(text)])).rows;
const times = async (act: () => Promise<unknown>): Promise<number[]> => {
  const each: number[] = [];
  for (let i = 0; i < 12; i += 1) each.push(await timed(act));
  return each.slice(2);
};
head(
  'Traces of bodies in a text',
  'known names',
  'text, kB',
  'all of it, ms',
  'of that, folding and marking, ms',
  'each name through the whole text, ms',
  'ratio',
);
const [mine, each] = [median(await times(ours)), median(await times(plain))];
const folding = median(await times(async () => marksOf(alike(text))));
if ((await ours()).length === 0) throw new Error('found nothing');
row(String(known[0]?.n), String(Math.round(Buffer.byteLength(text) / 1000)), mine, folding, each, each / mine);
client.release();
await world.close();

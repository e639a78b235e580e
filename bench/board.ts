import { bigWorld, keyOf } from './big-world.ts';
import { flood, head, quantile, row } from './figures.ts';

// The picture of a situation with 2,500 reports in it, read by its desk and by a ministry. Beside it the bare transaction
// of the same run.
const reports = 2_500;
const world = await bigWorld(100);
await world.admin.query(
  `insert into parties.competence (sector, seat, valid_from) select 'electricity', id, '2014-01-01' from parties.seat where capacity = 'sector-ministry'`,
);
const made = await world.call(keyOf('duty'), 'POST', '/api/situations', {
  title: '複合障害（架空）',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
});
const id = String(made.body['id']);
await world.call(keyOf('duty'), 'POST', `/api/situations/${id}/sharing`, { part: 'ministries' });
await world.admin.query(`
  create temporary table r as
    select gen_random_uuid() as report, gen_random_uuid() as item, s.realm, s.desk, s.person, n
      from situations.situation s, generate_series(1, ${reports}) n;
  alter table circulation.item disable trigger author_reaches;
  insert into exchange.report (id, realm, kind, route, sector, created_at)
    select report, realm, 'failure', 'report', (select min(key) from parties.sector), now() from r;
  insert into circulation.item (id, subject, realm, kind, title, marking, handling, sent)
    select item, report, realm, 'report', '停止（架空）', 2, '{"scheme":"tlp","version":"2.0","value":"AMBER"}', now() from r;
  insert into circulation.reach (item, reader, realm, kind, sent) select item, desk, realm, 'report', now() from r;
  insert into exchange.report_version (item, report, number, stage, event_type, cause_types, codes_version, answers, form, form_version, submitted_at)
    select item, report, 1, 'first', 'E31', '{}', '1', '{}', 'failure-report', 1, now() - n * interval '1 second' from r;
  insert into situations.grouping (id, situation, report, sector, reason, person, at)
    select gen_random_uuid(), '${id}', report, (select min(key) from parties.sector), '同じ時刻', person, now() from r;`);
await world.admin.query('vacuum analyze');

const read = (who: 'duty' | 'ministry') => () => world.call(keyOf(who), 'GET', `/api/situations/${id}`);
const board = await read('duty')();
if (board.body['reports'] !== reports) throw new Error(`the board holds ${String(board.body['reports'])} reports`);
const client = await world.admin.connect();
const bare = await flood(1, 500, async () => {
  await client.query('begin');
  await client.query('select 1');
  await client.query('commit');
});
client.release();
head(
  `Picture of a situation with ${reports} reports`,
  'reader',
  'p50, ms',
  'p99, ms',
  'bare SELECT 1 in a transaction, p50, ms',
);
for (const who of ['duty', 'ministry'] as const) {
  await flood(1, 20, read(who));
  const { each } = await flood(1, 200, read(who));
  row(who, quantile(each, 0.5), quantile(each, 0.99), quantile(bare.each, 0.5));
}

// From the answer to an act, which comes after its commit, until a ministry that looks on has been told and has read anew.
const stream = await world.app.request('/api/events', { headers: { authorization: `Bearer ${keyOf('ministry')}` } });
const lines = (stream.body as ReadableStream<Uint8Array>).getReader();
const heard = async (word: string): Promise<void> => {
  for (let said = ''; !said.includes(word); ) {
    const { value, done } = await lines.read();
    if (done) throw new Error('the stream ended');
    said += Buffer.from(value).toString('utf8');
  }
};
await heard('hello');
const updates: number[] = [];
for (let n = 0; n < 20; n += 1) {
  const entry = { kind: 'note', text: `経過 ${n}（架空）` };
  const act = await world.call(keyOf('duty'), 'POST', `/api/situations/${id}/entries`, entry);
  if (act.status >= 300) throw new Error(JSON.stringify(act.body));
  const began = performance.now();
  await heard(id);
  await read('ministry')();
  updates.push(performance.now() - began);
}
head('Live update of the same picture', 'told and read anew, p50, ms', 'longest, ms');
row(String(Math.round(quantile(updates, 0.5))), Math.max(...updates));
await world.close();
process.exit(0);

import fc from 'fast-check';
import { expect } from 'vitest';
import {
  bodies,
  circles,
  type Op,
  operators,
  type ProvisionModel,
  recipientsOf,
  relays,
  type ReportModel,
  sees,
} from './visibility.model.ts';
import type { World } from './world.ts';

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const index = fc.nat(40);
/** Acts at random. */
export const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('submit' as const), who: index, copy: fc.boolean(), name: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('follow-up' as const), report: index }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('relay-report' as const), report: index }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      report: index,
      about: fc.constantFrom('name' as const, 'content' as const),
      yes: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass-onward' as const), report: index }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('provide' as const),
      circles: fc.uniqueArray(fc.nat(2)),
      bodies: fc.uniqueArray(fc.nat(5)),
      direct: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass-on' as const), provision: index, by: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('recall' as const), provision: index }) },
);

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** One play of reports, provisions and answers on the real doors, and what the model says of it. */
export class Run {
  readonly reports: (ReportModel & { id: string })[] = [];
  readonly provisions: (ProvisionModel & { id: string })[] = [];
  private readonly world: World;
  readonly mark = `印${Math.random().toString(36).slice(2, 8)}`;

  constructor(world: World) {
    this.world = world;
  }

  async play(o: Op): Promise<void> {
    if (o.do === 'submit') return this.submit(at(operators, o.who), o.copy, o.name);
    if (o.do === 'provide')
      return this.provide(
        o.circles.map((i) => at(circles, i)),
        o.bodies.map((i) => at(bodies, i)),
        o.direct,
      );
    if (o.do === 'pass-on')
      return this.provisions.length === 0 ? undefined : this.passOn(at(this.provisions, o.provision), at(relays, o.by));
    if (o.do === 'recall')
      return this.provisions.length === 0 ? undefined : this.recall(at(this.provisions, o.provision));
    if (this.reports.length === 0) return undefined;
    const report = at(this.reports, o.report);
    if (o.do === 'answer') return this.answer(report, o.about, o.yes);
    if (o.do === 'pass-onward') return this.passOnward(report);
    return o.do === 'follow-up' ? this.followUp(report) : this.relay(report);
  }

  private async submit(author: string, copied: boolean, named: boolean): Promise<void> {
    const made = await this.world.call(author, 'POST', '/api/reports', {
      headline: `${this.mark} 応答停止`,
      eventType: 'E31',
      handling: amber,
      copyToCeptoar: copied,
      disclosure: { nameToCs: named },
    });
    expect(made.status).toBe(201);
    this.reports.push({
      id: made.body.id,
      author,
      copied,
      named,
      onward: false,
      recalled: false,
      versions: [{ atCs: false, atAgencies: false }],
    });
  }

  private async followUp(report: Run['reports'][number]): Promise<void> {
    const made = await this.world.call(report.author, 'POST', `/api/reports/${report.id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    expect(made.status).toBe(201);
    report.versions.push({ atCs: false, atAgencies: false });
  }

  private async answer(report: Run['reports'][number], about: 'name' | 'content', yes: boolean): Promise<void> {
    const before = about === 'name' ? report.named : report.onward;
    const said = await this.world.call(report.author, 'POST', `/api/reports/${report.id}/consents`, {
      class: about === 'name' ? 'name-at-centre' : 'agencies',
      act: yes ? 'given' : 'withdrawn',
    });
    expect(said.status).toBe(before === yes ? 409 : 201);
    if (about === 'name') report.named = yes;
    else report.onward = yes;
    if (about === 'name' || yes) return;
    if (report.versions.some((v) => v.atAgencies)) report.recalled = true;
    for (const v of report.versions) v.atAgencies = false;
  }

  private async passOnward(report: Run['reports'][number]): Promise<void> {
    const fresh = report.versions.filter((v) => v.atCs && !v.atAgencies);
    const passed = await this.world.call('cs.duty', 'POST', `/api/reports/${report.id}/onward`, { class: 'agencies' });
    if (!report.versions.some((v) => v.atCs)) expect(passed.status).toBe(404);
    else expect([passed.status, report.onward && fresh.length > 0]).toEqual([passed.status, passed.status === 200]);
    if (passed.status === 200) for (const v of fresh) v.atAgencies = true;
  }

  private async relay(report: Run['reports'][number]): Promise<void> {
    const ministry = report.author.includes('power') ? 'ministry.meti' : 'ministry.mhlw';
    const other = report.author.includes('power') ? 'ministry.mhlw' : 'ministry.meti';
    expect((await this.world.call(other, 'POST', `/api/reports/${report.id}/relay`)).status).toBe(404);
    const passed = await this.world.call(ministry, 'POST', `/api/reports/${report.id}/relay`);
    expect(passed.status).toBe(report.versions.some((v) => !v.atCs) ? 200 : 409);
    for (const v of report.versions) v.atCs = true;
  }

  private async provide(inCircles: string[], named: string[], direct: boolean): Promise<void> {
    const draft = await this.world.call('cs.duty', 'POST', '/api/provisions', {
      title: `${this.mark} 注意喚起`,
      body: '確かめてください。',
      kind: 'warning',
      handling: amber,
      tempo: direct ? 'direct' : 'relay',
      audience: { circles: inCircles, bodies: named },
    });
    if (inCircles.length + named.length === 0) {
      expect(draft.body.reason).toBe('audience-empty');
      return;
    }
    expect(draft.status).toBe(201);
    const { id } = draft.body;
    const via = recipientsOf(inCircles, named);
    const preview = await this.world.call('cs.duty', 'GET', `/api/provisions/${id}/audience`);
    expect(preview.body.count).toBe(via.size);
    expect((await this.world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`)).status).toBe(200);
    const gone = await this.world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`);
    expect(gone.body.recipients).toBe(preview.body.count);
    this.provisions.push({ id, via, passed: direct ? 'all' : new Set(), told: null });
  }

  private async recall(provision: Run['provisions'][number]): Promise<void> {
    const begun = await this.world.call('cs.duty', 'POST', `/api/provisions/${provision.id}/versions`, {
      stage: 'recall',
      reason: '誤りがありました。',
    });
    expect(begun.status).toBe(provision.told === null ? 201 : 409);
    if (provision.told !== null) return;
    const had = new Set([...provision.via.keys()].filter((who) => sees(provision, who)));
    expect((await this.world.call('cs.chief', 'POST', `/api/provisions/${provision.id}/approval`)).status).toBe(200);
    const gone = await this.world.call('cs.duty', 'POST', `/api/provisions/${provision.id}/dispatch`);
    expect(gone.body.recipients).toBe(had.size);
    provision.told = had;
  }

  private async passOn(provision: Run['provisions'][number], by: string): Promise<void> {
    const inbox = await this.world.call(by, 'GET', '/api/inbox?kind=provision&limit=300');
    const item = inbox.body.items.find((i: { subject: { id: string } }) => i.subject.id === provision.id);
    const visible = sees(provision, by);
    expect(item !== undefined).toBe(visible);
    if (!visible) return;
    const below = [...provision.via.values()].includes(by);
    const answer = await this.world.call(by, 'POST', `/api/receipts/${item.receipt}/relay`);
    const may = provision.told === null && provision.passed !== 'all' && below && !provision.passed.has(by);
    expect(answer.status).toBe(may ? 200 : 409);
    if (may && provision.passed !== 'all') provision.passed.add(by);
  }
}

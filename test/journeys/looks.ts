import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { contextFor, enter, type House, type Lang } from './house.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>(
    'axe.run({ resultTypes: ["violations"] }).then((it) => it.violations)',
  );
  return found.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id} at ${node.target.join(' ')}`));
};

/** Whether the page is wider than the window. */
export const overflow = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** Every route, seen by someone whom it is for. */
export const routesOf = async (house: House): Promise<[persona: string, paths: string[]][]> => {
  const first = async (
    persona: string,
    path: string,
    fit: (it: { id: string; state?: string; sentAt?: string | null }) => boolean = () => true,
  ): Promise<string> => {
    const { items } = await house.api<{ items: { id: string; sentAt?: string | null }[] }>(persona, path);
    const found = items.find(fit);
    if (found === undefined) throw new Error(`nothing under ${path} for ${persona}`);
    return found.id;
  };
  const report = await first('operator.power-a', '/reports');
  const triaged = await first('cs.duty', '/reports');
  const sent = await first('cs.duty', '/provisions', (it) => it.sentAt !== null);
  const draft = await first('cs.duty', '/provisions', (it) => it.sentAt === null);
  const inbox = await first('operator.water-a', '/provisions');
  const relayed = await first('ministry.meti', '/reports');
  const inquiry = await first('cs.duty', '/inquiries');
  const asked = await first('operator.power-b', '/inquiries');
  const support = await first('ministry.meti', '/supports');
  const asking = await first('operator.power-a', '/source-approvals');
  const offering = await first('association.telecom', '/offerings');
  const showcase = await first('ceptoar.water', '/showcases');
  const release = await first('cs.planner', '/releases', (it) => it.state === 'prepared');
  const situation = await first('cs.duty', '/situations');
  const drill = await first('cs.duty', '/drills', (it) => it.state === 'closed');
  const broken = await first('cs.chief', '/break-glass');
  const survey = await first('cs.duty', '/surveys', (it) => it.state === 'open');
  const { items: profiles } = await house.api<{ items: { body: { id: string } }[] }>('cs.duty', '/profiles');
  const profile = profiles[0]?.body.id ?? '';
  return [
    ['', ['/sign-in', '/invitation', '/recovery', '/plain/sign-in']],
    [
      'operator.power-a',
      [
        '/',
        '/reports',
        '/reports/new',
        '/reports/nothing-has-this',
        `/reports/${report}`,
        `/reports/${report}/version`,
        `/reports/${report}/print`,
        '/people',
        '/me',
        '/keys',
        '/search?q=端末',
        `/drills/${drill}`,
        '/source-approvals',
        `/source-approvals/${asking}`,
        `/plain/source-approvals/${asking}`,
        `/break-glass/${broken}`,
        '/no-such-page',
      ],
    ],
    ['operator.water-a', [`/provisions/${inbox}`, '/provisions', '/plan', '/plain', `/plain/provisions/${inbox}`]],
    [
      'ministry.meti',
      [
        '/',
        '/calls',
        '/supports',
        '/supports/new',
        `/supports/${support}`,
        `/plain/supports/${support}`,
        `/reports/${relayed}`,
        '/reports/enter',
        '/successions',
      ],
    ],
    [
      'cs.duty',
      [
        '/',
        `/reports/${triaged}`,
        '/provisions',
        '/provisions/new',
        `/provisions/${draft}/edit`,
        `/provisions/${sent}`,
        `/provisions/${sent}/circulation`,
        '/plan',
        '/plan/エ-c',
        '/mode',
        '/record',
        '/channels',
        '/views',
        '/agreements',
        '/agreements/new',
        '/obligations',
        '/notices',
        '/notices/settings',
        '/situations',
        `/situations/${situation}`,
        '/drills',
        '/drills/new',
        `/drills/${drill}`,
        '/inquiries',
        '/inquiries/new',
        `/inquiries/${inquiry}`,
        '/surveys',
        '/surveys/new',
        `/surveys/${survey}`,
        '/profiles',
        `/profiles/${profile}`,
      ],
    ],
    [
      'operator.power-b',
      [
        `/inquiries/${asked}`,
        '/supports',
        '/channels',
        '/obligations',
        '/plain/inquiries',
        `/plain/inquiries/${asked}`,
        '/plain/supports',
      ],
    ],
    ['association.telecom', ['/offerings', `/offerings/${offering}`]],
    ['operator.telecom-a', ['/offerings', '/offerings/new']],
    ['cs.planner', ['/figures', '/releases', `/releases/${release}`]],
    ['ceptoar.water', ['/showcases', `/showcases/${showcase}`]],
    ['ceptoar.power', [`/surveys/${survey}`, `/surveys/${survey}/answer?s=drills`, `/surveys/${survey}/answer?s=all`]],
    [
      'cs.chief',
      [
        `/provisions/${draft}`,
        '/showcases/new',
        `/showcases/${showcase}`,
        '/break-glass',
        '/break-glass/new',
        `/break-glass/${broken}`,
      ],
    ],
    ['admin.system', ['/', '/accounts', '/accounts?view=recoveries', '/handovers', '/successions']],
  ];
};

/** Whose pages: those of the centre's people, or everybody else's. */
export type Whose = 'centre' | 'others';

/** What axe finds wrong on every route of theirs, and which are wider than the window. */
export const inspect = async (
  house: House,
  lang: Lang,
  width: number,
  whose: Whose,
  only: (path: string) => boolean = () => true,
): Promise<string[]> => {
  const wrong: string[] = [];
  for (const [persona, paths] of await routesOf(house)) {
    if (persona.startsWith('cs.') !== (whose === 'centre')) continue;
    const context = await contextFor(house, lang, { width, bypassCSP: true });
    if (persona !== '') await enter(house, context, persona);
    const page = await context.newPage();
    for (const path of paths.filter(only)) {
      await page.goto(path);
      const headed = await page
        .locator('h1')
        .first()
        .waitFor({ timeout: 6_000 })
        .then(
          () => true,
          () => false,
        );
      if (!headed) {
        wrong.push(`${persona} ${path}: no heading`);
        continue;
      }
      await page.waitForFunction('document.querySelector("[aria-busy=true], .loading") === null');
      wrong.push(...(await violations(page)).map((it) => `${persona} ${path}: ${it}`));
      if (await overflow(page)) wrong.push(`${persona} ${path}: wider than the window`);
    }
    await context.close();
  }
  return wrong;
};

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type House, say, walkIn } from './house.ts';
import { idOf, press } from './steps.ts';

const t = say('ja');
const title = '広域の通信障害と停電（架空）';
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const ministries = ['ministry.meti', 'ministry.mhlw', 'ministry.fsa', 'ministry.mic', 'ministry.mlit'];

interface Programme {
  readonly sectors: readonly { readonly key: string; readonly title: { readonly ja: string } }[];
  readonly regions: readonly { readonly key: string }[];
}

/** The mode by two persons: one begins the act, another confirms it. */
const switchMode = async (duty: Page, chief: Page, choose: (page: Page) => Promise<void>): Promise<void> => {
  await duty.goto('/mode');
  await choose(duty);
  await duty.getByRole('textbox', { name: t('mode.basis') }).fill('官邸対策室の設置（架空）');
  await duty.getByRole('textbox', { name: t('mode.authority') }).fill('架空-1');
  await press(duty, t('mode.begin.go'));
  await duty.getByRole('heading', { name: t('mode.waiting'), exact: false }).waitFor();
  await chief.goto('/mode');
  await press(chief, t('mode.confirm'));
  await chief.getByRole('button', { name: t('mode.confirm') }).waitFor({ state: 'detached' });
};

/** One body of each sector is heard on the telephone, and its ministry passes it on. Gives who they were, by report. */
const thirteen = async (house: House, sectors: Programme['sectors']): Promise<Map<string, string>> => {
  const reports = new Map<string, string>();
  for (const { key, title: sector } of sectors) {
    const { items } = await house.api<{
      items: { id: string; name: { ja: string }; open: boolean; sectors: string[] }[];
    }>('cs.duty', `/bodies?sector=${key}&limit=50`);
    const body = items.find((it) => !it.open && it.sectors[0] === key);
    if (body === undefined) throw new Error(`no operator of ${key}`);
    const { id } = await house.api<{ id: string }>('cs.duty', '/reports/entries', {
      body: body.id,
      saidBy: '当直（架空）',
      channel: 'phone',
      saidAt: new Date(Date.now() - 600_000).toISOString(),
      headline: `${sector.ja}の業務に支障`,
      summary: '手作業に切り替えた。',
      eventType: 'E31',
      handling: amber,
    });
    reports.set(id, body.name.ja);
    for (const ministry of ministries) {
      const passed = await house.api(ministry, `/reports/${id}/relay`, {}).then(
        () => true,
        () => false,
      );
      if (passed) break;
    }
  }
  return reports;
};

/** Each ministry says how its sectors stand; gives how many were said. */
const said = async (house: House, situation: string, sectors: Programme['sectors'], state: string): Promise<number> => {
  let n = 0;
  for (const ministry of ministries) {
    const board = await house.api<{ sectors: { sector: string; mine: boolean }[] }>(
      ministry,
      `/situations/${situation}`,
    );
    for (const { sector } of board.sectors.filter((it) => it.mine)) {
      await house.api(ministry, `/situations/${situation}/states`, {
        sector,
        state,
        regions: ['kanto'],
        says: state === 'normal' ? '平常に戻った。' : '広い範囲で止まっている。',
      });
      n += 1;
    }
  }
  expect(n).toBe(sectors.length);
  return n;
};

/** The next situation report: written by one, released by another. */
const report = async (duty: Page, chief: Page, situation: string, n: number): Promise<string> => {
  await duty.goto(`/situations/${situation}`);
  await press(duty, t('situations.report.draft'));
  await duty.waitForURL(/\/situation-reports\/[0-9a-f-]{36}$/u);
  const id = idOf(duty);
  await duty.getByRole('textbox', { name: t('situations.report.summary') }).fill(`第${n}報の概況。復旧を進めている。`);
  const saved = duty.waitForResponse((it) => it.request().method() === 'PATCH' && it.ok());
  await press(duty, t('situations.report.save'));
  await saved;
  await chief.goto(`/situation-reports/${id}`);
  await press(chief, t('situations.report.release'));
  await chief.getByRole('button', { name: t('situations.report.release') }).waitFor({ state: 'detached' });
  return id;
};

/** The worst day: the mode is switched, every sector reports, one picture, a report on it each time, and back to ordinary operation. */
export const worstDay = async (house: House): Promise<void> => {
  const { sectors, regions } = await house.api<Programme>('cs.duty', '/programme');
  const [duty, chief] = [await walkIn(house, 'ja', 'cs.duty'), await walkIn(house, 'ja', 'cs.chief')];
  await switchMode(duty, chief, async (page) => {
    const boxes = page.locator('form label.choice');
    await expect.poll(() => boxes.count(), { timeout: 12_000 }).toBe(sectors.length + regions.length);
    for (const box of await boxes.all()) await box.click();
  });
  await duty.locator('.banner-mode').waitFor();

  const reports = await thirteen(house, sectors);
  expect(reports.size).toBe(13);
  for (const id of reports.keys()) {
    const it = await house.api<{ versions: { mode: string }[] }>('cs.duty', `/reports/${id}`);
    expect(it.versions[0]?.mode).toBe('large-scale');
  }

  await duty.goto('/situations/new');
  await duty.getByRole('textbox', { name: t('situations.name') }).fill(title);
  await press(duty, t('situations.open.do'));
  await duty.waitForURL(/\/situations\/[0-9a-f-]{36}$/u);
  const situation = idOf(duty);
  await press(duty, t('situations.share.with', { who: t('situations.part.ministries') }));
  await duty
    .getByRole('button', { name: t('situations.unshare.with', { who: t('situations.part.ministries') }) })
    .waitFor();

  await duty.goto(`/situations/${situation}/reports?free=yes`);
  for (const { title: sector } of sectors)
    await duty
      .getByRole('checkbox', { name: t('situations.group.choose.of', { title: `${sector.ja}の業務に支障` }) })
      .first()
      .check();
  await duty.getByRole('textbox', { name: t('situations.reason') }).fill('同じ通信障害から広がっている。');
  await press(duty, t('situations.group.put'));
  await duty.getByText(t('situations.group.done', { n: 13 })).waitFor();

  await said(house, situation, sectors, 'degraded');
  await report(duty, chief, situation, 1);
  await said(house, situation, sectors, 'stopped');
  await duty.goto(`/situations/${situation}`);
  const rows = duty.locator('table.sectors tbody tr');
  await expect
    .poll(() => rows.filter({ hasText: t('situations.state.stopped') }).count(), { timeout: 12_000 })
    .toBe(13);
  await report(duty, chief, situation, 2);
  await said(house, situation, sectors, 'normal');
  const third = await report(duty, chief, situation, 3);

  const ministry = await walkIn(house, 'ja', 'ministry.mic');
  await ministry.goto(`/situation-reports/${third}`);
  await ministry
    .getByText(t('situations.report.title', { n: 3 }), { exact: false })
    .first()
    .waitFor();
  for (const { title: sector } of sectors)
    await ministry
      .getByText(
        t('situations.report.change', {
          sector: sector.ja,
          was: t('situations.state.stopped'),
          now: t('situations.state.normal'),
        }),
      )
      .waitFor();
  const read = await ministry.getByRole('main').innerText();
  expect([...reports.values()].filter((name) => read.includes(name))).toEqual([]);
  await press(ministry, t('situations.report.receive'));
  await ministry.getByText(t('situations.report.received')).waitFor();

  await switchMode(duty, chief, (page) =>
    page.getByRole('radio', { name: t('mode.verb.stand-down') }).check({ force: true }),
  );
  await duty.locator('.banner-mode').waitFor({ state: 'detached' });
  expect(await house.api<{ now: unknown }>('operator.power-a', '/mode')).toMatchObject({ now: null });
  await Promise.all([duty, chief, ministry].map((page) => page.context().close()));
};

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type House, type Lang, say, walkIn } from './house.ts';
import { idOf, passDown, warn } from './steps.ts';

const words = {
  ja: {
    headline: '遠隔監視の端末が応答しない',
    summary: '保守用の端末から不明な通信があり、切り離しました。',
    note: '同じ系統の端末を確かめています。',
  },
  en: {
    headline: 'Remote monitoring terminals do not answer',
    summary: 'Unknown traffic came from a maintenance terminal. It was isolated.',
    note: 'Terminals of the same kind are being checked.',
  },
};

const evidence = async (page: Page, label: string): Promise<number> => {
  await page.goto('/plan');
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: label }) });
  await rows.first().waitFor();
  const figures = await rows.locator('.plan-counts b').allTextContents();
  return figures.reduce((sum, it) => sum + Number(it.replaceAll(',', '')), 0);
};

/** A failure report goes up and a warning comes down, each step by its own person's clicks. */
export const mainLine = async (house: House, lang: Lang, operator: string): Promise<void> => {
  const t = say(lang);
  const { headline, summary, note } = words[lang];
  const cleanUp: Page[] = [];
  const as = async (persona: string): Promise<Page> => {
    const page = await walkIn(house, lang, persona);
    cleanUp.push(page);
    return page;
  };
  const planner = await as('cs.planner');
  const before = { down: await evidence(planner, 'エ-c'), up: await evidence(planner, 'ウ-b') };

  const reporter = await as(operator);
  await reporter.goto('/reports/new');
  await reporter.getByRole('textbox', { name: t('exchange.compose.headline') }).fill(headline);
  await reporter.locator('label.choice').first().click();
  await reporter.getByRole('textbox', { name: t('exchange.compose.summary') }).fill(summary);
  const own = await house.api<{ seat: { body: { name: Record<Lang, string> } } }>(operator, '/session');
  await reporter.locator('#audience button.go').click();
  await reporter.waitForURL(/\/reports\/[0-9a-f-]{36}$/u);
  const report = idOf(reporter);

  const ministry = await as('ministry.meti');
  await ministry.goto(`/reports/${report}`);
  await ministry.getByText(own.seat.body.name[lang]).first().waitFor();
  await ministry.getByRole('textbox', { name: t('exchange.relay.note') }).fill(note);
  await ministry.locator('aside button.go').first().click();
  await ministry.locator('.thread').getByText(note).waitFor();

  const duty = await as('cs.duty');
  await duty.goto(`/reports/${report}`);
  await duty.getByText(note).waitFor();
  const read = await duty.locator('body').innerText();
  expect(read).toContain(headline);
  expect(read).not.toContain(own.seat.body.name.ja);
  expect(read).not.toContain(own.seat.body.name.en);
  const chief = await as('cs.chief');
  const provision = await warn(house, lang, { duty, chief, text: summary, note });
  for (const tier of [ministry, await as('ceptoar.power')]) await passDown(lang, tier, provision);

  await reporter.goto(`/provisions/${provision}`);
  await reporter.locator('.answers button.go').click();
  await reporter.getByRole('heading', { name: t('exchange.acknowledge.answered') }).waitFor();

  await expect.poll(() => evidence(planner, 'エ-c'), { timeout: 15_000 }).toBeGreaterThan(before.down);
  await expect.poll(() => evidence(planner, 'ウ-b'), { timeout: 15_000 }).toBeGreaterThan(before.up);
  await Promise.all(cleanUp.map((page) => page.context().close()));
};

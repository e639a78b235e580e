import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { plainLetter } from '../../src/modules/notices/mail/letter.ts';
import { serverWords } from '../../src/composition.ts';
import { contextFor, enter, type House, say, walkIn } from './house.ts';
import { idOf, passDown, press, warn } from './steps.ts';

const t = say('ja');
const headline = '変電所の監視画面が消えたとの電話';
const summary = '監視画面が消え、現地で手動に切り替えた。停電はない。';
const note = '現地に人を送っている。';

/** Last night, two o'clock, as one types it. */
const lastNight = async (page: Page, label: string): Promise<void> => {
  const day = new Date(Date.now() - 86_400_000).toLocaleDateString('ja-JP', {
    timeZone: 'Asia/Tokyo',
    month: 'numeric',
    day: 'numeric',
  });
  await page.getByRole('textbox', { name: t('portal.when.day', { label }) }).fill(day);
  const at = page.getByRole('textbox', { name: t('portal.when.hour', { label }) });
  await at.fill('0200');
  await at.press('Tab');
};

/** Where a letter that says that something waits leads. */
const linkInTheMail = (house: House): string => {
  const office = { origin: house.origin, words: serverWords, seal: null, sealCms: null, returns: null };
  const letter = plainLetter(office, { locale: 'ja', realm: 'live', why: 'waits', answerable: false });
  const [link] = /https?:\/\/\S+/u.exec(letter.text) ?? [];
  expect(link).toMatch(new RegExp(`^${house.origin}/[a-z]+$`, 'u'));
  return link ?? '';
};

/** A call at two in the morning becomes the operator's report, goes up, and comes down as a warning that is acknowledged from a mail. */
export const nightDesk = async (house: House): Promise<void> => {
  const own = await house.api<{ seat: { body: { name: { ja: string } } } }>('operator.power-b', '/session');
  const operator = own.seat.body.name.ja;

  const night = await walkIn(house, 'ja', 'cs.duty-night');
  await night.goto('/reports/enter');
  await night.getByRole('textbox', { name: t('exchange.entry.body'), exact: false }).fill(operator.slice(0, 4));
  await press(night, operator);
  await night.getByRole('textbox', { name: t('exchange.entry.said-by'), exact: false }).fill('当直 架空 一郎');
  await night.getByRole('radio', { name: '電話', exact: true }).check({ force: true });
  await lastNight(night, t('exchange.entry.said-at'));
  await night.getByRole('textbox', { name: t('exchange.compose.headline') }).fill(headline);
  await night.locator('label.choice').first().click();
  await night.getByRole('textbox', { name: t('exchange.compose.summary') }).fill(summary);
  await press(night, t('exchange.entry.send'));
  await night.waitForURL(/\/reports\/[0-9a-f-]{36}$/u);
  const report = idOf(night);

  const ministry = await walkIn(house, 'ja', 'ministry.meti');
  await ministry.goto(`/reports/${report}`);
  await ministry.getByRole('heading', { name: t('exchange.entry.panel') }).waitFor();
  await press(ministry, t('exchange.report.acknowledge'));
  await ministry.getByRole('button', { name: t('exchange.report.acknowledge') }).waitFor({ state: 'detached' });
  await ministry.getByRole('textbox', { name: t('exchange.relay.note') }).fill(note);
  await ministry.locator('aside button.go').first().click();
  await ministry.getByText(note).first().waitFor();

  const chief = await walkIn(house, 'ja', 'cs.chief');
  await night.goto(`/reports/${report}`);
  await night.getByText(note).first().waitFor();
  const provision = await warn(house, 'ja', {
    duty: night,
    chief,
    text: '監視画面が消えたら手動に切り替えてください。',
    note,
  });
  const tier = await walkIn(house, 'ja', 'ceptoar.power');
  for (const page of [ministry, tier]) await passDown('ja', page, provision);

  // Nobody signs in again to follow the link of a letter: the phone that got it is signed in.
  const context = await contextFor(house, 'ja', { width: 390 });
  await enter(house, context, 'operator.power-a');
  const phone = await context.newPage();
  await phone.goto(linkInTheMail(house));
  await phone.locator(`a[href="/provisions/${provision}"]`).first().click();
  await phone.waitForURL(new RegExp(`/provisions/${provision}$`, 'u'));
  await phone.locator('.answers button.go').click();
  await phone.getByRole('heading', { name: t('exchange.acknowledge.answered') }).waitFor();
  expect(await phone.getByRole('main').innerText()).not.toContain(operator);

  await night.goto(`/provisions/${provision}/circulation`);
  const figures = await house.api<{ tiers: { tier: string; acknowledged: number }[] }>(
    'cs.duty-night',
    `/provisions/${provision}/circulation`,
  );
  expect(figures.tiers.find((it) => it.tier === 'operator')?.acknowledged).toBe(1);
  await Promise.all([night, ministry, chief, tier, phone].map((page) => page.context().close()));
};

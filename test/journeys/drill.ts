import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type House, type Lang, say, walkIn } from './house.ts';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const idOf = (page: Page): string => /\/drills\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '';

/** Stands in a realm with a page: the banner of the realm is on it. */
const into = async (page: Page, realm: string, path: string): Promise<void> => {
  await page.evaluate((id) => sessionStorage.setItem('noroshi-realm', id), realm);
  await page.goto(path);
  await page.locator('.banner-realm').waitFor();
};

/** A drill of the switch: planned, opened, entered, the mode switched in it, broken off for something real, closed and reviewed. */
export const drillOfTheSwitch = async (house: House, lang: Lang): Promise<void> => {
  const t = say(lang);
  const title = lang === 'ja' ? '歩いて試す切替え訓練' : 'Walked drill of the switch';
  const duty = await walkIn(house, lang, 'cs.duty');
  await duty.goto('/drills/new');
  await duty
    .getByRole('textbox', { name: t('drills.name'), exact: false })
    .first()
    .fill(title);
  await duty.getByRole('textbox', { name: t('drills.purpose') }).fill(title);
  for (const [label, hour] of [
    [t('drills.starts'), '1000'],
    [t('drills.ends'), '1200'],
  ] as const) {
    await duty.getByRole('textbox', { name: t('portal.when.day', { label }) }).fill('12/20');
    const at = duty.getByRole('textbox', { name: t('portal.when.hour', { label }) });
    await at.fill(hour);
    await at.press('Tab');
  }
  const session = await house.api<{ seat: { body: { name: Record<Lang, string> } } }>('operator.power-a', '/session');
  const operator = session.seat.body.name[lang];
  await duty.getByRole('textbox', { name: t('drills.seats.name') }).fill(operator);
  const invite = t('drills.seats.invite.label', { seat: operator });
  await duty.getByRole('button', { name: invite }).first().click();
  await press(duty, t('drills.plan.do', { n: 1 }));
  await duty.waitForURL(/\/drills\/[0-9a-f-]{36}$/u);
  const drill = idOf(duty);

  const chief = await walkIn(house, lang, 'cs.chief');
  await chief.goto(`/drills/${drill}`);
  await press(chief, t('drills.open'));
  await chief.getByText(t('drills.state.open')).first().waitFor();

  const player = await walkIn(house, lang, 'operator.power-a');
  await player.goto(`/drills/${drill}`);
  await press(player, t('drills.enter'));
  await player.locator('.banner-realm').getByText(title).waitFor();
  await player.locator('.banner-realm').getByText(t('portal.realm.drill')).waitFor();
  expect(await player.title()).toContain(t('portal.realm.drill'));
  await player.getByRole('main').waitFor();
  expect(await player.locator('[data-row]').count()).toBe(0);

  const { id } = await house.api<{ id: string }>(
    'cs.duty',
    '/mode/acts',
    { verb: 'declare', sectors: ['electricity'], regions: ['tohoku'], basis: title, authority: 'A-1' },
    drill,
  );
  await into(chief, drill, '/mode');
  await press(chief, t('mode.confirm'));
  await player.locator('.banner-mode').waitFor();
  expect(await house.api<{ now: unknown }>('operator.power-a', '/mode')).toMatchObject({ now: null });
  expect(id).toBeTruthy();

  await press(player, t('drills.real'));
  await player.getByRole('alert').first().waitFor();
  await chief.locator('.banner-realm').getByRole('alert').waitFor();
  await chief
    .locator('.banner-realm')
    .getByRole('button', { name: t('drills.to-live') })
    .click();
  await chief.locator('.banner-realm').waitFor({ state: 'detached' });

  await duty.reload();
  await duty.getByText(t('drills.state.real')).first().waitFor();
  await press(duty, t('drills.resume'));
  await press(duty, t('drills.close'));
  await duty.getByRole('textbox', { name: t('drills.review.said') }).fill(title);
  await duty.getByRole('textbox', { name: t('drills.review.decided') }).fill(title);
  await press(duty, t('drills.review.write.do'));
  await chief.goto(`/drills/${drill}`);
  await press(chief, t('drills.review.confirm'));
  await chief.getByRole('button', { name: t('drills.review.confirm') }).waitFor({ state: 'detached' });
  const { items } = await house.api<{ items: { id: string; reviewed: boolean }[] }>('operator.power-a', '/drills');
  expect(items.find((it) => it.id === drill)?.reviewed).toBe(true);
  await Promise.all([duty, chief, player].map((page) => page.context().close()));
};

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type House, say, walkIn } from './house.ts';

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** An operator lets agencies see its report, changes its mind, and the agency is left with a tombstone, without a reload. */
export const withdrawal = async (house: House): Promise<void> => {
  const t = say('ja');
  const headline = '監視画面の表示の遅れ';
  const api = <T>(who: string, path: string, body?: object): Promise<T> => house.api<T>(who, path, body);
  const { id } = await api<{ id: string }>('operator.power-a', '/reports', {
    headline,
    eventType: 'E31',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  });
  await api('ministry.meti', `/reports/${id}/relay`, {});

  const own = await walkIn(house, 'ja', 'operator.power-a');
  await own.goto(`/reports/${id}`);
  const agencies = own.locator('.consents > li').filter({ hasText: 'JPCERT/CC' });
  await agencies.getByRole('button', { name: t('exchange.consent.do.given'), exact: true }).click();
  await agencies.getByRole('button', { name: t('exchange.consent.do.given'), exact: true }).click();
  await agencies.getByText(t('exchange.consent.state.given')).waitFor();

  const duty = await walkIn(house, 'ja', 'cs.duty');
  await duty.goto(`/reports/${id}`);
  await press(duty, t('exchange.consent.do.passed'));
  await press(duty, t('exchange.consent.do.passed'));
  await duty.locator('.consents').getByText(t('exchange.consent.act.passed')).first().waitFor({ state: 'attached' });

  const agency = await walkIn(house, 'ja', 'agency.ipa');
  await agency.goto(`/reports/${id}`);
  await agency.getByRole('heading', { name: headline }).waitFor();
  expect(await agency.locator('body').innerText()).not.toContain('北都電力');

  await agencies.getByRole('button', { name: t('exchange.consent.do.withdrawn'), exact: true }).click();
  await agencies.getByText(t('exchange.consent.withdraw.content')).waitFor();
  await agencies.getByRole('button', { name: t('exchange.consent.do.withdrawn'), exact: true }).click();
  await agencies.getByText(t('exchange.consent.state.withdrawn')).first().waitFor();

  // The page that the agency has open hears of it by itself.
  await agency.getByText(t('refusal.report-recalled')).waitFor();
  expect(await agency.locator('body').innerText()).not.toContain(headline);
  for (const page of [own, duty, agency]) await page.context().close();
};

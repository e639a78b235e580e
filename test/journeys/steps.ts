import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type House, type Lang, say } from './house.ts';

/** Presses the button of that name. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** The id in a page's address. */
export const idOf = (page: Page): string => /([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? '';

/**
 * On the page of a report that the centre has: writes a warning to the power CEPTOAR, has a second person release it, and
 * sends it. Gives its id.
 */
export const warn = async (
  house: House,
  lang: Lang,
  { duty, chief, text, note }: { duty: Page; chief: Page; text: string; note: string },
): Promise<string> => {
  const t = say(lang);
  await duty.getByRole('link', { name: t('exchange.provide.do') }).click();
  await duty.getByRole('textbox', { name: t('exchange.texts.body') }).fill(text);
  const circles = await house.api<{ items: { kind: string; name: Record<Lang, string> }[] }>('cs.duty', '/circles');
  const power = circles.items.find((it) => it.kind === 'ceptoar' && it.name.ja.includes('電力'));
  await duty
    .locator('label.choice', { hasText: power?.name[lang] ?? '-' })
    .first()
    .click();
  await press(duty, t('exchange.write.do'));
  await duty.waitForURL(/\/provisions\/[0-9a-f-]{36}\/edit$/u);
  const provision = idOf(duty);
  const audience = await house.api<{ count: number }>('cs.duty', `/provisions/${provision}/audience`);
  expect(audience.count).toBeGreaterThan(5);
  const send = t('exchange.send.do', { n: audience.count });
  await duty.getByRole('button', { name: send }).waitFor();
  await press(duty, t('exchange.second.ask'));
  await duty.getByRole('button', { name: t('exchange.second.ask-again') }).waitFor();

  await chief.goto(`/provisions/${provision}`);
  await chief.getByRole('button', { name: t('exchange.approve.do') }).waitFor();
  for (const reason of await chief.getByRole('textbox', { name: t('exchange.approve.reason') }).all())
    await reason.fill(note);
  await press(chief, t('exchange.approve.do'));
  await chief.getByRole('button', { name: t('exchange.approve.do') }).waitFor({ state: 'detached' });

  // The approval reaches the desk's open page by itself: nobody reloads it.
  await duty.getByRole('button', { name: send, disabled: false }).waitFor();
  await press(duty, send);
  await duty.waitForURL(/\/circulation$/u);
  return provision;
};

/** Passes a provision on from a tier, and sees whom it goes to. */
export const passDown = async (lang: Lang, tier: Page, provision: string): Promise<void> => {
  await tier.goto(`/provisions/${provision}`);
  await tier.getByRole('complementary').locator('button.go').filter({ hasText: /\d/u }).click();
  await tier.getByRole('heading', { name: say(lang)('exchange.pass.below') }).waitFor();
};

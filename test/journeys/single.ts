import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { contextFor, enter, type House, say } from './house.ts';

const t = say('ja');
interface Inbox {
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly acknowledgedAt: string | null;
    readonly subject: { readonly id: string };
  }[];
}

/** A warning sent to one sector at once, for someone to answer. */
export const send = async (house: House, title: string): Promise<string> => {
  const { items } = await house.api<{ items: { id: string; kind: string; name: { ja: string } }[] }>(
    'cs.duty',
    '/circles',
  );
  const circle = items.find((it) => it.kind === 'ceptoar' && it.name.ja.includes('電力'));
  const draft = {
    title,
    body: '配る文です。',
    kind: 'warning',
    handling: { scheme: 'tlp', version: '2.0', value: 'GREEN' },
    audience: { circles: [circle?.id], bodies: [] },
    tempo: 'direct',
  };
  const made = await house.api<{ id: string }>('cs.duty', '/provisions', draft);
  const seen = await house.api<{ desk: { revision: number } }>('cs.chief', `/provisions/${made.id}`);
  await house.api('cs.duty', `/provisions/${made.id}/approval-request`, {});
  await house.api('cs.chief', `/provisions/${made.id}/approval`, { revision: seen.desk.revision, accept: [] });
  await house.api('cs.duty', `/provisions/${made.id}/dispatch`, {});
  return made.id;
};

/** Acknowledges on the pages without scripts. */
export const withoutScripts = async (house: House): Promise<void> => {
  const id = await send(house, '版を更新してください');
  const context = await contextFor(house, 'ja', { scripts: false });
  const page = await context.newPage();
  await page.goto('/plain');
  await page.locator('#persona').selectOption('operator.power-a');
  await page.getByRole('button', { name: t('plain.persona.go'), exact: true }).click();
  await page.locator(`a[href="/plain/provisions/${id}"]`).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: t('plain.acknowledge.go'), exact: true }).click();
  await page.getByText(t('plain.said.acknowledged')).waitFor();
  const inbox = await house.api<Inbox>('operator.power-a', '/inbox');
  expect(inbox.items.find((it) => it.subject.id === id)?.acknowledgedAt).toBeTruthy();
  await context.close();
};

/** A tab that is killed loses nothing that was said to be saved. */
export const killedTab = async (house: House): Promise<void> => {
  const context = await contextFor(house, 'ja');
  await enter(house, context, 'operator.power-b');
  const page = await context.newPage();
  await page.goto('/reports/new');
  await page.getByRole('textbox', { name: t('exchange.compose.headline') }).fill('消えてはならない件名');
  await page.locator('.saved.saved').waitFor();
  const address = page.url();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(address);
  await expect
    .poll(() => again.getByRole('textbox', { name: t('exchange.compose.headline') }).inputValue(), { timeout: 15_000 })
    .toBe('消えてはならない件名');
  await context.close();
};

/** What another seat does appears on an open page. */
export const live = async (house: House): Promise<void> => {
  const context = await contextFor(house, 'ja');
  await enter(house, context, 'operator.power-a');
  const page = await context.newPage();
  await page.goto('/');
  await page.getByText(t('portal.live.connected')).first().waitFor();
  await send(house, 'いま届いた知らせ');
  await page.getByText('いま届いた知らせ').first().waitFor();
  await context.close();
};

/** Signs in by a passkey made on one's own page. */
export const passkey = async (house: House): Promise<void> => {
  const context = await contextFor(house, 'ja');
  await enter(house, context, 'ceptoar.bank');
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/me');
  await page.getByRole('textbox', { name: t('parties.passkey.label') }).fill('机の端末');
  await page.getByRole('button', { name: t('parties.passkey.add'), exact: true }).click();
  await page.getByText('机の端末').first().waitFor();
  await context.clearCookies({ name: /^(?!noroshi_lang)/u });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: t('parties.passkey.sign-in'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('desk.title') }).waitFor();
  await context.close();
};

const tabTo = async (page: Page, selector: string): Promise<void> => {
  const wanted = page.locator(selector);
  await wanted.waitFor();
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) === 1) return;
  }
  throw new Error(`Tab does not reach ${selector}`);
};

/** Acknowledges with the keyboard alone. */
export const byKeyboard = async (house: House): Promise<void> => {
  const id = await send(house, '鍵盤だけで答える知らせ');
  const context = await contextFor(house, 'ja');
  await enter(house, context, 'operator.power-b');
  const page = await context.newPage();
  await page.goto(`/provisions/${id}`);
  await tabTo(page, '.answers button.go');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: t('exchange.acknowledge.answered') }).waitFor();
  await context.close();
};

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { addressOf, call, etagOf, onSignedOut } from '../client.ts';

const relay = endpoint({
  method: 'POST',
  path: '/api/reports/:id/relay',
  may: 'signed-in',
  says: 'Relays.',
  params: z.object({ id: z.string() }),
  body: z.object({ note: z.string() }),
  output: z.object({ done: z.boolean() }),
});
const input = { params: { id: 'a/b' }, body: { note: 'はい' } };
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const fetched = vi.fn<typeof fetch>();
const sentHeaders = (n: number): Record<string, string> =>
  (fetched.mock.calls[n]?.[1]?.headers ?? {}) as Record<string, string>;

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('sessionStorage', { getItem: () => null });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('holes are filled and encoded, empty questions are left out', () => {
  expect(addressOf('/api/x/:id', { id: 'a/b' }, { q: '水道', none: undefined, many: ['1', '2'], blank: '' })).toBe(
    '/api/x/a%2Fb?q=%E6%B0%B4%E9%81%93&many=1&many=2',
  );
  expect(addressOf('/api/x', undefined, undefined)).toBe('/api/x');
});

test('a POST carries an idempotency key and the realm, and its answer remembers its ETag', async () => {
  fetched.mockResolvedValueOnce(answer(200, { done: true }, { etag: '"7"' }));
  const got = await call(relay, input);
  expect(got).toEqual({ done: true });
  expect(etagOf(got)).toBe('"7"');
  expect(sentHeaders(0)['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/u);
  expect(sentHeaders(0)['noroshi-realm']).toBe('live');
});

test('when no answer comes it asks again with the same key', async () => {
  fetched.mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce(answer(200, { done: true }));
  const going = call(relay, input);
  await vi.runAllTimersAsync();
  await going;
  expect(fetched).toHaveBeenCalledTimes(2);
  expect(sentHeaders(1)['idempotency-key']).toBe(sentHeaders(0)['idempotency-key']);
});

test('without any answer it gives up after three tries and says so', async () => {
  fetched.mockRejectedValue(new TypeError('network'));
  const going = call(relay, input).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await going).toMatchObject({ reason: 'unreachable' });
  expect(fetched).toHaveBeenCalledTimes(3);
});

test('a problem document becomes a refusal and is not asked again', async () => {
  fetched.mockResolvedValueOnce(
    answer(409, { type: 'urn:noroshi:refusal:already-relayed', reason: 'already-relayed', status: 409, at: 3 }),
  );
  const error = await call(relay, input).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ reason: 'already-relayed', status: 409, detail: { at: 3 } });
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a 401 is told to the portal', async () => {
  const told = vi.fn();
  onSignedOut(told);
  fetched.mockResolvedValueOnce(answer(401, { reason: 'sign-in-needed' }));
  await call(relay, input).catch(() => {});
  expect(told).toHaveBeenCalledOnce();
});

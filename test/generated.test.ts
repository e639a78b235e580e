import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateAll } from '../src/generate/all.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

it('generated/ says what the schema and the contracts say; if not, run bin/generate', async () => {
  for (const [name, content] of await generateAll(fresh.config('admin'))) {
    const stored = readFileSync(new URL(`../generated/${name}`, import.meta.url), 'utf8');
    expect(stored === content ? 'fresh' : `generated/${name} is stale`).toBe('fresh');
  }
});

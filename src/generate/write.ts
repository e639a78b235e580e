import { writeFile } from 'node:fs/promises';
import { migrationRooms } from '../house.ts';
import { migrate } from '../platform/migrate.ts';
import { openStore } from '../platform/store/store.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateAll } from './all.ts';

// Migrates an empty database of its own and writes generated/ from it and from the contracts.
const dataDir = await mkdtemp(join(tmpdir(), 'noroshi-generate-'));
const store = await openStore({ dataDir });
try {
  await migrate(store.config('migrator'), migrationRooms);
  for (const [name, content] of await generateAll(store.config('admin'))) {
    await writeFile(new URL(`../../generated/${name}`, import.meta.url), content);
    process.stdout.write(`generated/${name}\n`);
  }
} finally {
  await store.stop();
  await rm(dataDir, { recursive: true, force: true });
}

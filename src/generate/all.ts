import pg from 'pg';
import { fileURLToPath } from 'node:url';
import { allRoutes, version } from '../composition.ts';
import { schemas } from '../house.ts';
import { loadProgramme } from '../modules/programme/index.ts';
import { openApi } from '../platform/http/openapi.ts';
import { accessTable } from './access.ts';
import { schemaText } from './schema.ts';
import { tableTypes } from './types.ts';

/** What is generated and checked in: file name to content, from a migrated database and the contracts. */
export const generateAll = async (config: pg.ClientConfig): Promise<ReadonlyMap<string, string>> => {
  const db = new pg.Client(config);
  await db.connect();
  try {
    const programme = await loadProgramme(fileURLToPath(new URL('../../programmes/jp-2014', import.meta.url)));
    return new Map([
      ['schema.sql', await schemaText(db, schemas)],
      ['database.ts', await tableTypes(db, schemas)],
      ['openapi.json', `${JSON.stringify(openApi(allRoutes, version), null, 1)}\n`],
      ['access.md', accessTable(programme, allRoutes)],
    ]);
  } finally {
    await db.end();
  }
};

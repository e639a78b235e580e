import { join } from '../../platform/http/door.ts';
import { discardFile } from './commands/discard.ts';
import { holdFile } from './commands/hold.ts';
import { filesDoors } from './contract.ts';
import { lookApart } from './look/apart.ts';
import { attachmentsOf, copyOf, heldFiles } from './queries.ts';

/** The files room's doors and what answers them. */
export const filesRoutes = join(filesDoors, {
  holdFile: async (bytes, { query }) => {
    const looked = await lookApart(query.name, bytes);
    return (acting) => holdFile(acting, query.draft, looked);
  },
  listHeldFiles: (acting, { query }) => heldFiles(acting, query.draft),
  discardFile: (acting, { params }) => discardFile(acting, params.id),
  listAttachments: (acting, { params }) => attachmentsOf(acting, params.id),
  takeCopy: (acting, { params }) => copyOf(acting, params.id),
});

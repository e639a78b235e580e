import { z } from 'zod';
import { endpoint, takingFile } from '../../kernel/endpoint.ts';
import { id, instant, sentFile } from '../../kernel/shapes.ts';
import { findings } from './look/found.ts';
import { fileKinds, largestFile } from './rules.ts';

export { fileKinds, kindSaid, largestFile, mostFiles, type FileKind } from './rules.ts';

const file = z.object({
  id,
  name: z.string(),
  kind: z.enum(fileKinds),
  /** In bytes. */
  size: z.number().int(),
  /** SHA-256 of the bytes as they are kept, in hexadecimal. */
  digest: z.string(),
});

/** What was taken out of a file, told once to whoever brought it. */
export const foundInFile = z.object({ what: z.enum(findings), text: z.string().nullable() });
export type FoundInFile = z.infer<typeof foundInFile>;

/** A file that one holds and has attached to nothing yet. */
export const heldFile = file.extend({ heldAt: instant });
/** The same as it is answered when it was brought. */
export const broughtFile = file.extend({ found: z.array(foundInFile) });
export type BroughtFile = z.infer<typeof broughtFile>;

/** A file of an item; `unread`: no machine has read all of it. */
export const attachment = file.extend({ unread: z.boolean() });
export type Attachment = z.infer<typeof attachment>;

/** The name under which a file is brought. It is cleaned; its ending has to be true. */
export const fileName = z.object({ name: z.string().min(1).max(300) });

/** Why a file is refused by what it is. */
export const fileRefusals = [
  'file-empty',
  'file-kind-not-taken',
  'file-is-not-what-it-says',
  'file-broken',
  'file-locked',
  'file-acts',
  'file-too-packed',
  'file-has-earlier',
  'file-names-people',
  'file-not-readable',
  'too-many-files',
  'too-large',
] as const;

const one = z.object({ id });

/** The doors of this room. */
export const filesDoors = {
  holdFile: takingFile({
    method: 'POST',
    path: '/api/held-files',
    may: 'file-reports',
    says: 'Brings a file for a report that is being written: it is looked through, cleaned, and held for its author alone.',
    query: fileName.extend({ draft: id }),
    takes: { bytes: largestFile },
    output: broughtFile,
    status: 201,
    refusals: fileRefusals,
  }),
  listHeldFiles: endpoint({
    method: 'GET',
    path: '/api/held-files',
    may: 'file-reports',
    says: 'The files that one holds for a draft in the acting seat and realm, the first brought first.',
    query: z.object({ draft: id }),
    output: z.object({ items: z.array(heldFile), next: z.null() }),
  }),
  discardFile: endpoint({
    method: 'DELETE',
    path: '/api/held-files/:id',
    may: 'file-reports',
    says: 'Throws away a file that one holds; done twice it is done once.',
    params: one,
    output: z.null(),
    status: 204,
  }),
  listAttachments: endpoint({
    method: 'GET',
    path: '/api/items/:id/attachments',
    may: 'signed-in',
    says: 'The files of one version of a report or provision, for whoever sees it.',
    params: one,
    output: z.object({ items: z.array(attachment), next: z.null() }),
  }),
  takeCopy: endpoint({
    method: 'GET',
    path: '/api/attachments/:id/content',
    may: 'signed-in',
    says: 'The file itself, as an attachment of no type.',
    params: one,
    output: sentFile,
    sends: 'file',
  }),
} as const;

/** Facts of this room; only who did it reads them. */
export const filesFacts = ['file.brought', 'file.taken'] as const;

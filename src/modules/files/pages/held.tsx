import { call } from '../../../portal/client.ts';
import { keyOf, queries, useGet } from '../../../portal/data/query.ts';
import { filesDoors } from '../contract.ts';
import { FileDrop } from './FileDrop.tsx';

/** The files that one holds for a draft, and their ids as they are sent with it. */
export const useHeldFiles = (draft: string) => {
  const input = { query: { draft } };
  const files = useGet(filesDoors.listHeldFiles, input).data?.items ?? [];
  const anew = () => queries.invalidateQueries({ queryKey: keyOf(filesDoors.listHeldFiles, input) });
  return { draft, files, anew, sent: files.length === 0 ? {} : { attachments: files.map((it) => it.id) } };
};

/** Files for something that is sent in one act: they are held for its draft until then. */
export function HeldFiles({ held }: { held: ReturnType<typeof useHeldFiles> }) {
  return (
    <FileDrop
      files={held.files}
      bring={async (file) => {
        const brought = await call(filesDoors.holdFile, { query: { name: file.name, draft: held.draft }, file });
        await held.anew();
        return brought;
      }}
      remove={async (id) => {
        await call(filesDoors.discardFile, { params: { id } });
        await held.anew();
      }}
    />
  );
}
